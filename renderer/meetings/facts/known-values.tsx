import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from '../../record-form/record-form.module.css'
import { useRecordForm } from '../../record-form/record-form-context.ts'
import { valueAt } from '../../record-form/record-path.ts'

interface KnownValuesProps {
  readonly path: string
  readonly label: string
  readonly values: readonly string[]
}

/** What is known of an empty field, put in with one press. */
export function KnownValues({ path, label, values }: KnownValuesProps) {
  const { t } = useTranslation('meetingParts')
  const form = useRecordForm()
  if (form.readOnly || values.length === 0 || (valueAt(form.record, path) ?? '') !== '') return null
  return (
    <p className={styles.fileLine}>
      {values.map((value) => (
        <Button
          key={value}
          size="small"
          aria-label={t('facts.knownOf', { label, value })}
          title={t('facts.knownFrom')}
          onClick={() => form.change(path, value)}
        >
          {t('facts.known', { value })}
        </Button>
      ))}
    </p>
  )
}
