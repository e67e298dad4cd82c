import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import styles from './section.module.css'
import { Section } from './section.tsx'

/** The way to the publishing desk, which only a content office needs. */
export function PublishingSection() {
  const { t } = useTranslation('settings')
  return (
    <Section title={t('publishing')}>
      <p className={styles.lead}>{t('publishingLead')}</p>
      <Link to="/publishing">{t('publishingOpen')}</Link>
    </Section>
  )
}
