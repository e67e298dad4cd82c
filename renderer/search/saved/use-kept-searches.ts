import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RecentSearch, SavedSearch, SearchGap } from '../../../library/search/saved/saved-view.ts'
import { request, send } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'

export function useSavedSearches() {
  return useQuery({
    queryKey: queryKeys.savedSearches,
    queryFn: ({ signal }) => request<SavedSearch[]>('GET', '/api/saved-searches', { signal }),
  })
}

export function useRecentSearches(wanted = true) {
  return useQuery({
    queryKey: queryKeys.recentSearches,
    queryFn: ({ signal }) => request<RecentSearch[]>('GET', '/api/recent-searches', { signal }),
    enabled: wanted,
  })
}

export function useSearchGaps() {
  return useQuery({
    queryKey: queryKeys.searchGaps,
    queryFn: ({ signal }) => request<SearchGap[]>('GET', '/api/search-gaps', { signal }),
  })
}

/** A change of what is kept, after which its list is read again. */
function useChange<Given>(
  key: readonly string[],
  change: (given: Given) => Promise<unknown>,
): ReturnType<typeof useMutation<unknown, Error, Given>> {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: key }) })
}

export const useSaveSearch = () =>
  useChange(queryKeys.savedSearches, (saved: Pick<SavedSearch, 'name' | 'address'>) =>
    request('POST', '/api/saved-searches', { body: saved }),
  )

export const useRenameSavedSearch = () =>
  useChange(queryKeys.savedSearches, ({ id, name }: Pick<SavedSearch, 'id' | 'name'>) =>
    request('PATCH', `/api/saved-searches/${id}`, { body: { name } }),
  )

export const useDeleteSavedSearch = () =>
  useChange(queryKeys.savedSearches, (id: string) => request('DELETE', `/api/saved-searches/${id}`))

export const useOrderSavedSearches = () =>
  useChange(queryKeys.savedSearches, (ids: readonly string[]) =>
    request('PUT', '/api/saved-searches/order', { body: { ids } }),
  )

export const useRememberSearch = () =>
  useChange(queryKeys.recentSearches, (query: string) =>
    request('PUT', '/api/recent-searches', { body: { query: query.slice(0, 400) } }),
  )

/** Forgets one search, or all of them. */
export const useForgetSearches = () =>
  useChange(queryKeys.recentSearches, (query: string | undefined) =>
    request('DELETE', '/api/recent-searches', { query: { query } }),
  )

export const useNoteGap = () =>
  useChange(queryKeys.searchGaps, (gap: Pick<SearchGap, 'query' | 'note'>) =>
    request('POST', '/api/search-gaps', { body: gap }),
  )

export const useChangeGapNote = () =>
  useChange(queryKeys.searchGaps, ({ id, note }: Pick<SearchGap, 'id' | 'note'>) =>
    request('PATCH', `/api/search-gaps/${id}`, { body: { note } }),
  )

export const useDeleteGap = () =>
  useChange(queryKeys.searchGaps, (id: string) => request('DELETE', `/api/search-gaps/${id}`))

/** Hands the file with all noted gaps to the browser, which asks where to put it. */
export const useExportGaps = () =>
  useChange(queryKeys.searchGaps, async (_: undefined) => {
    const response = await send('GET', '/api/search-gaps/export')
    const address = URL.createObjectURL(await response.blob())
    const link = document.createElement('a')
    link.href = address
    link.download = `xinhuo-search-gaps-${new Date().toISOString().slice(0, 10)}.json`
    link.click()
    URL.revokeObjectURL(address)
  })
