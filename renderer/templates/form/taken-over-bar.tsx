import { useTranslation } from 'react-i18next'
import styles from '../../design/form-desk.module.css'
import type { TakenOver } from './subject-fields.ts'

interface TakenOverBarProps {
  readonly taken: TakenOver
  readonly onClear: () => void
}

/** Says whose data the form began with, and takes it out again by one click. */
export function TakenOverBar({ taken, onClear }: TakenOverBarProps) {
  const { t } = useTranslation('templates')
  return (
    <div className={styles.taken}>
      <span>
        {t(taken.name ? 'form.taken' : 'form.takenNameless', {
          name: taken.name,
          n: taken.fields,
          from: taken.source.title,
        })}
      </span>
      <button type="button" className={styles.textButton} onClick={onClear}>
        {t('form.notThem')}
      </button>
    </div>
  )
}
