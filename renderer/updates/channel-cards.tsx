import { useTranslation } from 'react-i18next'
import type { ChannelView } from '../../library/updates/update-view.ts'
import { ErrorNotice } from '../design/error-notice.tsx'
import desk from '../publishing/publishing.module.css'
import { request } from '../service/client.ts'
import { ChannelCard } from './channel-card.tsx'
import { useChannelChange } from './use-channels.ts'

interface ChannelCardsProps {
  readonly channels: readonly ChannelView[]
  readonly busy: boolean
  readonly onCheck: (from: string) => void
  readonly onVerify: (id: string) => void
  readonly onVersion: (id: string, version: number) => void
}

/** The channels in their order of precedence. */
export function ChannelCards({ channels, busy, onCheck, onVerify, onVersion }: ChannelCardsProps) {
  const { t } = useTranslation('updates')
  const order = useChannelChange((ids: readonly string[]) => request('PUT', '/api/channels/order', { body: { ids } }))
  const ids = channels.map(({ id }) => id)
  const up = (index: number) => {
    const moved = [...ids]
    const [id] = moved.splice(index, 1)
    if (id !== undefined) moved.splice(index - 1, 0, id)
    order.mutate(moved)
  }
  return (
    <section className={desk.stack} aria-labelledby="channels-title" style={{ width: '100%' }}>
      <div>
        <h2 id="channels-title" className={desk.heading}>
          {t('channels.title')}
        </h2>
        {channels.length > 1 && <p className={desk.muted}>{t('channels.order')}</p>}
      </div>
      {order.isError && <ErrorNotice error={order.error} />}
      {channels.map((channel, index) => (
        <ChannelCard
          key={channel.id}
          channel={channel}
          busy={busy || order.isPending}
          onUp={index === 0 ? undefined : () => up(index)}
          onCheck={onCheck}
          onVerify={() => onVerify(channel.id)}
          onVersion={(version) => onVersion(channel.id, version)}
        />
      ))}
    </section>
  )
}
