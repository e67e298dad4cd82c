import { useTranslation } from 'react-i18next'
import { DeskTabs } from '../design/desk-tabs.tsx'
import { PersonMenu } from './person/person-menu.tsx'
import styles from './stories-tabs.module.css'

const tabs = [
  { to: '/stories', name: 'list' },
  { to: '/stories/new', name: 'new' },
  { to: '/stories/import', name: 'import' },
  { to: '/stories/slips', name: 'slips' },
  { to: '/stories/office', name: 'office' },
] as const

/** The parts of the stories desk and who sits at it, above each of its pages. */
export function StoriesTabs() {
  const { t } = useTranslation('stories')
  return (
    <div className={styles.place}>
      <DeskTabs label={t('tabs.label')} tabs={tabs.map(({ to, name }) => ({ to, text: t(`tabs.${name}`) }))} />
      <PersonMenu />
    </div>
  )
}
