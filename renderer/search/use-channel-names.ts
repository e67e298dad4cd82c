import { useTranslation } from 'react-i18next'
import { useChannelTitles } from '../updates/use-channel-titles.ts'

/** Where a text came from: with the program, imported here, or the title of its channel. */
export function useChannelNames(): (channel: string) => string {
  const { t } = useTranslation('search')
  const title = useChannelTitles()
  return (channel) => (channel === 'starter' || channel === 'own' ? t(`channels.${channel}`) : title(channel))
}
