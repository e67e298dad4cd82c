import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldFrame, useDescribed } from './field-frame.tsx'
import { looseDateText, readLooseDate } from './read-loose-date.ts'
import styles from './record-form.module.css'
import { useRecordForm } from './record-form-context.ts'
import { fieldId, valueAt } from './record-path.ts'

interface DateFieldProps {
  readonly path: string
  readonly label: string
  /** Only a whole day will do. */
  readonly day?: boolean | undefined
}

/** A time in any usual way of writing it: 2026, 2026年3月, 2026-03-05, 昨天. */
export function DateField({ path, label, day }: DateFieldProps) {
  const { t } = useTranslation('recordForm')
  const form = useRecordForm()
  const found = valueAt(form.record, path)
  const value = typeof found === 'string' ? found : undefined
  const [typed, setTyped] = useState({ text: value ? looseDateText(value) : '', value })
  // A value that changed otherwise (undo, a proposal) is written anew.
  const text = typed.value === value ? typed.text : value ? looseDateText(value) : ''
  const describedBy = useDescribed(path, undefined)
  const read = (given: string) => {
    const date = readLooseDate(given, form.today)
    return day && date?.length !== 10 ? undefined : date
  }
  const wrong = text.trim() !== '' && read(text) === undefined
  return (
    <FieldFrame path={path} label={label}>
      <Input
        id={fieldId(path)}
        value={text}
        maxLength={30}
        readOnly={form.readOnly}
        autoComplete="off"
        placeholder={form.readOnly ? '' : t(day ? 'date.dayExample' : 'date.example')}
        aria-describedby={describedBy}
        aria-invalid={wrong}
        onChange={(event) => {
          const next = read(event.target.value)
          setTyped({ text: event.target.value, value: next })
          form.change(path, next, true)
        }}
        onBlur={() => value && !wrong && setTyped({ text: looseDateText(value), value })}
      />
      {wrong && (
        <p role="status" className={styles.wrong}>
          {t(day ? 'date.dayWrong' : 'date.wrong')}
        </p>
      )}
    </FieldFrame>
  )
}
