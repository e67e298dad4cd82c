import { useTranslation } from 'react-i18next'
import { chosenFilters } from './chosen-filters.ts'
import styles from './print-head.module.css'
import type { SearchFilters } from './search-filters.ts'
import { useFilterNames } from './use-filter-names.ts'

interface PrintHeadProps {
  readonly filters: SearchFilters
  /** Milliseconds since 1970. */
  readonly answeredAt: number
}

/** On paper only: what was asked, when, and how it was narrowed. */
export function PrintHead({ filters, answeredAt }: PrintHeadProps) {
  const { t, i18n } = useTranslation('search')
  const nameOf = useFilterNames()
  const date = new Date(answeredAt).toLocaleString(i18n.language, { dateStyle: 'long', timeStyle: 'short' })
  const chosen = chosenFilters(filters).map(nameOf)
  return (
    <div className={styles.head}>
      <p className={styles.asked}>{t('printed', { date, words: filters.q })}</p>
      {chosen.length > 0 && (
        <p>{t('printedFilters', { filters: chosen.map(({ name, value }) => `${name} ${value}`).join('；') })}</p>
      )}
    </div>
  )
}
