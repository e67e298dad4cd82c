import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { DrillTurn } from '../../../library/meetings/drills/drill.schema.ts'
import { Fold } from '../form/fold.tsx'
import { goalKey, letterOf, type Way, waysFrom } from '../graph/drill-ways.ts'
import styles from './drill-map.module.css'

/** The map in words: every turn with where each of its choices leads. */
export function WaysInWords({
  turns,
  onGo,
}: {
  readonly turns: readonly DrillTurn[]
  readonly onGo: (at: number) => void
}) {
  const { t } = useTranslation('drills')
  return (
    <Fold summary={t('map.words')}>
      <ol className={styles.words}>
        {turns.map((turn, at) => (
          <li key={turn.id}>
            <button type="button" className={styles.go} onClick={() => onGo(at)}>
              {t('map.turn', { n: at + 1, title: turn.title || t('map.untitled') })}
            </button>
            ：{wordsOfWays(t, turns, at)}
          </li>
        ))}
      </ol>
    </Fold>
  )
}

/**
 * A、C 接第 3 个；B 结束
 * @param only of this choice alone, without its letter
 */
export function wordsOfWays(t: TFunction<'drills'>, turns: readonly DrillTurn[], at: number, only?: number): string {
  const ways = waysFrom(turns, at).filter(({ choice }) => only === undefined || (choice ?? 0) === only)
  const byGoal = new Map<string, Way[]>()
  for (const way of ways) {
    const key = goalKey(way.goal)
    byGoal.set(key, [...(byGoal.get(key) ?? []), way])
  }
  return [...byGoal.values()]
    .map((together) => {
      const letters = together.flatMap(({ choice }) => (choice === undefined ? [] : letterOf(choice))).join('、')
      const by = letters === '' || only !== undefined ? t('map.on') : t('map.by', { letters })
      const goal = together[0]?.goal
      if (goal?.kind === 'turn') return t('map.wayTo', { by, n: goal.at + 1 })
      return t(goal?.kind === 'end' ? 'map.wayEnd' : 'map.wayLost', { by })
    })
    .join('；')
}
