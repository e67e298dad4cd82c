import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublishedChannel } from '../../library/updates/publishing/publishing-view.ts'
import { ConfirmDialog } from '../design/confirm-dialog.tsx'
import { EmptyNotice } from '../design/empty-notice.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import { keepFocus } from '../design/keep-focus.ts'
import { useTimeText } from '../design/use-time-text.ts'
import { OpenFolder } from './open-folder.tsx'
import styles from './publishing.module.css'
import { Teaching } from './teaching.tsx'
import { useForgetChannel } from './use-published-channels.ts'

interface ChannelShelfProps {
  readonly channels: readonly PublishedChannel[]
  /** The address names a channel that is not here. */
  readonly missing: boolean
}

/** The channels published from here, or what publishing is when there are none. */
export function ChannelShelf({ channels, missing }: ChannelShelfProps) {
  const { t } = useTranslation('publishing')
  const forget = useForgetChannel()
  const [leaving, setLeaving] = useState<PublishedChannel>()
  return (
    <div className={styles.stack}>
      {missing && (
        <EmptyNotice title={t('gone.title')}>
          <p>{t('gone.what')}</p>
        </EmptyNotice>
      )}
      {channels.length === 0 && <Teaching />}
      {channels.length > 0 && (
        <section className={styles.sheet} aria-labelledby="shelf-title">
          <h2 id="shelf-title" className={styles.heading}>
            {t('shelf')}
          </h2>
          <ul className={styles.rows}>
            {channels.map((channel) => (
              <ChannelRow key={channel.id} channel={channel} onForget={() => setLeaving(channel)} />
            ))}
          </ul>
          <Link to="/publishing" search={{ part: 'new' }}>
            <span>{t('start')}</span>
          </Link>
        </section>
      )}
      <p role="status">{forget.isSuccess ? t('forgotten') : ''}</p>
      {forget.isError && <ErrorNotice error={forget.error} />}
      <OpenFolder />
      <ConfirmDialog
        open={leaving !== undefined}
        title={t('forgetTitle', { title: leaving?.title ?? '' })}
        text={t('forgetText')}
        confirm={t('forget')}
        refuse={t('keep')}
        onConfirm={() => leaving && forget.mutate(leaving.id, { onSuccess: () => keepFocus() })}
        onClose={() => setLeaving(undefined)}
      />
    </div>
  )
}

function ChannelRow({ channel, onForget }: { readonly channel: PublishedChannel; readonly onForget: () => void }) {
  const { t } = useTranslation('publishing')
  const timeText = useTimeText()
  const { id, title, publisher, directory, released, draft } = channel
  return (
    <li className={styles.row}>
      <div className={styles.rowText}>
        <Link
          to="/publishing"
          search={{ channel: id }}
          className={styles.subheading}
          aria-label={t('enter', { title })}
        >
          {title}
        </Link>
        <span className={styles.muted}>{publisher}</span>
        <span className={styles.muted}>
          {released
            ? t('versionOf', { version: released.version, time: timeText(released.publishedAt) })
            : t('noVersion')}
        </span>
        {draft && draft.version > (released?.version ?? 0) && (
          <span className={styles.muted}>{t('draftOf', { version: draft.version })}</span>
        )}
        <span className={styles.path}>{directory}</span>
      </div>
      <Button type="text" size="small" aria-label={t('forgetOf', { title })} onClick={onForget}>
        {t('forget')}
      </Button>
    </li>
  )
}
