import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublishedChannel } from '../../../library/updates/publishing/publishing-view.ts'
import { FingerprintCard } from '../fingerprint-card.tsx'
import styles from '../publishing.module.css'
import { ChangeKeyDialog, type KeyWork } from './change-key-dialog.tsx'
import { KeyTable } from './key-table.tsx'

/** Which keys there are, and putting another in the place of one. */
export function KeysPart({ channel }: { readonly channel: PublishedChannel }) {
  const { t } = useTranslation('publishing')
  const [work, setWork] = useState<KeyWork>()
  const [done, setDone] = useState<KeyWork>()
  return (
    <div className={styles.stack}>
      <section className={styles.sheet} aria-labelledby="keys-title">
        <h2 id="keys-title" className={styles.heading}>
          {t('key.title')}
        </h2>
        <p className={styles.muted}>{t('key.lead')}</p>
        <KeyTable keys={channel.keys} onChange={(changed, how) => setWork({ changed, how })} />
        <p role="status">
          {done && t(done.how === 'rotate' ? 'key.rotated' : 'key.revoked', { name: done.changed.name })}
          {done?.changed.role === 'root' && ` ${t('key.newPrint')}`}
        </p>
      </section>
      <FingerprintCard channel={channel} />
      <ChangeKeyDialog
        channel={channel}
        work={work}
        onDone={() => {
          setDone(work)
          setWork(undefined)
        }}
        onClose={() => setWork(undefined)}
      />
    </div>
  )
}
