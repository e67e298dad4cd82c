import { Input, type InputRef } from 'antd'
import type { RefObject } from 'react'
import styles from './list-page.module.css'

interface FindFieldProps {
  readonly field: RefObject<InputRef | null>
  readonly typed: string
  readonly onTyped: (typed: string) => void
  readonly label: string
  readonly placeholder: string
  /** From the words into the list. */
  readonly onDown: () => void
  /** Opens the first line. */
  readonly onEnter: () => void
}

/** The words that a list is narrowed by: ↓ leads into the list, Enter opens its first line. */
export function FindField({ field, typed, onTyped, label, placeholder, onDown, onEnter }: FindFieldProps) {
  return (
    <Input
      ref={field}
      className={styles.words ?? ''}
      value={typed}
      allowClear
      maxLength={100}
      aria-label={label}
      placeholder={placeholder}
      onChange={(event) => onTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key !== 'ArrowDown' && (event.key !== 'Enter' || typed.trim() === '')) return
        event.preventDefault()
        if (event.key === 'Enter') onEnter()
        else onDown()
      }}
    />
  )
}
