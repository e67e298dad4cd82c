import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormRow, TemplateSchema } from '../../../library/templates/template-schema.ts'
import { FieldControl } from '../../templates/fields/field-control.tsx'
import { askedFields } from './batch-fields.ts'
import styles from './batch-page.module.css'

interface AroundFieldsProps {
  readonly schema: TemplateSchema
  readonly values: FormRow
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly onChange: (values: FormRow) => void
}

/** What stands around the table that takes the rows: filled in here, once. */
export function AroundFields({ schema, values, today, onChange }: AroundFieldsProps) {
  const { t } = useTranslation('office')
  const id = useId()
  const fields = askedFields(schema)
  if (fields.length === 0) return null
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {t('batch.around')}
      </h2>
      <p className={styles.muted}>{t('batch.aroundHint')}</p>
      <div className={styles.around}>
        {fields.map(([path, field]) => {
          const required = schema.required?.includes(path) ?? false
          return (
            <div key={path} className={styles.field}>
              <label id={`${id}-${path}-label`} htmlFor={`${id}-${path}`}>
                {field.title ?? path}
                {required && t('batch.must')}
              </label>
              <FieldControl
                id={`${id}-${path}`}
                path={path}
                field={field}
                value={values[path]}
                required={required}
                invalid={false}
                today={today}
                describedBy={undefined}
                labelledBy={`${id}-${path}-label`}
                onChange={(value) => {
                  const { [path]: _, ...rest } = values
                  onChange(value === undefined ? rest : { ...rest, [path]: value })
                }}
                onFocus={() => undefined}
                onBlur={() => undefined}
              />
            </div>
          )
        })}
      </div>
    </section>
  )
}
