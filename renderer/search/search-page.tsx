import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../design/error-notice.tsx'
import { LoadingNotice } from '../design/loading-notice.tsx'
import { usePageTitle } from '../design/page.tsx'
import { FilterPanel } from './filter-panel.tsx'
import { NoResults } from './no-results.tsx'
import { ResultList } from './result-list.tsx'
import styles from './search-page.module.css'
import { searchQuery } from './search-query.ts'
import { SearchTips } from './search-tips.tsx'
import { useSearchFilters } from './use-search-filters.ts'

export function SearchPage() {
  const { t } = useTranslation('search')
  const [filters, change] = useSearchFilters()
  const answer = useQuery(searchQuery(filters))
  usePageTitle(filters.q ? t('titleOf', { words: filters.q }) : t('title'))

  if (filters.q === '') return <SearchTips />
  if (answer.isPending) return <LoadingNotice />
  if (answer.isError) {
    return (
      <div className={styles.alone}>
        <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />
      </div>
    )
  }
  return (
    <div className={styles.page} aria-busy={answer.isPlaceholderData}>
      <div className={styles.results}>
        {answer.data.items.length === 0 ? (
          <NoResults filters={filters} onChange={change} />
        ) : (
          <ResultList answer={answer.data} filters={filters} onChange={change} />
        )}
      </div>
      <FilterPanel facets={answer.data.facets} filters={filters} onChange={change} />
    </div>
  )
}
