import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DrillRecord } from '../../../library/meetings/drills/drill.schema.ts'
import type { MaterialView } from '../../../library/meetings/materials/material-view.ts'
import { EmptyNotice } from '../../design/empty-notice.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { materialChangesQuery, materialQuery } from '../../materials/material-queries.ts'
import { PictureSource } from '../../stories/pictures/picture-source.ts'
import frameStyles from '../deck-frame.module.css'
import { usePictureRoute } from '../use-deck-pictures.ts'
import styles from './drill-play.module.css'
import { DrillPlay } from './drill-play.tsx'

interface PlayedMaterialProps {
  readonly materialId: string
  /** Of a meeting: the part whose scene is played. */
  readonly partId: string | undefined
  /** The turn it is tried out from, instead of the beginning. */
  readonly from?: string | undefined
  readonly onLeave: () => void
  readonly leaveLabel: string
  /** What it is drawn in: the whole window, or the slides'. */
  readonly frame: (label: string, played: ReactNode) => ReactNode
}

/** Gets a drill, or the scene of a meeting's part, and plays it. */
export function PlayedMaterial({ materialId, partId, from, onLeave, leaveLabel, frame }: PlayedMaterialProps) {
  const { t } = useTranslation('presenting')
  const { data: view, error, refetch } = useQuery(materialQuery(materialId))
  const changes = useQuery({
    ...materialChangesQuery(materialId, view?.recordSha256 ?? ''),
    enabled: view !== undefined,
  })
  const routeOf = usePictureRoute(materialId, 'slide')
  const drill = view && drillOf(view, partId)
  return frame(
    drill ? t('play.label', { title: drill.title }) : t('play.title'),
    drill ? (
      <PictureSource.Provider value={routeOf}>
        <DrillPlay
          drill={drill}
          from={from}
          cited={changes.data?.cited ?? []}
          rolesOf={partId === undefined ? materialId : undefined}
          onLeave={onLeave}
          leaveLabel={leaveLabel}
        />
      </PictureSource.Provider>
    ) : (
      <div className={styles.nothing}>
        {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {!view && !error && <LoadingNotice />}
        {view && (
          <EmptyNotice title={t('play.nothing')}>
            <p>{t('play.nothingWhat')}</p>
          </EmptyNotice>
        )}
        <button type="button" className={frameStyles.button} onClick={onLeave}>
          {leaveLabel}
        </button>
      </div>
    ),
  )
}

function drillOf({ record }: MaterialView, partId: string | undefined): DrillRecord | undefined {
  if (record.type === 'drill') return record
  if (record.type !== 'meeting') return undefined
  const part = record.parts.find(({ id, type }) => type === 'scene' && id === partId)
  return part?.type === 'scene' ? part.drill : undefined
}
