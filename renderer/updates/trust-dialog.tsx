import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TrustOffer } from '../../library/updates/update-view.ts'
import { Dialog } from '../design/dialog.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import { FingerprintWords } from '../publishing/fingerprint-words.tsx'
import desk from '../publishing/publishing.module.css'
import styles from './trust-dialog.module.css'

interface TrustDialogProps {
  readonly offer: TrustOffer | undefined
  readonly pending: boolean
  readonly error: unknown
  readonly onTrust: () => void
  readonly onClose: () => void
}

/** First trust: the person compares the words; nothing is chosen for them. */
export function TrustDialog({ offer, pending, error, onTrust, onClose }: TrustDialogProps) {
  const { t } = useTranslation('updates')
  return (
    <Dialog
      open={offer !== undefined}
      title={t(offer?.replaces ? 'trust.replacesTitle' : 'trust.title')}
      onClose={onClose}
    >
      {offer && (
        <div className={desk.stack}>
          <p className={desk.heading}>{t('trust.from', { title: offer.title, publisher: offer.publisher })}</p>
          {offer.replaces && <p>{t('trust.replaces')}</p>}
          {offer.stage === 'draft' && (
            <p>
              <span className={desk.tag}>{t('trust.draft')}</span> {t('trust.draftHint')}
            </p>
          )}
          {offer.installed ? (
            <p>{t('trust.installed')}</p>
          ) : (
            <>
              <p>{t('trust.how')}</p>
              <div className={styles.words}>
                <FingerprintWords words={offer.fingerprint.words} />
              </div>
              <details>
                <summary>{t('trust.hex')}</summary>
                <p className={desk.path}>{offer.fingerprint.hex}</p>
              </details>
              <p className={desk.muted}>{t('trust.safe')}</p>
            </>
          )}
          {error !== null && error !== undefined && <ErrorNotice error={error} />}
          <div className={desk.actions}>
            <Button disabled={pending} onClick={onTrust}>
              {t(offer.installed ? 'trust.add' : 'trust.yes')}
            </Button>
            <Button onClick={onClose}>{t(offer.installed ? 'trust.later' : 'trust.no')}</Button>
          </div>
        </div>
      )}
    </Dialog>
  )
}
