import { useTranslation } from 'react-i18next'
import { DeskTabs } from '../design/desk-tabs.tsx'
import { UnitOffer } from '../office/unit/unit-offer.tsx'
import styles from './templates-tabs.module.css'

const tabs = [
  { to: '/templates', name: 'templates' },
  { to: '/templates/mine', name: 'mine' },
  { to: '/templates/check', name: 'check' },
  { to: '/templates/ledgers', name: 'ledgers' },
  { to: '/office/book', name: 'book' },
  { to: '/office/unit', name: 'unit' },
] as const

/** The parts of the templates desk, above each of its pages. */
export function TemplatesTabs() {
  const { t } = useTranslation('office')
  return (
    <div className={styles.place}>
      <DeskTabs label={t('tabs.label')} tabs={tabs.map(({ to, name }) => ({ to, text: t(`tabs.${name}`) }))} />
      <UnitOffer />
    </div>
  )
}
