import type { FieldProps } from '@rjsf/utils'
import { Button } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { CellValue, FormRow } from '../../../library/templates/template-schema.ts'
import { Icon } from '../../design/icon.tsx'
import { fieldId } from '../form/field-path.ts'
import { useFormDesk } from '../form/form-desk-context.ts'
import { FieldControl } from './field-control.tsx'
import { isCells, pasteRows, type Table } from './pasted-rows.ts'
import styles from './table-field.module.css'

/** A table of rows: added, removed, moved, and pasted from a spreadsheet as a block. */
export function TableField({ name }: FieldProps) {
  const field = useFormDesk().schema.properties[name]
  if (field?.type !== 'array') return null
  return <Rows name={name} table={field} />
}

function Rows({ name, table }: { readonly name: string; readonly table: Table }) {
  const { t } = useTranslation('templates')
  const desk = useFormDesk()
  const box = useRef<HTMLDivElement>(null)
  const title = table.title ?? name
  const id = fieldId(name)
  const value = desk.shown[name]
  const rows = (Array.isArray(value) ? value : []) as readonly FormRow[]
  // The row's number stands before it already.
  const columns = Object.entries(table.items.properties).filter(([, field]) => field['x-computed']?.trim() !== '$row')
  const required = new Set(table.items.required)
  const full = table.maxItems !== undefined && rows.length >= table.maxItems
  const findings = desk.findingsOf(name)

  // At once, so that the focus finds its place before the next key comes.
  const set = (next: readonly FormRow[]) => flushSync(() => desk.change(name, next.length === 0 ? undefined : next))
  const focusCell = (row: number, column: number) =>
    document.getElementById(cellId(name, row, columns[column]?.[0] ?? ''))?.focus()
  const add = () => {
    if (full) return
    set([...rows, {}])
    focusCell(rows.length, 0)
  }
  const remove = (at: number) => {
    set(rows.filter((_, index) => index !== at))
    if (rows.length > 1) focusCell(Math.min(at, rows.length - 2), 0)
    else box.current?.querySelector<HTMLElement>('[data-add]')?.focus()
  }
  const move = (at: number, by: 1 | -1, column: number) => {
    const moved = rows[at]
    const other = rows[at + by]
    if (!moved || !other) return
    set(rows.map((row, index) => (index === at ? other : index === at + by ? moved : row)))
    focusCell(at + by, column)
  }
  const onPaste = (event: ClipboardEvent, row: number, column: number) => {
    const text = event.clipboardData.getData('text/plain')
    if (!isCells(text)) return
    event.preventDefault()
    const names = columns.map(([cell]) => cell)
    set(pasteRows(table, rows, text, { row, names: names.slice(column) }, desk.today))
  }
  const onKeyDown = (event: KeyboardEvent, row: number, column: number) => {
    if (event.nativeEvent.isComposing) return
    if (event.altKey && event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      event.stopPropagation()
      move(row, event.key === 'ArrowUp' ? -1 : 1, column)
    } else if (event.key === 'Enter' && isLine(event.target) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      if (row + 1 < rows.length) focusCell(row + 1, column)
      else add()
    }
  }
  return (
    <div ref={box} className={styles.table} data-form-field={name}>
      <div className={styles.head}>
        <span id={`${id}-label`} className={styles.label}>
          {title}
          {desk.required.has(name) && (
            <span className={styles.required} aria-hidden="true">
              *
            </span>
          )}
        </span>
        <span className={styles.count}>{t('table.rows', { n: rows.length })}</span>
      </div>
      {table.description && <p className={styles.hint}>{table.description}</p>}
      {rows.length > 0 && (
        <div className={styles.scroll}>
          <table aria-labelledby={`${id}-label`}>
            <thead>
              <tr>
                <th scope="col">
                  <span className="visually-hidden">{t('table.number')}</span>
                </th>
                {columns.map(([cell, field]) => (
                  <th key={cell} scope="col">
                    {field.title ?? cell}
                    {required.has(cell) && (
                      <span className={styles.required} aria-hidden="true">
                        *
                      </span>
                    )}
                  </th>
                ))}
                <th scope="col">
                  <span className="visually-hidden">{t('table.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; nothing else tells two empty rows apart
                <tr key={at}>
                  <th scope="row" className={styles.number}>
                    {at + 1}
                  </th>
                  {columns.map(([cell, field], column) => (
                    <td
                      key={cell}
                      data-type={
                        field.type === 'string' ? (field.format ?? (field.enum ? 'enum' : 'text')) : field.type
                      }
                      onPaste={(event) => onPaste(event, at, column)}
                      onKeyDown={(event) => onKeyDown(event, at, column)}
                    >
                      <CellControl
                        name={name}
                        at={at}
                        cell={cell}
                        field={field}
                        row={row}
                        required={required.has(cell)}
                      />
                    </td>
                  ))}
                  <td className={styles.actions}>
                    <RowButton label={t('table.up', { n: at + 1 })} onClick={() => move(at, -1, 0)} disabled={at === 0}>
                      ↑
                    </RowButton>
                    <RowButton
                      label={t('table.down', { n: at + 1 })}
                      onClick={() => move(at, 1, 0)}
                      disabled={at === rows.length - 1}
                    >
                      ↓
                    </RowButton>
                    <RowButton label={t('table.remove', { n: at + 1 })} onClick={() => remove(at)} reachable>
                      <Icon name="close" size="1em" />
                    </RowButton>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {findings.length > 0 && (
        <ul id={`${id}-findings`} className={styles.findings}>
          {findings.map((finding) => (
            <li key={finding.id} data-severity={finding.severity}>
              {finding.says}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.below}>
        <Button
          id={id}
          data-add=""
          disabled={full}
          aria-describedby={findings.length > 0 ? `${id}-findings` : undefined}
          onClick={add}
          onFocus={() => desk.enter(name)}
          onBlur={() => desk.leave(name)}
          onPaste={(event) => onPaste(event, rows.length, 0)}
        >
          {t('table.add', { title })}
        </Button>
        <span className={styles.hint}>
          {full ? t('table.full', { n: table.maxItems ?? rows.length }) : t('table.hint')}
        </span>
      </div>
    </div>
  )
}

interface CellControlProps {
  readonly name: string
  readonly at: number
  readonly cell: string
  readonly field: Table['items']['properties'][string]
  readonly row: FormRow
  readonly required: boolean
}

function CellControl({ name, at, cell, field, row, required }: CellControlProps) {
  const { t } = useTranslation('templates')
  const desk = useFormDesk()
  const path = `${name}/${at}/${cell}`
  const id = cellId(name, at, cell)
  const findings = desk.findingsOf(path)
  const given: CellValue | undefined = row[cell]
  return (
    <>
      <FieldControl
        id={id}
        path={path}
        field={field}
        value={given}
        required={required}
        invalid={findings.some(({ severity }) => severity === 'must')}
        today={desk.today}
        describedBy={findings.length > 0 ? `${id}-findings` : undefined}
        label={t('table.cell', { n: at + 1, column: field.title ?? cell })}
        onChange={(next, typing) => desk.change(path, next, typing)}
        onFocus={() => desk.enter(path)}
        onBlur={() => desk.leave(path)}
      />
      {findings.length > 0 && (
        <ul id={`${id}-findings`} className={styles.findings}>
          {findings.map((finding) => (
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
  readonly children: React.ReactNode
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

function cellId(name: string, row: number, cell: string): string {
  return fieldId(`${name}/${row}/${cell}`)
}

/** One line of words, where Enter means nothing else. */
function isLine(target: EventTarget): boolean {
  if (target instanceof HTMLTextAreaElement) return target.dataset.oneLine !== undefined
  return target instanceof HTMLInputElement && target.getAttribute('role') !== 'combobox' && target.type !== 'checkbox'
}
