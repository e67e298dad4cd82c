import type { CellValue } from '../../../library/templates/template-schema.ts'
import type { Cell } from './pasted-rows.ts'

/** What every control of a field is given, in the form and in a table's cell. */
export interface ControlProps {
  readonly id: string
  readonly path: string
  readonly field: Cell
  readonly value: CellValue | undefined
  readonly required: boolean
  readonly invalid: boolean
  readonly today: string
  /** Ids of the elements that describe it. */
  readonly describedBy: string | undefined
  /** The id of its visible label, for controls that are several elements. */
  readonly labelledBy?: string | undefined
  /** Its name where it has no label of its own: in a table's cell. */
  readonly label?: string | undefined
  readonly onChange: (value: CellValue | undefined, typing?: boolean) => void
  readonly onFocus: () => void
  readonly onBlur: () => void
}
