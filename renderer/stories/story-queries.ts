import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { GateReport } from '../../library/stories/gate/gate-view.ts'
import type { SlipView, StoryOffice, StoryTask } from '../../library/stories/process/process-view.ts'
import type { StoryRecord } from '../../library/stories/story.schema.ts'
import type { StoryFilter, StoryPage, StoryView, StoryVocabulary } from '../../library/stories/story-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

/** What is asked of the list; what is not said does not narrow. */
export type StoriesAsked = Omit<StoryFilter, 'limit' | 'offset'> & { readonly limit?: number; readonly offset?: number }

/** A task with the title of its story. */
export type TitledTask = StoryTask & { readonly title: string }

export function storiesQuery(asked: StoriesAsked) {
  return queryOptions({
    queryKey: [...queryKeys.stories, 'list', asked],
    queryFn: ({ signal }) =>
      request<StoryPage>('GET', '/api/stories', { query: { limit: 50, offset: 0, ...asked }, signal }),
    placeholderData: keepPreviousData,
  })
}

export function storyKey(id: string) {
  return [...queryKeys.stories, 'one', id] as const
}

/** An own story, whole. What is on the desk is newer than what the service has, so nothing asks by itself. */
export function storyQuery(id: string) {
  return queryOptions({
    queryKey: storyKey(id),
    queryFn: ({ signal }) => request<StoryView>('GET', storyAddress(id), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

export const vocabularyQuery = queryOptions({
  queryKey: [...queryKeys.stories, 'vocabulary'],
  queryFn: ({ signal }) => request<StoryVocabulary>('GET', '/api/stories/vocabulary', { signal }),
})

export const officeQuery = queryOptions({
  queryKey: queryKeys.storyOffice,
  queryFn: ({ signal }) => request<StoryOffice>('GET', '/api/story-office', { signal }),
})

/** Who was chosen last in this library's window; without `id` where the service serves visitors and remembers nobody. */
export interface RememberedPerson {
  readonly id?: string | null
}

export const rememberedPersonQuery = queryOptions({
  queryKey: queryKeys.storyPerson,
  queryFn: ({ signal }) => request<RememberedPerson>('GET', '/api/story-person', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

export function gateQuery(id: string, recordSha256: string) {
  return queryOptions({
    queryKey: [...queryKeys.stories, 'gate', id, recordSha256],
    queryFn: ({ signal }) => request<GateReport>('GET', `${storyAddress(id)}/gate`, { signal }),
    placeholderData: keepPreviousData,
  })
}

export const openTasksQuery = queryOptions({
  queryKey: [...queryKeys.stories, 'tasks'],
  queryFn: ({ signal }) => request<TitledTask[]>('GET', '/api/story-tasks', { query: { open: true }, signal }),
})

export const slipsQuery = queryOptions({
  queryKey: [...queryKeys.stories, 'slips'],
  queryFn: ({ signal }) => request<SlipView[]>('GET', '/api/slips', { signal }),
})

export function createStory(record: Partial<StoryRecord>): Promise<StoryView> {
  return request<StoryView>('POST', '/api/stories', { body: { record } })
}

/** `/api/stories/ID` */
export function storyAddress(id: string): string {
  return `/api/stories/${encodeURIComponent(id)}`
}
