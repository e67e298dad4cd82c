import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DeskTabs } from '../design/desk-tabs.tsx'
import { PersonMenu } from '../stories/person/person-menu.tsx'
import styles from '../stories/stories-tabs.module.css'

const tabs = [
  { to: '/feeds', name: 'feeds' },
  { to: '/feeds/balance', name: 'balance' },
  { to: '/feeds/responses', name: 'responses' },
] as const

/** The parts of the columns desk, above each of its pages, and who works here now. */
export function FeedsTabs() {
  const { t } = useTranslation('feeds')
  const ofOne = useLocation({ select: ({ pathname }) => !tabs.some(({ to }) => to === pathname) })
  return (
    <div className={styles.place}>
      <DeskTabs
        label={t('tabs.label')}
        tabs={tabs.map(({ to, name }) => ({ to, text: t(`tabs.${name}`) }))}
        within={ofOne}
      />
      <PersonMenu />
    </div>
  )
}
