import { type LinkProps, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DeskTabs } from '../design/desk-tabs.tsx'
import styles from '../stories/stories-tabs.module.css'
import { deskOf } from './material-queries.ts'
import { MATERIAL_TYPES } from './material-types.ts'

/** What trainers make, above each of its desks. */
export function MaterialsTabs() {
  const { t } = useTranslation('materials')
  const ofMeeting = useLocation({ select: ({ pathname }) => pathname.startsWith(`${deskOf('meeting')}/`) })
  return (
    <div className={styles.place}>
      <DeskTabs
        label={t('tabs.label')}
        within={ofMeeting}
        tabs={MATERIAL_TYPES.map((type) => ({
          to: deskOf(type) as NonNullable<LinkProps['to']>,
          text: t(`tabs.${type}`),
        }))}
      />
    </div>
  )
}
