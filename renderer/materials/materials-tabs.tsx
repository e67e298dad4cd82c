import type { LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DeskTabs } from '../design/desk-tabs.tsx'
import { deskOf } from './material-queries.ts'
import { MATERIAL_TYPES } from './material-types.ts'

/** What trainers make, above each of its desks. */
export function MaterialsTabs() {
  const { t } = useTranslation('materials')
  return (
    <DeskTabs
      label={t('tabs.label')}
      tabs={MATERIAL_TYPES.map((type) => ({
        to: deskOf(type) as NonNullable<LinkProps['to']>,
        text: t(`tabs.${type}`),
      }))}
    />
  )
}
