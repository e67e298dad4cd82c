import { useTranslation } from 'react-i18next'
import styles from './notice.module.css'
import { useAfter } from './use-after.ts'

/** Appears only when waiting is long enough to be noticed, so that quick answers do not flicker. */
export function LoadingNotice() {
  const { t } = useTranslation()
  const shown = useAfter(250)
  return (
    <p className={styles.loading} role="status">
      {shown ? t('shell.loading') : ''}
    </p>
  )
}
