import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './unit-page.module.css'
import { type UnitDraft, type UnitField, unitSections } from './unit-profile.ts'

/** Fields that want more room than half a line. */
const wide: readonly UnitField[] = ['unit.name', 'unit.address']
const hinted = ['unit.name', 'unit.shortName', 'unit.seal', 'unit.documentCode', 'unit.handler'] as const

interface UnitFieldsProps {
  readonly values: UnitDraft['values']
  readonly onChange: (values: UnitDraft['values']) => void
}

export function UnitFields({ values, onChange }: UnitFieldsProps) {
  const { t } = useTranslation('office')
  const id = useId()
  return unitSections.map((section) => (
    <fieldset key={section.name} className={styles.section}>
      <legend className={styles.legend}>{t(`unit.sections.${section.name}`)}</legend>
      <div className={styles.fields}>
        {section.fields.map((field) => {
          const hint = hinted.find((name) => name === field)
          return (
            <div key={field} className={styles.field} data-wide={wide.includes(field) ? '' : undefined}>
              <label htmlFor={`${id}${field}`}>{t(`meaning.${field}`)}</label>
              <Input
                id={`${id}${field}`}
                value={values[field] ?? ''}
                maxLength={200}
                autoComplete="off"
                spellCheck={false}
                placeholder={t(`unit.examples.${field}`)}
                aria-describedby={hint && `${id}${field}-hint`}
                onChange={(event) => onChange({ ...values, [field]: event.target.value })}
              />
              {hint && (
                <p id={`${id}${field}-hint`} className={styles.hint}>
                  {t(`unit.hints.${hint}`)}
                </p>
              )}
            </div>
          )
        })}
      </div>
    </fieldset>
  ))
}
