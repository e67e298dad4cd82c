import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReceivedSheet, SheetView } from '../../../library/templates/known/known-view.ts'
import styles from './sheet-parts.module.css'

interface SheetChoiceProps {
  readonly received: ReceivedSheet
  readonly sheet: SheetView
  readonly onChange: (name: string) => void
  readonly onOther: () => void
}

/** Which file and sheet it is, what was noticed on reading, and the way to another. */
export function SheetChoice({ received, sheet, onChange, onOther }: SheetChoiceProps) {
  const { t } = useTranslation('office')
  const { sheets, file } = received
  return (
    <div className={styles.choice}>
      <p className={styles.fileLine}>
        <strong className={styles.fileName}>{file}</strong>
        <span className={styles.muted}>{t('sheet.size', { rows: sheet.rows, columns: sheet.columns.length })}</span>
        <button type="button" className={styles.textButton} onClick={onOther}>
          {t('sheet.other')}
        </button>
      </p>
      {sheets.length > 1 && (
        <Radio.Group
          aria-label={t('sheet.which')}
          value={sheet.name}
          onChange={(event) => onChange(String(event.target.value))}
          options={sheets.map(({ name, rows }) => ({ value: name, label: t('sheet.one', { name, rows }) }))}
        />
      )}
      {sheet.notes.length > 0 && (
        <ul className={styles.notes}>
          {sheet.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
