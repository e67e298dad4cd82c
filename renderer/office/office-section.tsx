import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import styles from '../settings/section.module.css'
import { Section } from '../settings/section.tsx'

/** Among the settings: where the office's own facts are kept. */
export function OfficeSection() {
  const { t } = useTranslation('office')
  return (
    <Section title={t('settings.title')}>
      <p className={styles.lead}>{t('settings.lead')}</p>
      <p className={styles.actions}>
        <Link to="/office/unit">{t('settings.unit')}</Link>
        <Link to="/office/book">{t('settings.book')}</Link>
        <Link to="/templates/mine">{t('settings.mine')}</Link>
      </p>
    </Section>
  )
}
