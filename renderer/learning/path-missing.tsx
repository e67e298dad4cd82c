import { useTranslation } from 'react-i18next'
import type { MaterialView } from '../../library/meetings/materials/material-view.ts'
import { MaterialMissing } from '../materials/desk/material-missing.tsx'

interface PathMissingProps {
  /** What came instead: a material of another type. */
  readonly view?: MaterialView | undefined
  readonly error: unknown
  readonly onRetry: () => void
}

/** The learning desk while a path comes, and where there is none. */
export function PathMissing({ view, error, onRetry }: PathMissingProps) {
  const { t } = useTranslation('learning')
  return (
    <MaterialMissing
      title={t('list.title')}
      missing={t('missing.title')}
      what={t('missing.what')}
      otherType={t('missing.other')}
      toOther={t('missing.toOther')}
      toList={t('list.back')}
      list="/learning"
      view={view}
      error={error}
      onRetry={onRetry}
    />
  )
}
