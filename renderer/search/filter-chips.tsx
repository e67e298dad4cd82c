import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icon.tsx'
import { chosenFilters } from './chosen-filters.ts'
import styles from './filter-chips.module.css'
import { noFilters, type SearchFilters } from './search-filters.ts'
import { useFilterNames } from './use-filter-names.ts'

interface FilterChipsProps {
  readonly filters: SearchFilters
  readonly onChange: (change: Partial<SearchFilters>) => void
}

/** The filters in use above the results, each with a way to take it away. */
export function FilterChips({ filters, onChange }: FilterChipsProps) {
  const { t } = useTranslation('search')
  const nameOf = useFilterNames()
  const chosen = chosenFilters(filters)
  if (chosen.length === 0) return null
  return (
    <ul className={styles.chips} aria-label={t('chosen')}>
      {chosen.map((filter) => {
        const { name, value } = nameOf(filter)
        return (
          <li key={`${filter.name} ${filter.value}`}>
            <button
              type="button"
              className={styles.chip}
              aria-label={t('removeFilter', { name, value })}
              onClick={() => onChange(filter.without)}
            >
              <span className={styles.name}>{name}</span>
              {value}
              <Icon name="close" size="0.875em" />
            </button>
          </li>
        )
      })}
      <li>
        <button type="button" className={styles.all} onClick={() => onChange(noFilters)}>
          {t('clearAll')}
        </button>
      </li>
    </ul>
  )
}
