import { createContext, type ReactNode, useContext } from 'react'

/** Something said of a field, by a check or by a person. */
export interface SaidOfField {
  readonly id: string
  readonly says: ReactNode
  /** `must`: it is wrong until something is done about it. */
  readonly severity?: string | undefined
  /** Read with the field as wrong. */
  readonly wrong?: boolean | undefined
}

/** Where a proposed value was read. */
export interface ReadFrom {
  readonly confidence: 'certain' | 'likely'
  readonly quote: string
}

/** What every field of a record's form is given: a story's, a meeting's, a drill's. Paths are as `people/0/name`. */
export interface RecordForm<Kept extends object = object> {
  readonly record: Kept
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly readOnly: boolean
  /** Sets the value at a path; undefined takes it out. Typing in one place is one step to undo. */
  readonly change: (path: string, value: unknown, typing?: boolean) => void
  readonly saidAt?: ((path: string) => readonly SaidOfField[]) | undefined
  /** Where a proposed value was read, until a person has confirmed it. */
  readonly readAt?: ((path: string) => ReadFrom | undefined) | undefined
  readonly onConfirm?: ((path: string) => void) | undefined
  /** Comments on words chosen in a field. */
  readonly onComment?: ((words: { readonly field: string; readonly quote: string }) => void) | undefined
}

export const RecordFormContext = createContext<RecordForm | undefined>(undefined)

export function useRecordForm(): RecordForm {
  const form = useContext(RecordFormContext)
  if (!form) throw new Error('A field stands outside of its form')
  return form
}
