import { type ClipboardEvent, type KeyboardEvent, memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../library/templates/finding.ts'
import type { CellValue, FormRow } from '../../../library/templates/template-schema.ts'
import { Icon } from '../../design/icon.tsx'
import { fieldId } from '../form/field-path.ts'
import { FieldControl } from './field-control.tsx'
import type { Cell, Table } from './pasted-rows.ts'
import styles from './table-field.module.css'

/** What can be done from a row; `row` and `column` count from 0. */
export interface RowActions {
  readonly change: (path: string, value: CellValue | undefined, typing?: boolean) => void
  readonly enter: (path: string) => void
  readonly leave: (path: string) => void
  readonly paste: (event: ClipboardEvent, row: number, column: number) => void
  readonly keyDown: (event: KeyboardEvent, row: number, column: number) => void
  readonly move: (row: number, by: 1 | -1) => void
  readonly remove: (row: number) => void
}

interface TableRowProps {
  readonly name: string
  readonly at: number
  readonly last: boolean
  readonly row: FormRow
  readonly table: Table
  readonly today: string
  readonly findings: readonly Finding[]
  readonly actions: RowActions
}

/** The columns to fill: the row's number stands before it already. */
export function columnsOf(table: Table): [string, Cell][] {
  return Object.entries(table.items.properties).filter(([, field]) => field['x-computed']?.trim() !== '$row')
}

export function cellId(name: string, row: number, cell: string): string {
  return fieldId(`${name}/${row}/${cell}`)
}

/** A row of a table; drawn anew only when something in it is another. */
export const TableRow = memo(Row, (before, after) =>
  Object.entries(after).every(([key, value]) =>
    key === 'row' ? sameRow(before.row, after.row) : before[key as keyof TableRowProps] === value,
  ),
)

function Row({ name, at, last, row, table, today, findings, actions }: TableRowProps) {
  const { t } = useTranslation('templates')
  return (
    <tr>
      <th scope="row" className={styles.number}>
        {at + 1}
      </th>
      {columnsOf(table).map(([cell, field], column) => (
        <td
          key={cell}
          data-type={field.type === 'string' ? (field.format ?? (field.enum ? 'enum' : 'text')) : field.type}
          onPaste={(event) => actions.paste(event, at, column)}
          onKeyDown={(event) => actions.keyDown(event, at, column)}
        >
          <CellControl
            path={`${name}/${at}/${cell}`}
            label={t('table.cell', { n: at + 1, column: field.title ?? cell })}
            field={field}
            value={row[cell]}
            required={table.items.required?.includes(cell) ?? false}
            today={today}
            findings={findings}
            actions={actions}
          />
        </td>
      ))}
      <td className={styles.actions}>
        <RowButton label={t('table.up', { n: at + 1 })} onClick={() => actions.move(at, -1)} disabled={at === 0}>
          ↑
        </RowButton>
        <RowButton label={t('table.down', { n: at + 1 })} onClick={() => actions.move(at, 1)} disabled={last}>
          ↓
        </RowButton>
        <RowButton label={t('table.remove', { n: at + 1 })} onClick={() => actions.remove(at)} reachable>
          <Icon name="close" size="1em" />
        </RowButton>
      </td>
    </tr>
  )
}

interface CellControlProps extends Pick<TableRowProps, 'today' | 'findings' | 'actions'> {
  readonly path: string
  readonly label: string
  readonly field: Cell
  readonly value: CellValue | undefined
  readonly required: boolean
}

function CellControl({ path, label, field, value, required, today, findings, actions }: CellControlProps) {
  const id = fieldId(path)
  const here = findings.filter(({ place }) => place.type === 'field' && place.path === path)
  return (
    <>
      <FieldControl
        id={id}
        path={path}
        field={field}
        value={value}
        required={required}
        invalid={here.some(({ severity }) => severity === 'must')}
        today={today}
        describedBy={here.length > 0 ? `${id}-findings` : undefined}
        label={label}
        onChange={(next, typing) => actions.change(path, next, typing)}
        onFocus={() => actions.enter(path)}
        onBlur={() => actions.leave(path)}
      />
      {here.length > 0 && (
        <ul id={`${id}-findings`} className={styles.findings}>
          {here.map((finding) => (
            <li key={finding.id} data-severity={finding.severity}>
              {finding.says}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

interface RowButtonProps {
  readonly label: string
  readonly onClick: () => void
  readonly disabled?: boolean
  /** A stop for Tab; rows are moved by Alt+Shift+↑↓ there. */
  readonly reachable?: boolean
  readonly children: ReactNode
}

function RowButton({ label, onClick, disabled, reachable, children }: RowButtonProps) {
  return (
    <button
      type="button"
      className={styles.rowButton}
      aria-label={label}
      title={label}
      tabIndex={reachable ? 0 : -1}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  )
}

function sameRow(before: FormRow, after: FormRow): boolean {
  const names = Object.keys(after)
  return names.length === Object.keys(before).length && names.every((name) => before[name] === after[name])
}
