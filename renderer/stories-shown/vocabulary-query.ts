import { queryOptions } from '@tanstack/react-query'
import type { StoryVocabulary } from '../../library/stories/story-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

/** The words stories are sorted by, each list in the vocabulary's order. */
export const storyVocabularyQuery = queryOptions({
  queryKey: [...queryKeys.stories, 'vocabulary'],
  queryFn: ({ signal }) => request<StoryVocabulary>('GET', '/api/stories/vocabulary', { signal }),
  staleTime: 60_000,
})
