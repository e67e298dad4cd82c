import { useTranslation } from 'react-i18next'
import type { DrillRecord } from '../../../library/meetings/drills/drill.schema.ts'
import { cornerOf, drawMap, PLACE } from '../../drills/map/draw-map.ts'
import { layOutMap, worthDrawing } from '../../drills/map/lay-out-map.ts'
import styles from './drill-play.module.css'
import { type DrillWalk, walkedSteps } from './drill-walk.ts'

/** The map of a drill, small, with the way that was walked drawn through. In words it stands beside it. */
export function WalkedMap({ drill: { turns }, walk }: { readonly drill: DrillRecord; readonly walk: DrillWalk }) {
  const { t } = useTranslation('presenting')
  if (!worthDrawing(turns)) return null
  const map = layOutMap(turns)
  const drawn = drawMap(map)
  const steps = walkedSteps(walk)
  const seen = new Set(steps.map(({ turn }) => turn))
  const lines = new Set(steps.map(({ turn }, at) => `${turn} ${steps[at + 1]?.turn ?? 'end'}`))
  const isWalked = (key: string) => {
    const [from, kind, to] = key.split(' ')
    return lines.has(`${from} ${kind === 'end' ? 'end' : to}`)
  }
  return (
    <figure className={styles.map}>
      <figcaption className={styles.quiet}>{t('play.mapWhat')}</figcaption>
      <svg
        viewBox={`-0.3 -0.3 ${drawn.width + 0.6} ${drawn.height + 0.6}`}
        style={{ maxWidth: `${drawn.width * 0.9}rem` }}
        aria-hidden="true"
      >
        {drawn.lines.map(({ key, path }) => (
          <path key={key} d={path} className={styles.line} data-walked={isWalked(key) ? '' : undefined} />
        ))}
        {map.places.map((place) => {
          const { x, y } = cornerOf(place)
          const turn = turns[place.at]
          return (
            <g key={turn?.id} className={styles.place} data-walked={seen.has(place.at) ? '' : undefined}>
              <rect x={x} y={y} width={PLACE.width} height={PLACE.height} rx={0.4} />
              <text x={x + PLACE.width / 2} y={y + PLACE.height / 2}>
                {place.at + 1} {shortTitle(turn?.title ?? '')}
              </text>
            </g>
          )
        })}
      </svg>
    </figure>
  )
}

function shortTitle(title: string): string {
  const characters = [...title]
  return characters.length > 8 ? `${characters.slice(0, 7).join('')}…` : title
}
