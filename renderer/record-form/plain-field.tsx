import { FieldFrame } from './field-frame.tsx'
import { useRecordForm } from './record-form-context.ts'
import { fieldId } from './record-path.ts'
import styles from './rows.module.css'
import { oneLine } from './strings-field.tsx'

interface PlainFieldProps {
  readonly path: string
  readonly label: string
  readonly value: string
  readonly example: string
  readonly maxLength: number
  /** Lines it has at least; one that stays one line without. */
  readonly rows?: number | undefined
  /** An empty field is taken out of the record instead of kept as ''. */
  readonly optional?: boolean | undefined
}

/**
 * Words in a card that grow with what is written. The browser grows it by itself: a drill has hundreds of them, and
 * measuring each would be felt.
 */
export function PlainField({ path, label, value, example, maxLength, rows, optional }: PlainFieldProps) {
  const { change } = useRecordForm()
  return (
    <FieldFrame path={path} label={label} wide>
      <textarea
        id={fieldId(path)}
        className={styles.input}
        rows={rows ?? 1}
        value={value}
        maxLength={maxLength}
        placeholder={example}
        onChange={({ target }) => {
          const typed = rows === undefined ? oneLine(target.value) : target.value
          change(path, typed === '' && optional ? undefined : typed, true)
        }}
        onKeyDown={(event) => {
          if (rows === undefined && event.key === 'Enter' && !event.ctrlKey && !event.nativeEvent.isComposing) {
            event.preventDefault()
          }
        }}
      />
    </FieldFrame>
  )
}
