import { type KeyboardEvent, memo, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DrillTurn } from '../../../library/meetings/drills/drill.schema.ts'
import { cornerOf, drawMap } from './draw-map.ts'
import styles from './drill-map.module.css'
import { layOutMap, worthDrawing } from './lay-out-map.ts'
import { WaysInWords, wordsOfWays } from './ways-in-words.tsx'

interface DrillMapViewProps {
  readonly turns: readonly DrillTurn[]
  readonly onGo: (at: number) => void
}

/** How the turns lead to one another, drawn; each leads to its card. The same in words below. */
export const DrillMapView = memo(
  DrillMap,
  (before, now) => before.onGo === now.onGo && sameWays(before.turns, now.turns),
)

function DrillMap({ turns, onGo }: DrillMapViewProps) {
  const { t } = useTranslation('drills')
  const [stop, setStop] = useState(0)
  const { map, drawn } = useMemo(() => {
    const laidOut = layOutMap(turns)
    return { map: laidOut, drawn: drawMap(laidOut) }
  }, [turns])
  if (turns.length === 0) return <p className={styles.muted}>{t('map.none')}</p>
  const order = [...map.places].sort((a, b) => a.row - b.row || a.column - b.column)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    if (!step || event.altKey || event.ctrlKey) return
    event.preventDefault()
    const here = order.findIndex(({ at }) => at === stop)
    const next = order[Math.max(0, Math.min(order.length - 1, here + step))]
    if (!next) return
    setStop(next.at)
    event.currentTarget.querySelector<HTMLElement>(`[data-place="${next.at}"]`)?.focus()
  }
  const stopAt = stop < turns.length ? stop : 0
  return (
    <div className={styles.all}>
      {turns.length > 1 && !worthDrawing(turns) && <p className={styles.muted}>{t('map.straight')}</p>}
      <div className={styles.scroll} data-scrolls="">
        {/* biome-ignore lint/a11y/useSemanticElements: a map is no set of fields */}
        <div
          role="group"
          aria-label={t('map.label', { n: turns.length })}
          className={styles.map}
          style={{ width: `${drawn.width}em`, height: `${drawn.height}em` }}
          onKeyDown={onKeyDown}
        >
          <svg className={styles.lines} viewBox={`0 0 ${drawn.width} ${drawn.height}`} aria-hidden="true">
            <defs>
              <marker
                id="drill-map-point"
                viewBox="0 0 8 8"
                refX="7"
                refY="4"
                markerWidth="6"
                markerHeight="6"
                orient="auto"
              >
                <path d="M0 0 8 4 0 8z" className={styles.point} />
              </marker>
            </defs>
            {drawn.lines.map(({ key, kind, path }) => (
              <path
                key={key}
                d={path}
                className={styles.line}
                data-kind={kind}
                {...((kind === 'line' || kind === 'back') && { markerEnd: 'url(#drill-map-point)' })}
              />
            ))}
          </svg>
          {drawn.lines.map(({ key, kind, letters, x, y }) => (
            <span
              key={key}
              className={styles.letters}
              data-kind={kind}
              style={{ left: `${x / LETTER_SIZE}em`, top: `${y / LETTER_SIZE}em` }}
              aria-hidden="true"
            >
              {letters === '·' ? '' : letters}
            </span>
          ))}
          {order.map((place) => {
            const turn = turns[place.at]
            const { x, y } = cornerOf(place)
            const name = t('map.place', { n: place.at + 1, title: turn?.title || t('map.untitled') })
            return (
              <button
                key={turn?.id}
                type="button"
                data-place={place.at}
                className={styles.place}
                data-alone={place.alone ? '' : undefined}
                style={{ left: `${x}em`, top: `${y}em` }}
                tabIndex={place.at === stopAt ? 0 : -1}
                title={turn?.title}
                aria-label={`${name}：${place.alone ? `${t('map.alone')}；` : ''}${wordsOfWays(t, turns, place.at)}`}
                onFocus={() => setStop(place.at)}
                onClick={() => onGo(place.at)}
              >
                <span className={styles.number}>{place.at + 1}</span>
                <span className={styles.title}>{turn?.title || t('map.untitled')}</span>
              </button>
            )
          })}
        </div>
      </div>
      {worthDrawing(turns) && <p className={styles.muted}>{t('map.key')}</p>}
      <WaysInWords turns={turns} onGo={onGo} />
    </div>
  )
}

/** Whether the map would be the same: only the ways and the titles are on it, not the words in a turn. */
function sameWays(before: readonly DrillTurn[], now: readonly DrillTurn[]): boolean {
  if (before === now) return true
  if (before.length !== now.length) return false
  return before.every((turn, at) => {
    const other = now[at]
    if (turn === other) return true
    if (!other || turn.id !== other.id || turn.title !== other.title) return false
    if (turn.choices.length !== other.choices.length) return false
    return turn.choices.every(({ to }, choice) => to === other.choices[choice]?.to)
  })
}

/** Of the letters on the map, in em of the map. */
const LETTER_SIZE = 0.85
