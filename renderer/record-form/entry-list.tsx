import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icon.tsx'
import styles from './record-form.module.css'
import { useRecordForm } from './record-form-context.ts'
import { fieldId, moved, valueAt } from './record-path.ts'

interface EntryListProps<Entry> {
  /** The list in the record: `people`. */
  readonly path: string
  /** How one is called: 人物. */
  readonly one: string
  /** How an entry is called for those who hear it; its place is said beside it. */
  readonly nameOf: (entry: Entry) => string
  readonly keyOf: (entry: Entry, at: number) => string
  readonly children: (entry: Entry, path: string, at: number) => ReactNode
  /** Makes a new one; without it they come otherwise. */
  readonly fresh?: (() => Entry) | undefined
  readonly most: number
  readonly empty?: string | undefined
  /** Beside the button that adds. */
  readonly ways?: ReactNode
}

/** Entries of the record, one below the other: added, taken away, put in another order by button or Alt+Shift+arrows. */
export function EntryList<Entry>(props: EntryListProps<Entry>) {
  const { path, one, nameOf, keyOf, children, fresh, most, empty, ways } = props
  const { t } = useTranslation('recordForm')
  const form = useRecordForm()
  const entries = (valueAt(form.record, path) ?? []) as readonly Entry[]
  const move = (from: number, to: number) => {
    if (to < 0 || to >= entries.length) return
    form.change(path, moved(entries, from, to))
    // The keyboard stays with the entry that moved.
    requestAnimationFrame(() => document.getElementById(`${fieldId(path)}-${to}-move`)?.focus())
  }
  const add = () => {
    if (!fresh) return
    form.change(path, [...entries, fresh()])
    requestAnimationFrame(() => {
      const last = document.querySelector(`[data-entry="${path}/${entries.length}"]`)
      last?.querySelector<HTMLElement>('input, textarea')?.focus()
    })
  }
  const remove = (at: number) => {
    form.change(
      path,
      entries.filter((_, other) => other !== at),
    )
    requestAnimationFrame(() => document.getElementById(`${fieldId(path)}-add`)?.focus())
  }
  return (
    <div className={styles.entries} id={fieldId(path)} data-form-field={path} tabIndex={-1}>
      {entries.length === 0 && empty && <p className={styles.hint}>{empty}</p>}
      {entries.map((entry, at) => {
        const name = nameOf(entry) || t('entry.place', { one, n: at + 1 })
        return (
          <fieldset
            key={keyOf(entry, at)}
            className={styles.entry}
            data-entry={`${path}/${at}`}
            onKeyDown={(event) => {
              if (form.readOnly || !event.altKey || !event.shiftKey) return
              if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
              event.preventDefault()
              move(at, at + (event.key === 'ArrowUp' ? -1 : 1))
            }}
          >
            <legend className="visually-hidden">{t('entry.place', { one, n: at + 1 })}</legend>
            {children(entry, `${path}/${at}`, at)}
            {!form.readOnly && (
              <div className={styles.entryTools}>
                <Button
                  type="text"
                  size="small"
                  id={`${fieldId(path)}-${at}-move`}
                  disabled={entries.length < 2}
                  aria-label={t('entry.upOf', { name })}
                  onClick={() => move(at, at === 0 ? entries.length - 1 : at - 1)}
                  icon={<Icon name="up" />}
                />
                <Button
                  type="text"
                  size="small"
                  disabled={at === entries.length - 1}
                  aria-label={t('entry.downOf', { name })}
                  onClick={() => move(at, at + 1)}
                  icon={<Icon name="down" />}
                />
                <Button type="text" size="small" aria-label={t('entry.removeOf', { name })} onClick={() => remove(at)}>
                  {t('entry.remove')}
                </Button>
              </div>
            )}
          </fieldset>
        )
      })}
      {!form.readOnly && (fresh || ways) && (
        <div className={styles.ways}>
          {fresh && (
            <Button id={`${fieldId(path)}-add`} disabled={entries.length >= most} onClick={add}>
              {t('entry.add', { one })}
            </Button>
          )}
          {ways}
        </div>
      )}
    </div>
  )
}
