import { useState } from 'react'
import type { CellValue } from '../../../library/templates/template-schema.ts'

interface TypedText {
  readonly text: string
  readonly change: (text: string) => void
  /** Shows the value as it is written, once typing is over. */
  readonly settle: () => void
}

/**
 * The words in a field whose value is read from them. While someone types, their words stay as typed; a value that
 * changes otherwise (undo, taking over, computing) is written anew.
 */
export function useTypedText(
  value: CellValue | undefined,
  read: (text: string) => CellValue | undefined,
  write: (value: CellValue | undefined) => string,
  onChange: (value: CellValue | undefined) => void,
): TypedText {
  const [typed, setTyped] = useState({ text: write(value), value })
  const current = typed.value === value ? typed : { text: write(value), value }
  if (current !== typed) setTyped(current)
  return {
    text: current.text,
    change: (text) => {
      const next = read(text)
      setTyped({ text, value: next })
      onChange(next)
    },
    settle: () => setTyped({ text: write(value), value }),
  }
}
