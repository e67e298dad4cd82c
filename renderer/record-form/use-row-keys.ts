import type { KeyboardEvent } from 'react'
import { moved } from './record-path.ts'

interface Rows<Row> {
  readonly rows: readonly Row[]
  readonly most: number
  readonly set: (rows: readonly Row[]) => void
  /** The rows with a new one after a place. */
  readonly withRowAfter: (at: number) => readonly Row[]
  /** Brings the keyboard to a row once it is drawn; to what adds one where there is none. */
  readonly focus: (at: number) => void
}

/**
 * Rows that are written like a list: Enter for the next, Backspace in an empty one takes it away, ↑↓ goes from one to
 * the next, Alt+Shift+↑↓ moves one.
 */
export function useRowKeys<Row>({ rows, most, set, withRowAfter, focus }: Rows<Row>) {
  const add = (at: number) => {
    if (rows.length >= most) return
    set(withRowAfter(at))
    focus(at + 1)
  }
  const remove = (at: number) => {
    set(rows.filter((_, other) => other !== at))
    focus(rows.length === 1 ? -1 : Math.max(0, at - 1))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>, at: number) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (step !== undefined) {
      const to = at + step
      const moves = event.altKey && event.shiftKey
      if (!moves && (event.altKey || event.shiftKey)) return
      // Moving a row is never moving what it stands in.
      if (moves || (to >= 0 && to < rows.length)) event.preventDefault()
      if (to < 0 || to >= rows.length) return
      if (moves) set(moved(rows, at, to))
      focus(to)
    } else if (event.key === 'Enter' && !event.altKey) {
      event.preventDefault()
      add(at)
    } else if (event.key === 'Backspace' && event.currentTarget.value === '') {
      event.preventDefault()
      remove(at)
    }
  }
  return { add, remove, onKeyDown } as const
}
