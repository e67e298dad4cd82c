import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './publishing.module.css'

const steps = ['ceremony', 'choice', 'release', 'carry'] as const

/** What publishing is, who needs it, and how it begins. */
export function Teaching() {
  const { t } = useTranslation('publishing')
  const navigate = useNavigate()
  return (
    <section className={styles.sheet} aria-labelledby="teaching-title">
      <h2 id="teaching-title" className={styles.heading}>
        {t('teach.title')}
      </h2>
      <p className={styles.text}>{t('teach.what')}</p>
      <p className={styles.text}>{t('teach.keys')}</p>
      <h3 className={styles.subheading}>{t('teach.steps')}</h3>
      <ol className={styles.bullets}>
        {steps.map((step) => (
          <li key={step}>{t(`teach.step.${step}`)}</li>
        ))}
      </ol>
      <p className={`${styles.text} ${styles.muted}`}>{t('teach.notYou')}</p>
      <Button type="primary" onClick={() => void navigate({ to: '/publishing', search: { part: 'new' } })}>
        {t('start')}
      </Button>
    </section>
  )
}
