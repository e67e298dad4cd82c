import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../design/error-notice.tsx'
import { LoadingNotice } from '../design/loading-notice.tsx'
import { usePageTitle } from '../design/page.tsx'
import { FilterChips } from './filter-chips.tsx'
import { useRememberedSearch } from './saved/use-remembered-search.ts'
import { SearchDesk } from './search-desk.tsx'
import styles from './search-page.module.css'
import { searchQuery } from './search-query.ts'
import { SearchTips } from './search-tips.tsx'
import { useSearchFilters } from './use-search-filters.ts'

export function SearchPage() {
  const { t } = useTranslation('search')
  const [filters, change] = useSearchFilters()
  const answer = useQuery(searchQuery(filters))
  useRememberedSearch(filters.q, answer.isSuccess && !answer.isPlaceholderData)
  usePageTitle(filters.q ? t('titleOf', { words: filters.q }) : t('title'))

  if (filters.q === '') return <SearchTips />
  if (answer.isPending) return <LoadingNotice />
  if (answer.isError && !answer.data) {
    return (
      <div className={styles.alone}>
        <FilterChips filters={filters} onChange={change} />
        <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />
      </div>
    )
  }
  return (
    <SearchDesk
      answer={answer.data}
      answeredAt={answer.dataUpdatedAt}
      busy={answer.isPlaceholderData}
      filters={filters}
      onChange={change}
    />
  )
}
