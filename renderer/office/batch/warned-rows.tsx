import { useTranslation } from 'react-i18next'
import type { BatchResult } from '../../../library/templates/batch/batch-view.ts'
import styles from './batch-page.module.css'

/** The rows that were made although something should be looked at. */
export function WarnedRows({ warned }: { readonly warned: BatchResult['warned'] }) {
  const { t } = useTranslation('office')
  if (warned.length === 0) return null
  return (
    <details className={styles.part}>
      <summary className={styles.summary}>{t('batch.warnedTitle', { n: warned.length })}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('batch.row')}</th>
            <th scope="col">{t('batch.name')}</th>
            <th scope="col">{t('batch.says')}</th>
          </tr>
        </thead>
        <tbody>
          {warned.map(({ row, name, findings }) => (
            <tr key={row}>
              <td className={styles.number}>{row}</td>
              <td>{name}</td>
              <td>
                {findings.map(({ id, says }) => (
                  <p key={id}>{says}</p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
