import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChannelView } from '../../library/updates/update-view.ts'
import { ConfirmDialog } from '../design/confirm-dialog.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import desk from '../publishing/publishing.module.css'
import { useShownDate } from '../reading/shown-date.ts'
import { request } from '../service/client.ts'
import { ChannelFacts } from './channel-facts.tsx'
import { ChannelTopics } from './channel-topics.tsx'
import styles from './updates.module.css'
import { channelPath, useChannelChange } from './use-channels.ts'

/** Where a channel stands among the others. */
export interface ChannelPlace {
  readonly isFirst: boolean
  readonly isLast: boolean
  /** -1 makes it stronger, 1 weaker. */
  readonly onMove: (step: -1 | 1) => void
}

interface ChannelCardProps {
  readonly channel: ChannelView
  readonly busy: boolean
  /** Absent where there is one channel only. */
  readonly place: ChannelPlace | undefined
  readonly onCheck: (from: string) => void
  readonly onVerify: () => void
  readonly onVersion: (version: number) => void
}

/** One channel: what is in effect, and everything about where it comes from. */
export function ChannelCard({ channel, busy, place, onCheck, onVerify, onVersion }: ChannelCardProps) {
  const { t } = useTranslation('updates')
  const shown = useShownDate()
  const [chosen, setChosen] = useState<number>()
  const [removing, setRemoving] = useState(false)
  const remove = useChannelChange((id: string) => request('DELETE', channelPath(id)))
  const { title, version, versions, receivedFrom } = channel
  const isOlder = version !== undefined && channel.newestVersion !== undefined && version < channel.newestVersion
  return (
    <article className={`${desk.sheet} ${styles.card}`} aria-label={title}>
      <div className={styles.cardHead}>
        <h3 id={`channel-${channel.id}`} tabIndex={-1} className={desk.heading}>
          {title}
        </h3>
        {channel.stage === 'draft' && <span className={desk.tag}>{t('channels.draft')}</span>}
        <span>{version === undefined ? t('channels.never') : t('channels.version', { version })}</span>
        {version !== undefined && <span className={desk.muted}>{t('channels.items', { n: channel.items })}</span>}
        {isOlder && <span className={desk.muted}>{t('channels.older', { newest: channel.newestVersion })}</span>}
      </div>
      <ChannelFacts channel={channel} />
      <div className={desk.actions}>
        {receivedFrom !== undefined && (
          <Button disabled={busy} onClick={() => onCheck(receivedFrom)}>
            {t('channels.check')}
          </Button>
        )}
        {version !== undefined && (
          <Button disabled={busy} onClick={onVerify}>
            {t('channels.verify')}
          </Button>
        )}
        {place && (
          <>
            <Button
              disabled={busy || place.isFirst}
              aria-label={t('channels.upOf', { title })}
              onClick={() => place.onMove(-1)}
            >
              {t('channels.up')}
            </Button>
            <Button
              disabled={busy || place.isLast}
              aria-label={t('channels.downOf', { title })}
              onClick={() => place.onMove(1)}
            >
              {t('channels.down')}
            </Button>
          </>
        )}
      </div>
      <details className={styles.details}>
        <summary>{t('channels.more')}</summary>
        <div className={styles.inside}>
          {channel.topicsOffered.length > 0 && <ChannelTopics channel={channel} disabled={busy} />}
          {versions.length > 0 && (
            <div>
              <h4 className={desk.subheading}>{t('channels.versions')}</h4>
              <ul className={desk.rows}>
                {versions.map((one) => (
                  <li key={one.version} className={desk.row}>
                    <span className={desk.rowText}>
                      <span>{t('channels.version', { version: one.version })}</span>
                      <span className={desk.muted}>{shown(one.publishedAt)}</span>
                      <span className={styles.notes}>{one.notes}</span>
                    </span>
                    {one.current ? (
                      <span className={desk.muted}>{t('channels.current')}</span>
                    ) : (
                      <Button size="small" disabled={busy} onClick={() => setChosen(one.version)}>
                        {t(version !== undefined && one.version < version ? 'channels.olderTo' : 'channels.backTo', {
                          version: one.version,
                        })}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          )}
          {remove.isError && <ErrorNotice error={remove.error} />}
          <Button disabled={busy || remove.isPending} onClick={() => setRemoving(true)}>
            {t('channels.remove')}
          </Button>
        </div>
      </details>
      <ConfirmDialog
        open={chosen !== undefined}
        title={t('channels.backTitle', { version: chosen ?? 0 })}
        text={t('channels.backText', { version: chosen ?? 0 })}
        confirm={t('channels.back')}
        refuse={t('channels.keep')}
        onConfirm={() => chosen !== undefined && onVersion(chosen)}
        onClose={() => setChosen(undefined)}
      />
      <ConfirmDialog
        open={removing}
        title={t('channels.removeTitle', { title })}
        text={t('channels.removeText')}
        confirm={t('channels.remove')}
        refuse={t('channels.keep')}
        onConfirm={() =>
          // The card goes, and what had the focus with it.
          remove.mutate(channel.id, {
            onSuccess: () => document.getElementById('main')?.focus({ preventScroll: true }),
          })
        }
        onClose={() => setRemoving(false)}
      />
    </article>
  )
}
