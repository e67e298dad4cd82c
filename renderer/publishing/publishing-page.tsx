import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyNotice } from '../design/empty-notice.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import { LoadingNotice } from '../design/loading-notice.tsx'
import { Page } from '../design/page.tsx'
import { useAbout } from '../settings/use-about.ts'
import { Ceremony } from './ceremony/ceremony.tsx'
import { ChannelDesk } from './channel-desk.tsx'
import { ChannelShelf } from './channel-shelf.tsx'
import { partFromAddress } from './publishing-address.ts'
import { usePublishedChannels } from './use-published-channels.ts'

/** `/publishing`: the channels; `?part=new`: the key ceremony; `?channel=ID&part=choice`: one channel. */
export function PublishingPage() {
  const { t } = useTranslation('publishing')
  const about = useAbout()
  const address = useSearch({ from: '/publishing' })
  const here = about.data !== undefined && about.data.shell !== 'serve'
  const channels = usePublishedChannels(here)
  if (about.data?.shell === 'serve') return <OnlyWhereItPublishes />
  const channel = channels.data?.find(({ id }) => id === address.channel)
  if (channel) return <ChannelDesk key={channel.id} channel={channel} part={partFromAddress(address)} />
  const opening = address.part === 'new' && address.channel === undefined
  const title = opening ? t('ceremony.title') : t('title')
  return (
    <Page title={title} lead={opening ? undefined : t('lead')}>
      {about.isError && <ErrorNotice error={about.error} onRetry={() => void about.refetch()} />}
      {channels.isError && <ErrorNotice error={channels.error} onRetry={() => void channels.refetch()} />}
      {(about.isPending || (here && channels.isPending)) && <LoadingNotice />}
      {channels.data && opening && <Ceremony taken={channels.data.map(({ id }) => id)} />}
      {channels.data && !opening && <ChannelShelf channels={channels.data} missing={address.channel !== undefined} />}
    </Page>
  )
}

/** On an office's intranet the folders and keys would be the server's, not the person's. */
function OnlyWhereItPublishes() {
  const { t } = useTranslation('publishing')
  return (
    <Page title={t('title')}>
      <EmptyNotice title={t('serve.title')}>
        <p>{t('serve.what')}</p>
        <p>{t('serve.todo')}</p>
      </EmptyNotice>
    </Page>
  )
}
