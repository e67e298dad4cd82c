import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublishedChannel } from '../../../library/updates/publishing/publishing-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { keepFocus } from '../../design/keep-focus.ts'
import styles from '../publishing.module.css'
import { useChangeChannel } from '../use-published-channels.ts'
import { ItemTitle } from './item-title.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** What is withdrawn, with reasons that readers see. */
export function WithdrawSection({ channel }: { readonly channel: PublishedChannel }) {
  const { t } = useTranslation('publishing')
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState<'done' | 'undone'>()
  const undo = useChangeChannel(channel.id)
  return (
    <section className={styles.sheet} aria-labelledby="withdraw-title">
      <h2 id="withdraw-title" className={styles.heading}>
        {t('withdraw.title')}
      </h2>
      <p className={styles.muted}>{t('withdraw.lead')}</p>
      {channel.withdrawn.length === 0 && <p>{t('withdraw.none')}</p>}
      <ul className={styles.rows}>
        {channel.withdrawn.map(({ itemId, title, withdrawnOn, reason, replacedBy }) => (
          <li key={itemId} className={styles.row}>
            <span className={styles.rowText}>
              <span>{title}</span>
              <span className={styles.muted}>{t('withdraw.line', { date: withdrawnOn, reason })}</span>
              {replacedBy && (
                <span>
                  {t('withdraw.use')} <ItemTitle itemId={replacedBy} />
                </span>
              )}
            </span>
            <Button
              type="text"
              size="small"
              aria-label={t('withdraw.undoOf', { title })}
              disabled={undo.isPending}
              onClick={() =>
                undo.mutate(
                  { method: 'DELETE', path: `withdraw/${encodeURIComponent(itemId)}` },
                  {
                    onSuccess: () => {
                      setSaid('undone')
                      requestAnimationFrame(keepFocus)
                    },
                  },
                )
              }
            >
              {t('withdraw.undo')}
            </Button>
          </li>
        ))}
      </ul>
      {channel.withdrawn.length > 0 && <p className={styles.hint}>{t('withdraw.undoHint')}</p>}
      {undo.isError && <ErrorNotice error={undo.error} />}
      <div className={styles.actions}>
        <Button onClick={() => setAsking(true)}>{t('withdraw.start')}</Button>
        <span role="status">{said ? t(`withdraw.${said}`) : ''}</span>
      </div>
      <WithdrawDialog
        channel={channel}
        open={asking}
        onDone={() => {
          setSaid('done')
          setAsking(false)
        }}
        onClose={() => setAsking(false)}
      />
    </section>
  )
}
