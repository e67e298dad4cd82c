import type { FieldProps } from '@rjsf/utils'
import { Button } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../library/templates/finding.ts'
import type { FormRow } from '../../../library/templates/template-schema.ts'
import { fieldId } from '../form/field-path.ts'
import { useFormDesk } from '../form/form-desk-context.ts'
import { isCells, pasteRows, type Table } from './pasted-rows.ts'
import styles from './table-field.module.css'
import { cellId, columnsOf, type RowActions, TableRow } from './table-row.tsx'

const NONE: readonly Finding[] = []

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
  const columns = columnsOf(table)
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
  const latest = {
    change: desk.change,
    enter: desk.enter,
    leave: desk.leave,
    paste: onPaste,
    keyDown: onKeyDown,
    move,
    remove,
  }
  const current = useRef(latest)
  useLayoutEffect(() => {
    current.current = latest
  })
  // The same for every row at all times, so that typing in one of a hundred draws one anew.
  const [actions] = useState<RowActions>(() => ({
    change: (path, value, typing) => current.current.change(path, value, typing),
    enter: (path) => current.current.enter(path),
    leave: (path) => current.current.leave(path),
    paste: (event, row, column) => current.current.paste(event, row, column),
    keyDown: (event, row, column) => current.current.keyDown(event, row, column),
    move: (row, by) => current.current.move(row, by, 0),
    remove: (row) => current.current.remove(row),
  }))
  const findingsOfRow = (at: number) => {
    const found = columns.flatMap(([cell]) => desk.findingsOf(`${name}/${at}/${cell}`))
    return found.length > 0 ? found : NONE
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
                <TableRow
                  // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; nothing else tells two empty rows apart
                  key={at}
                  name={name}
                  at={at}
                  last={at === rows.length - 1}
                  row={row}
                  table={table}
                  today={desk.today}
                  findings={findingsOfRow(at)}
                  actions={actions}
                />
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

/** One line of words, where Enter means nothing else. */
function isLine(target: EventTarget): boolean {
  if (target instanceof HTMLTextAreaElement) return target.dataset.oneLine !== undefined
  return target instanceof HTMLInputElement && target.getAttribute('role') !== 'combobox' && target.type !== 'checkbox'
}
