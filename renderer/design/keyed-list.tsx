import type { InputRef } from 'antd'
import type { ReactNode, RefObject } from 'react'
import { moveInList } from './move-in-list.ts'

interface KeyedListProps {
  readonly list: RefObject<HTMLDivElement | null>
  /** Where ↑ leads from the first line. */
  readonly field: RefObject<InputRef | null>
  readonly children: ReactNode
}

/** A list whose `[data-line]` links are gone through with the arrows. */
export function KeyedList({ list, field, children }: KeyedListProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows go from line to line
    <div
      ref={list}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
        if (step === 0 || !(event.target instanceof HTMLAnchorElement)) return
        event.preventDefault()
        if (!moveInList(list.current, step) && step < 0) field.current?.focus()
      }}
    >
      {children}
    </div>
  )
}
