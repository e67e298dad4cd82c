import { useTranslation } from 'react-i18next'
import type { ChannelView } from '../../library/updates/update-view.ts'
import { ErrorNotice } from '../design/error-notice.tsx'
import desk from '../publishing/publishing.module.css'
import { ChannelCard } from './channel-card.tsx'
import { movedTo } from './moved-to.ts'
import styles from './updates.module.css'
import { useChannelOrder } from './use-channel-order.ts'

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
  const ids = channels.map(({ id }) => id)
  const { order, told } = useChannelOrder(ids)
  return (
    <section className={`${desk.stack} ${styles.channels}`} aria-labelledby="channels-title">
      <div>
        <h2 id="channels-title" className={desk.heading}>
          {t('channels.title')}
        </h2>
        {channels.length > 1 && <p className={desk.muted}>{t('channels.order')}</p>}
        <p className="visually-hidden" role="status">
          {told && t('channels.movedTo', { title: told.title, place: told.precedence })}
        </p>
      </div>
      {order.isError && <ErrorNotice error={order.error} />}
      {channels.map((channel, index) => (
        <ChannelCard
          key={channel.id}
          channel={channel}
          busy={busy}
          place={
            channels.length < 2
              ? undefined
              : {
                  isFirst: index === 0,
                  isLast: index === channels.length - 1,
                  onMove: (step) => order.mutate({ ids: movedTo(ids, index, step), moved: channel.id }),
                }
          }
          onCheck={onCheck}
          onVerify={() => onVerify(channel.id)}
          onVersion={(version) => onVersion(channel.id, version)}
        />
      ))}
    </section>
  )
}
