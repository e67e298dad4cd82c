import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { GroupedAnswer } from '../../../library/search/search-view.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'

/** What a condition finds; `limit` counts items. */
export function foundQuery(query: string, limit: number) {
  return queryOptions({
    queryKey: [...queryKeys.search, 'publishing', query, limit],
    queryFn: ({ signal }) =>
      request<GroupedAnswer>('GET', '/api/search', { query: { q: query, sort: 'title', limit }, signal }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  })
}

/** A channel never takes what is merely near, so near answers count for nothing. */
export function takenBy(answer: GroupedAnswer): number {
  return answer.nearest ? 0 : answer.itemTotal
}
