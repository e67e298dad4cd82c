import type { TemplateSchema } from '../template-schema.ts'
import { fitValue } from './fit-value.ts'
import { membersTable } from './known-fields.ts'
import type { KnownValue } from './known-view.ts'

/** A cell of the table of a household's members that is known. */
export interface MemberCell {
  readonly table: string
  readonly at: number
  readonly cell: string
  /** 家庭成员/0/姓名 */
  readonly path: string
  readonly known: KnownValue
}

/** A household's members as the rows of a form's table for them, in which a member has at least a cell. */
export function memberCells(schema: TemplateSchema, members: readonly (readonly KnownValue[])[]): MemberCell[] {
  const table = membersTable(schema)
  if (!table) return []
  const rows = members
    .map((member) =>
      table.cells.flatMap(({ cell, field, meaning }) => {
        const known = member.find((one) => one.meaning === meaning)
        const value = known && fitValue(field, known.value)
        return known && value !== undefined ? [{ cell, known: { ...known, value } }] : []
      }),
    )
    .filter((cells) => cells.length > 0)
    .slice(0, table.field.maxItems)
  return rows.flatMap((cells, at) =>
    cells.map(({ cell, known }) => ({ table: table.name, at, cell, path: `${table.name}/${at}/${cell}`, known })),
  )
}
