import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ChannelView } from '../../library/updates/update-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

/** What a channel is called: with the program, imported here, or the title its publisher gave it. */
export function useChannelNames(): (channel: string) => string {
  const { t } = useTranslation('search')
  const { data } = useQuery({
    queryKey: queryKeys.channels,
    queryFn: ({ signal }) => request<ChannelView[]>('GET', '/api/channels', { signal }),
  })
  return (channel) => {
    if (channel === 'starter' || channel === 'own') return t(`channels.${channel}`)
    return data?.find(({ id }) => id === channel)?.title ?? channel
  }
}
