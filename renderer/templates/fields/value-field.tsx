import type { FieldProps } from '@rjsf/utils'
import { useTranslation } from 'react-i18next'
import type { CellValue } from '../../../library/templates/template-schema.ts'
import { fieldId } from '../form/field-path.ts'
import { useFormDesk } from '../form/form-desk-context.ts'
import { FieldControl } from './field-control.tsx'
import { FieldNotes, useDescribedBy } from './field-notes.tsx'
import { isLongText } from './is-long-text.ts'
import type { Cell } from './pasted-rows.ts'
import { SourceMark } from './source-mark.tsx'
import styles from './value-field.module.css'

/** One field of the form with its label, its control and what is to be said about it. */
export function ValueField({ name }: FieldProps) {
  const field = useFormDesk().schema.properties[name]
  if (!field || field.type === 'array') return null
  return <Value name={name} field={field} />
}

function Value({ name, field }: { readonly name: string; readonly field: Cell }) {
  const { t } = useTranslation('templates')
  const desk = useFormDesk()
  const describedBy = useDescribedBy(name, field)
  const id = fieldId(name)
  const findings = desk.findingsOf(name)
  const value = desk.shown[name]
  return (
    <div className={styles.field} data-wide={isWide(field) ? '' : undefined} data-form-field={name}>
      <div className={styles.head}>
        <label id={`${id}-label`} htmlFor={id} className={styles.label}>
          {field.title ?? name}
          {desk.required.has(name) && (
            <span className={styles.required} title={t('field.required')} aria-hidden="true">
              *
            </span>
          )}
        </label>
        <SourceMark path={name} />
      </div>
      <FieldControl
        id={id}
        path={name}
        field={field}
        value={Array.isArray(value) ? undefined : (value as CellValue | undefined)}
        required={desk.required.has(name)}
        invalid={findings.some(({ severity }) => severity === 'must')}
        today={desk.today}
        describedBy={describedBy}
        labelledBy={`${id}-label`}
        onChange={(next, typing) => desk.change(name, next, typing)}
        onFocus={() => desk.enter(name)}
        onBlur={() => desk.leave(name)}
      />
      <FieldNotes path={name} field={field} />
    </div>
  )
}

/** Fields that want a whole line. */
function isWide(field: Cell): boolean {
  if (field.type !== 'string') return false
  if (field.enum) return field.enum.join('').length > 16 && field.enum.length <= 5
  return field['x-multiline'] === true || isLongText(field)
}
