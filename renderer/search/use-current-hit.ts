import { useCallback, useState } from 'react'
import { useSettled } from '../design/use-settled.ts'
import type { ResultHit } from './result-hits.ts'

/** Moving on faster than this fetches nothing on the way, milliseconds. */
const PAUSE = 120

/**
 * The result looked at: the one moved to, or the first passage. `settled` follows on a pause.
 * @param question what was asked: the answer to another begins at its own first passage
 * @param initial key of the one looked at when these results were left
 */
export function useCurrentHit(hits: readonly ResultHit[], question: object, initial: string | undefined) {
  const [key, setKey] = useState(initial)
  const [answered, setAnswered] = useState(question)
  if (answered !== question) {
    setAnswered(question)
    setKey(undefined)
  }
  const current = hits.find((hit) => hit.key === key) ?? hits.find(({ passage }) => passage) ?? hits[0]
  const settledKey = useSettled(current?.key, PAUSE)
  const settled = hits.find((hit) => hit.key === settledKey) ?? current
  const look = useCallback((next: string) => setKey(next), [])
  return { current, settled, look }
}
