import { Checkbox } from 'antd'
import { FieldFrame } from './field-frame.tsx'
import styles from './record-form.module.css'
import { useRecordForm } from './record-form-context.ts'
import { valueAt } from './record-path.ts'

interface ChecksFieldProps {
  readonly path: string
  readonly label: string
  readonly hint?: string | undefined
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  /** At least one stays chosen. */
  readonly one?: boolean | undefined
}

/** Several of a few, all to be seen. */
export function ChecksField({ path, label, hint, choices, one }: ChecksFieldProps) {
  const form = useRecordForm()
  const found = valueAt(form.record, path)
  const value = Array.isArray(found) ? (found as string[]) : []
  return (
    <FieldFrame path={path} label={label} hint={hint} group wide>
      <div className={styles.checks}>
        {choices.map((choice) => (
          <Checkbox
            key={choice.value}
            checked={value.includes(choice.value)}
            disabled={form.readOnly || (one === true && value.length === 1 && value[0] === choice.value)}
            onChange={({ target }) =>
              form.change(
                path,
                choices
                  .map((each) => each.value)
                  .filter((each) => (each === choice.value ? target.checked : value.includes(each))),
              )
            }
          >
            {choice.label}
          </Checkbox>
        ))}
      </div>
    </FieldFrame>
  )
}
