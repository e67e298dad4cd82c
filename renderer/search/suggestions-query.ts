import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { SearchAnswer, Suggestions } from '../../library/search/search-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

/**
 * The first speed: titles, on every key. Answers are kept under the words they answer, so one that
 * comes late never takes the place of a newer one; until the newer comes the last stays.
 */
export function suggestionsQuery(words: string) {
  return queryOptions({
    queryKey: [...queryKeys.search, 'suggest', words],
    queryFn: ({ signal }) => request<Suggestions>('GET', '/api/suggest', { query: { q: words, limit: 6 }, signal }),
    enabled: words !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
  })
}

/** The second speed: the best passages, once typing pauses. */
export function glimpseQuery(words: string) {
  return queryOptions({
    queryKey: [...queryKeys.search, 'glimpse', words],
    queryFn: ({ signal }) => request<SearchAnswer>('GET', '/api/passages', { query: { q: words, limit: 4 }, signal }),
    enabled: words !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
  })
}
