import { useTranslation } from 'react-i18next'
import type { RefusedResponse } from '../../../library/stories/responses/response-view.ts'
import styles from '../desk/feed-page.module.css'

const SHOWN = 50

/** The rows that were not taken, each with its reason. */
export function RefusedList({ refused }: { readonly refused: readonly RefusedResponse[] }) {
  const { t } = useTranslation('feeds')
  if (refused.length === 0) return null
  return (
    <div className={styles.warned}>
      <p>{t('responses.files.refused', { n: refused.length })}</p>
      <ul>
        {refused.slice(0, SHOWN).map(({ row, reason }) => (
          <li key={`${row} ${reason}`}>{t('responses.files.row', { row, reason })}</li>
        ))}
        {refused.length > SHOWN && <li>{t('responses.files.moreRows', { n: refused.length - SHOWN })}</li>}
      </ul>
    </div>
  )
}
