import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { LearningPathView } from '../../library/meetings/learning/learning-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

export const pathsKey = [...queryKeys.learning, 'paths'] as const

/** Paths for a post, of all levels; without a post all of them. */
export function pathsQuery(post: string | undefined) {
  return queryOptions({
    queryKey: [...pathsKey, post],
    queryFn: ({ signal }) => request<LearningPathView[]>('GET', '/api/learning', { query: { post }, signal }),
  })
}

export function pathQuery(id: string) {
  return queryOptions({
    queryKey: pathKey(id),
    queryFn: ({ signal }) => request<LearningPathView>('GET', learningAddress(id), { signal }),
    // It may just have been written.
    staleTime: 0,
  })
}

/** The same of a saved state, for whoever writes it. */
export function writtenPathQuery(id: string, recordSha256: string) {
  return queryOptions({
    queryKey: [...queryKeys.learning, 'written', id, recordSha256],
    queryFn: ({ signal }) => request<LearningPathView>('GET', learningAddress(id), { signal }),
    placeholderData: keepPreviousData,
  })
}

export const pathKey = (id: string) => [...queryKeys.learning, 'path', id] as const

/** `/api/learning/ID` */
export const learningAddress = (id: string): string => `/api/learning/${encodeURIComponent(id)}`
