import { queryOptions } from '@tanstack/react-query'
import type { StoryOffice } from '../../library/stories/process/process-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

/** Who works on stories here. */
export const storyOfficeQuery = queryOptions({
  queryKey: queryKeys.storyOffice,
  queryFn: ({ signal }) => request<StoryOffice>('GET', '/api/story-office', { signal }),
  staleTime: 60_000,
})
