import { useEffect, useRef } from 'react'

interface PlayKeys {
  readonly onGoOn: () => void
  /** A choice by its place. */
  readonly onChoose: (choice: number) => void
  readonly onBack: () => void
  readonly onLeave: () => void
}

const ON = new Set(['ArrowRight', 'PageDown', 'Enter', ' '])
const BACK = new Set(['ArrowLeft', 'PageUp', 'Backspace'])

/** The keys of a drill, before the window's own: numbers and letters choose, clickers go on and back. */
export function usePlayKeys(keys: PlayKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      const target = event.target instanceof Element ? event.target : null
      if (target?.matches('button, summary, a') && (event.key === ' ' || event.key === 'Enter')) return
      const { onGoOn, onChoose, onBack, onLeave } = latest.current
      const choice = choiceOf(event.key)
      if (choice !== undefined) onChoose(choice)
      else if (ON.has(event.key)) onGoOn()
      else if (BACK.has(event.key)) onBack()
      else if (event.key === 'Escape') onLeave()
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    addEventListener('keydown', onKeyDown, { capture: true })
    return () => removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
}

/** 1 or A is the first choice, up to eight. */
function choiceOf(key: string): number | undefined {
  if (/^[1-8]$/.test(key)) return Number(key) - 1
  const letter = key.toLowerCase()
  return /^[a-h]$/.test(letter) ? letter.charCodeAt(0) - 97 : undefined
}
