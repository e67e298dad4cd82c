import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { errorsEn } from '../language/errors.en.ts'
import { ServiceError } from '../service/service-error.ts'
import styles from './notice.module.css'

interface ErrorNoticeProps {
  readonly error: unknown
  readonly onRetry?: (() => void) | undefined
}

/** Says what happened, what is safe and what to do; `onRetry` asks again. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
  const { t, i18n } = useTranslation()
  const told = error instanceof ServiceError ? error : undefined
  const english = i18n.language === 'en' && told ? errorsEn[told.code] : undefined
  return (
    <div className={`${styles.notice} ${styles.error}`} role="alert">
      <p className={styles.what}>{english?.what ?? told?.what ?? t('error.unexpected')}</p>
      {told?.why && !english && <p>{told.why}</p>}
      <p className={styles.muted}>{english?.todo ?? told?.todo ?? t('error.safe')}</p>
      {onRetry && (
        <div className={styles.actions}>
          <Button type="primary" onClick={onRetry}>
            {t('error.retry')}
          </Button>
        </div>
      )}
      {told && (
        <p className={styles.details}>
          {t('error.code')} <code>{told.code}</code>
        </p>
      )}
    </div>
  )
}
