import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldFrame, useDescribed } from '../../record-form/field-frame.tsx'
import styles from '../../record-form/record-form.module.css'
import { useRecordForm } from '../../record-form/record-form-context.ts'
import { fieldId, valueAt } from '../../record-form/record-path.ts'
import { readClockTime } from './read-clock-time.ts'

/** A time of day, written in any usual way. */
export function TimeField({ path, label }: { readonly path: string; readonly label: string }) {
  const { t } = useTranslation('meetingParts')
  const form = useRecordForm()
  const found = valueAt(form.record, path)
  const value = typeof found === 'string' ? found : undefined
  const [typed, setTyped] = useState({ text: value ?? '', value })
  const text = typed.value === value ? typed.text : (value ?? '')
  const describedBy = useDescribed(path, undefined)
  const wrong = text.trim() !== '' && value === undefined
  return (
    <FieldFrame path={path} label={label}>
      <Input
        id={fieldId(path)}
        value={text}
        maxLength={20}
        readOnly={form.readOnly}
        autoComplete="off"
        placeholder={form.readOnly ? '' : t('facts.startsAtExample')}
        aria-describedby={describedBy}
        aria-invalid={wrong}
        onChange={(event) => {
          const next = readClockTime(event.target.value)
          setTyped({ text: event.target.value, value: next })
          form.change(path, next, true)
        }}
        onBlur={() => value !== undefined && setTyped({ text: value, value })}
      />
      {wrong && (
        <p role="status" className={styles.wrong}>
          {t('facts.startsAtWrong')}
        </p>
      )}
    </FieldFrame>
  )
}
