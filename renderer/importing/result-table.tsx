import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './import-panels.module.css'

const shownAtFirst = 50

interface ResultTableProps {
  readonly title: string
  readonly says: string
  readonly rows: readonly { readonly file: string; readonly text: string }[]
}

export function ResultTable({ title, says, rows }: ResultTableProps) {
  const { t } = useTranslation('importing')
  const [all, setAll] = useState(false)
  if (rows.length === 0) return null
  const shown = all ? rows : rows.slice(0, shownAtFirst)
  return (
    <section>
      <table className={styles.table}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('file')}</th>
            <th scope="col">{says}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={`${row.file} ${row.text}`}>
              <td>{row.file}</td>
              <td>{row.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          {t('andMore', { n: rows.length - shown.length })}
        </button>
      )}
    </section>
  )
}
