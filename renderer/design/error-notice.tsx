import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ServiceError } from '../service/service-error.ts'
import styles from './notice.module.css'

/** Says what happened, what is safe and what to do; `onRetry` asks again. */
export function ErrorNotice({
  error,
  onRetry,
}: {
  readonly error: unknown
  readonly onRetry?: (() => void) | undefined
}) {
  const { t, i18n } = useTranslation()
  const facts = error instanceof ServiceError ? error : undefined
  const spoken = i18n.language !== 'zh-CN' && facts ? spokenByCode(facts.code, i18n.exists, t) : undefined
  return (
    <div className={`${styles.notice} ${styles.error}`} role="alert">
      <p className={styles.what}>{spoken?.what ?? facts?.what ?? t('error.unexpected')}</p>
      {facts?.why && !spoken && <p>{facts.why}</p>}
      <p className={styles.muted}>{spoken?.todo ?? facts?.todo ?? t('error.safe')}</p>
      <div className={styles.actions}>
        {onRetry && (
          <Button type="primary" onClick={onRetry}>
            {t('error.retry')}
          </Button>
        )}
      </div>
      {facts && (
        <p className={styles.details}>
          {t('error.code')} <code>{facts.code}</code>
        </p>
      )}
    </div>
  )
}

type Translate = ReturnType<typeof useTranslation>['t']

/** The service's own texts are Chinese; in another language the code chooses the text. */
function spokenByCode(
  code: string,
  exists: (key: string) => boolean,
  t: Translate,
): { what: string; todo: string } | undefined {
  if (!exists(`error.byCode.${code}.what`)) return undefined
  const key = code as 'SERVICE_UNREACHABLE'
  return { what: t(`error.byCode.${key}.what`), todo: t(`error.byCode.${key}.todo`) }
}
