import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './filter-panel.module.css'
import { dateFromTyped, type Edge, typedFromDate } from './typed-date.ts'

interface DateRangeProps {
  readonly after: string
  readonly before: string
  readonly onChange: (change: { after?: string; before?: string }) => void
}

/** From one year or day to another; a year is enough. */
export function DateRange({ after, before, onChange }: DateRangeProps) {
  const { t } = useTranslation('search')
  return (
    <fieldset className={styles.group}>
      <legend className={styles.title}>{t('date')}</legend>
      <DateBox key={`after ${after}`} edge="after" value={after} onSettle={(date) => onChange({ after: date })} />
      <DateBox key={`before ${before}`} edge="before" value={before} onSettle={(date) => onChange({ before: date })} />
    </fieldset>
  )
}

interface DateBoxProps {
  readonly edge: Edge
  readonly value: string
  readonly onSettle: (date: string) => void
}

function DateBox({ edge, value, onSettle }: DateBoxProps) {
  const { t } = useTranslation('search')
  const [typed, setTyped] = useState(typedFromDate(value, edge))
  const date = dateFromTyped(typed, edge)
  const settle = () => {
    if (date !== undefined && date !== value) onSettle(date)
  }
  return (
    <label className={styles.date}>
      {t(edge)}
      <input
        type="text"
        inputMode="numeric"
        placeholder={t('dateExample')}
        aria-invalid={date === undefined}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Enter') settle()
        }}
      />
    </label>
  )
}
