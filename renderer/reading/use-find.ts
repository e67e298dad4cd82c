import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { PassageView } from '../../library/items/item-view.ts'
import { type FindHit, findHits, foldPassages, hitFrom, stepHit } from './find-hits.ts'
import { findTerms, wordsOfQuestion } from './find-terms.ts'

const noTerms: readonly string[] = []

/** Finding in the open text. A text opened from a search starts with the words searched for. */
export function useFind(passages: readonly PassageView[], arrivedWith: string | undefined) {
  const [open, setOpen] = useState(!!arrivedWith)
  const [text, setText] = useState(arrivedWith ?? '')
  const [current, setCurrent] = useState(-1)
  const searched = useDeferredValue(open ? text : '')
  const folded = useMemo(() => (open ? foldPassages(passages) : []), [passages, open])

  const { terms, hits } = useMemo(() => {
    const typed = findTerms(searched)
    const found = findHits(folded, typed)
    if (found.length > 0 || searched !== arrivedWith) return { terms: typed, hits: found }
    const words = wordsOfQuestion(searched)
    return { terms: words, hits: findHits(folded, words) }
  }, [folded, searched, arrivedWith])

  const search = useCallback((words: string) => {
    setText(words)
    setCurrent(-1)
  }, [])
  const close = useCallback(() => {
    setOpen(false)
    setCurrent(-1)
  }, [])
  const show = useCallback(() => setOpen(true), [])

  /** Moves to the next hit, or to the nearest from `place` on when none is current; returns it. */
  const step = useCallback(
    (direction: 1 | -1, place: number): FindHit | undefined => {
      const nearest = hitFrom(hits, place)
      const next =
        current >= 0
          ? stepHit(hits.length, current, direction)
          : direction === 1
            ? nearest
            : stepHit(hits.length, nearest, -1)
      setCurrent(next)
      return hits[next]
    },
    [hits, current],
  )

  return {
    open,
    text,
    search,
    show,
    close,
    step,
    hits,
    terms: open ? terms : noTerms,
    current: Math.min(current, hits.length - 1),
  }
}

export type Find = ReturnType<typeof useFind>
