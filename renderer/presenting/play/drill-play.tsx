import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DrillRecord } from '../../../library/meetings/drills/drill.schema.ts'
import type { CitedState } from '../../../library/meetings/materials/material-view.ts'
import frame from '../deck-frame.module.css'
import { DrillEnd } from './drill-end.tsx'
import styles from './drill-play.module.css'
import { DrillStart } from './drill-start.tsx'
import {
  beginning,
  begunAt,
  chose,
  type DrillPoint,
  type DrillWalk,
  goesOn,
  pointOf,
  wentBack,
  wentOn,
} from './drill-walk.ts'
import { OutcomeView } from './outcome-view.tsx'
import { TurnView } from './turn-view.tsx'
import { usePlayKeys } from './use-play-keys.ts'

export interface DrillPlayProps {
  readonly drill: DrillRecord
  /** The turn it is tried out from, instead of the beginning. */
  readonly from?: string | undefined
  /** The validity of what is cited, today. */
  readonly cited: readonly CitedState[]
  /** The material whose role cards can be printed. */
  readonly rolesOf?: string | undefined
  readonly onLeave: () => void
  readonly leaveLabel: string
}

/** A drill played from point to point, by one or by many. Only the way walked is held, and only here. */
export function DrillPlay({ drill, from, cited, rolesOf, onLeave, leaveLabel }: DrillPlayProps) {
  const { t } = useTranslation('presenting')
  const [walk, setWalk] = useState<DrillWalk>(() => begunAt(drill, from))
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set())
  const stage = useRef<HTMLDivElement>(null)
  const point = pointOf(walk)
  const goOn = useCallback(() => setWalk((now) => wentOn(drill, now)), [drill])
  const choose = useCallback((choice: number) => setWalk((now) => chose(drill, now, choice)), [drill])
  const back = useCallback(() => setWalk(wentBack), [])
  usePlayKeys({ onGoOn: goOn, onChoose: choose, onBack: back, onLeave })
  // Each point is read from its beginning, by the eye and aloud.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new point is what this waits for
  useEffect(() => {
    stage.current?.scrollTo({ top: 0 })
    stage.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
  }, [walk])
  return (
    <>
      <header className={styles.head}>
        <h1>{drill.title}</h1>
        <span className={styles.quiet}>{t('play.alone')}</span>
      </header>
      <div
        ref={stage}
        className={styles.stage}
        data-point={point.at}
        data-turn={'turn' in point ? point.turn : undefined}
      >
        {drawPoint()}
      </div>
      <footer className={styles.foot} data-controls="">
        <button type="button" className={frame.button} disabled={walk.length === 1} onClick={back}>
          {point.at === 'outcome' ? t('play.again') : t('play.back')}
        </button>
        {canGoOn(drill, point) && (
          <button type="button" className={`${frame.button} ${styles.main}`} onClick={goOn}>
            {point.at === 'start' ? t('play.start') : t('play.goOn')}
          </button>
        )}
        {point.at === 'end' && (
          <button type="button" className={frame.button} onClick={() => setWalk(beginning)}>
            {t('play.restart')}
          </button>
        )}
        <button type="button" className={frame.button} onClick={onLeave}>
          {leaveLabel}
        </button>
      </footer>
    </>
  )

  function toggleMine(roleId: string) {
    setMine((now) => new Set(now.has(roleId) ? [...now].filter((id) => id !== roleId) : [...now, roleId]))
  }

  function drawPoint() {
    if (point.at === 'start') return <DrillStart drill={drill} rolesOf={rolesOf} mine={mine} onMine={toggleMine} />
    if (point.at === 'end') return <DrillEnd drill={drill} walk={walk} lost={point.lost} cited={cited} />
    const turn = drill.turns[point.turn]
    if (!turn) return null
    if (point.at === 'turn') return <TurnView drill={drill} turn={turn} at={point.turn} mine={mine} onChoose={choose} />
    const choice = turn.choices[point.choice]
    return choice && <OutcomeView choice={choice} cited={cited} />
  }
}

function canGoOn(drill: DrillRecord, point: DrillPoint): boolean {
  if (point.at === 'turn') return goesOn(drill.turns[point.turn])
  return point.at !== 'end'
}
