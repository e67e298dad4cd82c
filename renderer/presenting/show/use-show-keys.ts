import { useEffect, useRef, useState } from 'react'
import { keyOutcome, type ShowAction } from './show-keys.ts'

interface ShowKeysOptions {
  /** False while something lies over the slides that has keys of its own. */
  readonly active: boolean
  readonly onAction: (action: ShowAction) => void
  /** A slide's number, from 1. */
  readonly onSlide: (number: number) => void
}

/** How long a number that is typed waits for the rest of it. Milliseconds. */
const PATIENCE = 4_000

/** The keys of the slides, before the window's own. Those that a control needs for itself are left to it. Gives the number typed so far. */
export function useShowKeys(options: ShowKeysOptions): string {
  const [digits, setDigits] = useState('')
  // Keys may come faster than the window is drawn.
  const typed = useRef('')
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { active, onAction, onSlide } = latest.current
      if (!active || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      const target = event.target instanceof Element ? event.target : null
      if (target?.matches('input, textarea, select')) return
      if (
        target?.matches('button, a, summary') &&
        (event.key === ' ' || (event.key === 'Enter' && typed.current === ''))
      )
        return
      const outcome = keyOutcome(typed.current, event.key)
      if (!outcome) return
      event.preventDefault()
      event.stopPropagation()
      typed.current = outcome.digits
      setDigits(outcome.digits)
      if (outcome.action) onAction(outcome.action)
      if (outcome.slide !== undefined) onSlide(outcome.slide)
    }
    addEventListener('keydown', onKeyDown, { capture: true })
    return () => removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
  useEffect(() => {
    if (digits === '') return
    const timer = setTimeout(() => {
      typed.current = ''
      setDigits('')
    }, PATIENCE)
    return () => clearTimeout(timer)
  }, [digits])
  return digits
}
