import { type KeyboardEvent, type RefObject, useCallback } from 'react'
import type { OutlineListHandle } from '../outline/outline-list.tsx'
import type { RowCell } from '../outline/outline-row.tsx'
import type { Outline } from './use-outline.ts'

interface OutlineKeys {
  readonly outline: Outline
  readonly list: RefObject<OutlineListHandle | null>
  readonly readOnly: boolean
  /** Into the fields of the part. */
  readonly onEdit: () => void
}

/**
 * In the outline: ↑↓ another part (with Shift up to it), Enter to write it, → its minutes, Alt+Shift+↑↓ moves what is
 * chosen, Ctrl+D copies it, Delete deletes it, Ctrl+A chooses all. In the minutes: ↑↓ and Enter another part's.
 */
export function useOutlineKeys({ outline, list, readOnly, onEdit }: OutlineKeys) {
  const { ids, selection, choose, step, remove, duplicate } = outline
  return useCallback(
    (event: KeyboardEvent<HTMLElement>, id: string, cell: RowCell) => {
      if (event.nativeEvent.isComposing) return
      const at = ids.indexOf(id)
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      const control = (event.ctrlKey || event.metaKey) && !event.altKey
      const go = (to: number, how: 'only' | 'range') => {
        const next = ids[Math.max(0, Math.min(ids.length - 1, to))]
        if (next === undefined) return
        choose(next, how)
        list.current?.focus(ids.indexOf(next), cell)
      }
      if (by !== 0 && event.altKey && event.shiftKey) {
        if (readOnly) return
        step(by)
        requestAnimationFrame(() => list.current?.focus(Math.max(0, Math.min(ids.length - 1, at + by)), cell))
      } else if (by !== 0 && !event.altKey && !control)
        go(at + by, event.shiftKey && cell === 'title' ? 'range' : 'only')
      else if (cell === 'minutes') {
        if (event.key === 'Enter') go(at + (event.shiftKey ? -1 : 1), 'only')
        else if (event.key === 'Escape') list.current?.focus(at, 'title')
        else return
      } else if (event.key === 'Home' || event.key === 'End') {
        go(event.key === 'Home' ? 0 : ids.length - 1, event.shiftKey ? 'range' : 'only')
      } else if (event.key === 'ArrowRight') list.current?.focus(at, 'minutes')
      else if (event.key === 'Enter' || event.key === 'F2') {
        choose(id)
        onEdit()
      } else if (control && event.key.toLowerCase() === 'a') {
        const [first] = ids
        if (first !== undefined) choose(first)
        go(ids.length - 1, 'range')
      } else if (!readOnly && control && event.key.toLowerCase() === 'd') duplicate()
      else if (!readOnly && event.key === 'Delete') {
        if (!selection.chosen.has(id)) choose(id)
        remove()
        requestAnimationFrame(() => list.current?.focus(Math.min(at, ids.length - 1), 'title'))
      } else return
      event.preventDefault()
      event.stopPropagation()
    },
    [ids, selection, choose, step, remove, duplicate, list, readOnly, onEdit],
  )
}
