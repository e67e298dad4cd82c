import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../design/page.tsx'
import { Seal } from './seal.tsx'
import styles from './session-ended.module.css'

/** Shown when the window's token does not count: nothing can be asked of the service from here. */
export function SessionEnded() {
  const { t } = useTranslation()
  usePageTitle(t('sessionEnded.title'))
  return (
    <main className={styles.place}>
      <div className={styles.sheet}>
        <Seal />
        <h1 className={styles.title}>{t('sessionEnded.title')}</h1>
        <p>{t('sessionEnded.what')}</p>
        <p className={styles.muted}>{t('sessionEnded.safe')}</p>
        <p>{t('sessionEnded.todo')}</p>
      </div>
    </main>
  )
}
