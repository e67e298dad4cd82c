import { queryOptions } from '@tanstack/react-query'
import type { ItemKind } from '../../library/items/item-kind.ts'
import type { ItemSummary } from '../../library/items/item-view.ts'
import type { JobView } from '../../library/jobs/job-view.ts'
import type { Favourite, RecentItem } from '../../library/reading/reading-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

export interface HomeView {
  readonly counts: Readonly<Record<ItemKind, number>>
  readonly topics: readonly { readonly name: string; readonly count: number }[]
  readonly recent: readonly RecentItem[]
  readonly favourites: readonly Favourite[]
  readonly newest: readonly ItemSummary[]
  readonly jobs: readonly JobView[]
}

/** Asked again while work is going on, so that its progress and what it brings show. */
export const homeQuery = queryOptions({
  queryKey: queryKeys.home,
  queryFn: ({ signal }) => request<HomeView>('GET', '/api/home', { signal }),
  refetchOnMount: 'always',
  refetchInterval: (query) => (query.state.data?.jobs.some(isGoing) ? 2_000 : false),
})

export function isGoing(job: JobView): boolean {
  return job.state === 'queued' || job.state === 'running'
}
