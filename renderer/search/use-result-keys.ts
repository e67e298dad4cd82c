import type { KeyboardEvent } from 'react'
import { focusSearchBox } from './focus-search-box.ts'
import { resultCommand } from './result-keys.ts'

/** What the keys do besides moving; each gets the key of the focused result and says whether it did anything. */
export interface ResultActions {
  preview(): boolean
  copy(key: string | undefined): boolean
  pair(key: string | undefined): boolean
  meeting(key: string | undefined): boolean
  compare(): boolean
  filters(): boolean
}

/** ↓ ↑ (j k) move from result to result, Esc goes back to the box, letters act on the focused one; Enter is the link's own. */
export function useResultKeys(actions: ResultActions) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const focused = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-hit]') : null
    if (!focused || event.nativeEvent.isComposing) return
    const command = resultCommand(event)
    if (!command || !run(command, focused, event.currentTarget, actions)) return
    event.preventDefault()
    event.stopPropagation()
  }
}

function run(
  command: NonNullable<ReturnType<typeof resultCommand>>,
  focused: HTMLElement,
  list: HTMLElement,
  actions: ResultActions,
): boolean {
  if (command === 'next' || command === 'previous') move(focused, list, command === 'next' ? 1 : -1)
  else if (command === 'box') focusSearchBox()
  else if (command === 'copy' || command === 'pair' || command === 'meeting')
    return actions[command](focused.dataset.hit)
  else return actions[command]()
  return true
}

/** Above the first result comes the box, below the last nothing. */
function move(focused: HTMLElement, list: HTMLElement, step: 1 | -1): void {
  const hits = [...list.querySelectorAll<HTMLElement>('[data-hit]')]
  const next = hits.indexOf(focused) + step
  if (next < 0) focusSearchBox()
  else hits[next]?.focus()
}
