import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchFailure } from '../../../library/templates/batch/batch-view.ts'
import styles from './batch-page.module.css'

const SHOWN = 50

/** The rows that were not made, each with every reason. */
export function FailedRows({ failed }: { readonly failed: readonly BatchFailure[] }) {
  const { t } = useTranslation('office')
  const [all, setAll] = useState(false)
  if (failed.length === 0) return null
  const shown = all ? failed : failed.slice(0, SHOWN)
  return (
    <section className={styles.part}>
      <table className={styles.table}>
        <caption>{t('batch.failedTitle', { n: failed.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('batch.row')}</th>
            <th scope="col">{t('batch.name')}</th>
            <th scope="col">{t('batch.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ row, name, reasons }) => (
            <tr key={row}>
              <td className={styles.number}>{row}</td>
              <td>{name}</td>
              <td>
                {reasons.map((reason) => (
                  <p key={reason}>{reason}</p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < failed.length && (
        <button type="button" className={styles.textButton} onClick={() => setAll(true)}>
          {t('batch.more', { n: failed.length - shown.length })}
        </button>
      )}
    </section>
  )
}
