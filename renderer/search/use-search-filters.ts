import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { addressFromFilters, filtersFromAddress, type SearchFilters } from './search-filters.ts'

const route = getRouteApi('/search')

/** The filters in the address, and how to change some of them; a change starts again at page one. */
export function useSearchFilters(): [SearchFilters, (change: Partial<SearchFilters>) => void] {
  const address = route.useSearch()
  const navigate = useNavigate({ from: '/search' })
  const filters = useMemo(() => filtersFromAddress(address), [address])
  const change = useCallback(
    (changed: Partial<SearchFilters>) =>
      void navigate({ search: addressFromFilters({ ...filters, page: 1, ...changed }), replace: !('page' in changed) }),
    [filters, navigate],
  )
  return [filters, change]
}
