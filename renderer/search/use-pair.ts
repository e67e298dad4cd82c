import { useCallback, useState } from 'react'
import type { ResultHit } from './result-hits.ts'

/** The results chosen to be compared, at most two; a third takes the place of the one chosen first. */
export function usePair(initial: readonly ResultHit[]) {
  const [pair, setPair] = useState(initial)
  const toggle = useCallback((hit: ResultHit) => setPair((before) => toggled(before, hit)), [])
  const clear = useCallback(() => setPair([]), [])
  return { pair, toggle, clear }
}

function toggled(before: readonly ResultHit[], hit: ResultHit): readonly ResultHit[] {
  const others = before.filter(({ key }) => key !== hit.key)
  return others.length < before.length ? others : [...others, hit].slice(-2)
}
