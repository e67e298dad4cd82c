import { queryOptions } from '@tanstack/react-query'
import type { JobView } from '../../library/jobs/job-view.ts'
import type { HomeView } from '../../library/service/home-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

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
