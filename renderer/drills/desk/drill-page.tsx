import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { DrillRecord } from '../../../library/meetings/drills/drill.schema.ts'
import { MaterialMissing } from '../../materials/desk/material-missing.tsx'
import { materialQuery } from '../../materials/material-queries.ts'
import type { ViewOf } from '../../materials/use-material-draft.ts'
import { DrillDesk } from './drill-desk.tsx'

const route = getRouteApi('/drills/$id')

/** `/drills/ID?side=`: a drill as it is written, or read where it came with the library. */
export function DrillPage() {
  const { t } = useTranslation('drills')
  const { id } = route.useParams()
  const { data, ...found } = useQuery(materialQuery(id))
  if (data?.record.type === 'drill') return <DrillDesk key={id} view={data as ViewOf<DrillRecord>} />
  return (
    <MaterialMissing
      title={t('page.title')}
      missing={t('page.missing')}
      what={t('page.missingWhat')}
      otherType={t('page.otherType')}
      toOther={t('page.toOther')}
      toList={t('page.toList')}
      list="/drills"
      view={data}
      error={found.error}
      onRetry={() => void found.refetch()}
    />
  )
}
