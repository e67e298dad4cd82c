import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { StepGuideRecord } from '../../../library/meetings/guides/step-guide.schema.ts'
import { MaterialMissing } from '../../materials/desk/material-missing.tsx'
import { materialQuery } from '../../materials/material-queries.ts'
import type { ViewOf } from '../../materials/use-material-draft.ts'
import { GuideReader } from '../reading/guide-reader.tsx'
import { GuideDesk } from './guide-desk.tsx'

const route = getRouteApi('/guides/$id')

/** `/guides/ID?step=`: an own guide as it is written; with a step, and one that came with the library, as it is read. */
export function GuidePage() {
  const { t } = useTranslation('guides')
  const { id } = route.useParams()
  const { step } = route.useSearch()
  const { data, ...found } = useQuery(materialQuery(id))
  if (data?.record.type === 'guide') {
    const view = data as ViewOf<StepGuideRecord>
    const reads = step !== undefined || !view.own
    return reads ? <GuideReader view={view} step={step} /> : <GuideDesk key={id} view={view} />
  }
  return (
    <MaterialMissing
      title={t('page.title')}
      missing={t('page.missing')}
      what={t('page.missingWhat')}
      otherType={t('page.otherType')}
      toOther={t('page.toOther')}
      toList={t('page.toList')}
      list="/guides"
      view={data}
      error={found.error}
      onRetry={() => void found.refetch()}
    />
  )
}
