import { createContext, useContext } from 'react'
import type { Finding } from '../../../library/templates/finding.ts'
import type { ValueSource } from '../../../library/templates/known/known-view.ts'
import type { CellValue, FormData, FormRow, TemplateSchema } from '../../../library/templates/template-schema.ts'
import type { FormSubject } from './subject-fields.ts'

/** What the fields of a form need of the desk they stand on. */
export interface FormDeskValue {
  readonly schema: TemplateSchema
  /** `YYYY-MM-DD` */
  readonly today: string
  /** Filled by the person or given by the form itself. */
  readonly shown: FormData
  readonly required: ReadonlySet<string>
  readonly sourceOf: (path: string) => ValueSource | undefined
  /** True while the form itself gives the value; `changed` once the person put their own over it. */
  readonly ownershipOf: (path: string) => 'form' | 'changed' | 'person'
  readonly findingsOf: (path: string) => readonly Finding[]
  readonly change: (path: string, value: CellValue | readonly FormRow[] | undefined, typing?: boolean) => void
  /** Leaves a field to the form again. */
  readonly giveBack: (path: string) => void
  readonly enter: (path: string) => void
  readonly leave: (path: string) => void
  readonly chooseSubject: (subject: FormSubject) => void
}

export const FormDeskContext = createContext<FormDeskValue | undefined>(undefined)

export function useFormDesk(): FormDeskValue {
  const desk = useContext(FormDeskContext)
  if (!desk) throw new Error('A field stands on no desk')
  return desk
}
