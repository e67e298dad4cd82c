import { useTranslation } from 'react-i18next'
import styles from './filter-panel.module.css'

interface DateRangeProps {
  readonly after: string
  readonly before: string
  readonly onChange: (change: { after?: string; before?: string }) => void
}

export function DateRange({ after, before, onChange }: DateRangeProps) {
  const { t } = useTranslation('search')
  return (
    <fieldset className={styles.group}>
      <legend className={styles.title}>{t('date')}</legend>
      <label className={styles.date}>
        {t('after')}
        <input
          type="date"
          max={before || undefined}
          value={after}
          onChange={(e) => onChange({ after: e.target.value })}
        />
      </label>
      <label className={styles.date}>
        {t('before')}
        <input
          type="date"
          min={after || undefined}
          value={before}
          onChange={(e) => onChange({ before: e.target.value })}
        />
      </label>
    </fieldset>
  )
}
