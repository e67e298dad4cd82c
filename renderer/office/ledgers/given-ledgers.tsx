import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MergedLedger } from '../../../library/templates/batch/batch-view.ts'
import { Icon } from '../../design/icon.tsx'
import { ServiceError } from '../../service/service-error.ts'
import styles from './ledgers-page.module.css'
import type { GivenLedger } from './use-ledgers.ts'

interface GivenLedgersProps {
  readonly ledgers: readonly GivenLedger[]
  readonly merged: MergedLedger | undefined
  readonly onRemove: (key: string) => void
}

/** The ledgers on the desk: how many rows each has, and why one cannot be merged. */
export function GivenLedgers({ ledgers, merged, onRemove }: GivenLedgersProps) {
  const { t } = useTranslation('office')
  const standing = ({ file, received, error }: GivenLedger) => {
    if (error !== undefined) return error instanceof ServiceError ? error.what : t('check.failed')
    if (!received) return t('ledgers.reading')
    return merged?.refused.find((one) => one.file === file)?.reason
  }
  return (
    <table className={styles.table}>
      <caption>{t('ledgers.files', { n: ledgers.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ledgers.file')}</th>
          <th scope="col">{t('ledgers.rows')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('ledgers.remove')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {ledgers.map((ledger) => (
          <tr key={ledger.key}>
            <td>
              {ledger.file}
              <p className={ledger.received ? styles.problem : styles.muted}>{standing(ledger)}</p>
              <p className={styles.shape}>
                {ledger.received &&
                  t('ledgers.shape', { columns: ledger.received.sheets[0]?.columns.join(t('comma')) ?? '' })}
              </p>
            </td>
            <td className={styles.number}>{ledger.received?.sheets[0]?.rows}</td>
            <td className={styles.end}>
              <Button
                type="text"
                icon={<Icon name="close" />}
                aria-label={t('ledgers.removeOf', { file: ledger.file })}
                title={t('ledgers.remove')}
                onClick={() => onRemove(ledger.key)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
