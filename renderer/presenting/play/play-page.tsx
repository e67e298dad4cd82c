import { getRouteApi } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../../design/page.tsx'
import { OverWindow } from '../../stories-shown/over-window.tsx'
import { useLeave } from '../../stories-shown/slideshow.tsx'
import styles from './drill-play.module.css'
import { PlayedMaterial } from './played-material.tsx'

const route = getRouteApi('/drills/$id/play')

/** `/drills/ID/play`: a drill played on screen; with `?meeting=&part=` the scene of a meeting's part, with `?from=` tried out from a turn. */
export function PlayPage() {
  const { id } = route.useParams()
  const { meeting, part, from } = route.useSearch()
  const { t } = useTranslation('presenting')
  usePageTitle(t('play.title'))
  const frame = useRef<HTMLDivElement>(null)
  return (
    <PlayedMaterial
      materialId={meeting ?? id}
      partId={meeting === undefined ? undefined : part}
      from={from}
      onLeave={useLeave()}
      leaveLabel={t('play.leave')}
      frame={(label, played) => (
        <OverWindow frame={frame} label={label} className={styles.play}>
          {played}
        </OverWindow>
      )}
    />
  )
}
