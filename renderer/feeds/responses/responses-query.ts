import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ResponsePage } from '../../../library/stories/responses/response-view.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'

export interface ResponseFilter {
  readonly story?: string | undefined
  readonly feed?: string | undefined
  /** Only what waits for an answer. */
  readonly open?: boolean | undefined
  readonly limit: number
  readonly offset: number
}

/** What came back, the newest first, with a digest over all that the filter leaves. */
export const responsesQuery = (filter: ResponseFilter) =>
  queryOptions({
    queryKey: [...queryKeys.storyResponses, 'list', filter],
    queryFn: ({ signal }) => request<ResponsePage>('GET', '/api/story-responses', { query: { ...filter }, signal }),
    placeholderData: keepPreviousData,
  })

/** A change to what came back; all that is shown of it is asked for anew. */
export function useResponseChange<Given, Answer>(change: (given: Given) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.storyResponses }),
  })
}
