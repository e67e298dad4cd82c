import { Select } from 'antd'
import { FieldFrame, useDescribed } from './field-frame.tsx'
import { ReadOnlyText } from './read-only-text.tsx'
import styles from './record-form.module.css'
import { useRecordForm } from './record-form-context.ts'
import { fieldId, valueAt } from './record-path.ts'

interface ChoiceFieldProps {
  readonly path: string
  readonly label: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  /** What nothing chosen is called; without it something is always chosen. */
  readonly none?: string | undefined
}

/** One of a few. */
export function ChoiceField({ path, label, choices, none }: ChoiceFieldProps) {
  const form = useRecordForm()
  const value = valueAt(form.record, path)
  const describedBy = useDescribed(path, undefined)
  return (
    <FieldFrame path={path} label={label} group={form.readOnly}>
      {form.readOnly ? (
        <ReadOnlyText text={choices.find((choice) => choice.value === value)?.label ?? none ?? ''} />
      ) : (
        <Select
          id={fieldId(path)}
          className={styles.words ?? ''}
          value={typeof value === 'string' ? value : ''}
          popupMatchSelectWidth={false}
          aria-label={label}
          aria-describedby={describedBy}
          options={[...(none === undefined ? [] : [{ value: '', label: none }]), ...choices]}
          onChange={(next: string) => form.change(path, next === '' ? undefined : next)}
        />
      )}
    </FieldFrame>
  )
}
