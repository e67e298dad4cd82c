import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { JobView } from '../../library/jobs/job-view.ts'
import { JobRun, type JobRunState } from '../jobs/job-run.ts'
import { request } from '../service/client.ts'
import { followJob } from '../service/follow-job.ts'
import { queryKeys } from '../service/keys.ts'

const types: readonly string[] = ['update-check', 'update', 'roll-back', 'verify-channel']

/** The window's one update; it goes on while the person is at another desk. */
const runs = new WeakMap<QueryClient, JobRun>()

export function useUpdateRun(): { readonly run: JobRun; readonly state: JobRunState } {
  const client = useQueryClient()
  const run = runs.get(client) ?? createRun(client)
  const state = useSyncExternalStore(run.subscribe, run.state)
  const jobs = useQuery({
    queryKey: queryKeys.jobs,
    queryFn: ({ signal }) => request<JobView[]>('GET', '/api/jobs', { signal }),
    staleTime: 0,
  })
  const running = jobs.data?.find(
    ({ type, state: at }) => types.includes(type) && (at === 'running' || at === 'queued'),
  )
  useEffect(() => {
    if (running) run.resume(running)
  }, [run, running])
  return { run, state }
}

function createRun(client: QueryClient): JobRun {
  const run = new JobRun({
    start: (route, body) => request<JobView>('POST', route, { body }),
    follow: followJob,
    cancel: (jobId) => request<JobView>('POST', `/api/jobs/${encodeURIComponent(jobId)}/cancel`),
    // Another version may be in effect: whatever was shown of the content is asked for anew.
    onEnded: () => void client.invalidateQueries(),
  })
  runs.set(client, run)
  return run
}
