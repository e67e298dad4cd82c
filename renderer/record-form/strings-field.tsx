import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icon.tsx'
import { useRecordForm } from './record-form-context.ts'
import { fieldId, valueAt } from './record-path.ts'
import styles from './rows.module.css'
import { useRowKeys } from './use-row-keys.ts'

interface StringsFieldProps {
  /** A list of single lines in the record: `debrief`. */
  readonly path: string
  /** How one is called: 问题. */
  readonly one: string
  readonly example: string
  readonly most: number
  readonly maxLength: number
  readonly empty?: string | undefined
}

/** A list of single lines, one below the other: questions, what one needs. */
export function StringsField({ path, one, example, most, maxLength, empty }: StringsFieldProps) {
  const { t } = useTranslation('recordForm')
  const form = useRecordForm()
  const rows = (valueAt(form.record, path) ?? []) as readonly string[]
  const id = fieldId(path)
  const keys = useRowKeys({
    rows,
    most,
    set: (next) => form.change(path, next),
    withRowAfter: (at) => [...rows.slice(0, at + 1), '', ...rows.slice(at + 1)],
    focus: (at) => requestAnimationFrame(() => document.getElementById(at < 0 ? `${id}-add` : `${id}-${at}`)?.focus()),
  })
  return (
    <div className={styles.rows} data-form-field={path}>
      {rows.length === 0 && empty && <p className={styles.hint}>{empty}</p>}
      <ol>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place in the list
          <li key={at} className={styles.textRow}>
            <span aria-hidden="true">{at + 1}</span>
            <textarea
              id={`${id}-${at}`}
              className={styles.input}
              rows={1}
              value={row}
              maxLength={maxLength}
              aria-label={t('entry.place', { one, n: at + 1 })}
              placeholder={example}
              onChange={({ target }) => form.change(`${path}/${at}`, oneLine(target.value), true)}
              onKeyDown={(event) => keys.onKeyDown(event, at)}
            />
            <Button
              type="text"
              size="small"
              tabIndex={-1}
              aria-label={t('entry.removeOf', { name: t('entry.place', { one, n: at + 1 }) })}
              icon={<Icon name="close" size="1rem" />}
              onClick={() => keys.remove(at)}
            />
          </li>
        ))}
      </ol>
      <Button id={`${id}-add`} disabled={rows.length >= most} onClick={() => keys.add(rows.length - 1)}>
        {t('entry.add', { one })}
      </Button>
    </div>
  )
}

/** What is pasted into a single line stays one. */
export function oneLine(text: string): string {
  return text.replace(/\s*\r?\n\s*/g, ' ')
}
