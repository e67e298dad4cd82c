import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { JobView } from '../../library/jobs/job-view.ts'
import { request } from '../service/client.ts'
import { followJob } from '../service/follow-job.ts'
import { queryKeys } from '../service/keys.ts'
import { JobRun, type JobRunState } from './job-run.ts'

/**
 * A hook for the window's one run of some kinds of long work: it goes on while the person is at another desk, and is
 * taken up again by a window that opens meanwhile.
 * @param onEnded asks anew for what the work may have changed
 */
export function jobRunHook(types: readonly JobView['type'][], onEnded: (client: QueryClient) => void) {
  const runs = new WeakMap<QueryClient, JobRun>()
  const runOf = (client: QueryClient): JobRun => {
    const known = runs.get(client)
    if (known) return known
    const run = new JobRun({
      start: (route, body) => request<JobView>('POST', route, { body }),
      follow: followJob,
      cancel: (jobId) => request<JobView>('POST', `/api/jobs/${encodeURIComponent(jobId)}/cancel`),
      onEnded: () => {
        onEnded(client)
        void client.invalidateQueries({ queryKey: queryKeys.jobs })
      },
    })
    runs.set(client, run)
    return run
  }
  return function useRun(): { readonly run: JobRun; readonly state: JobRunState } {
    const run = runOf(useQueryClient())
    const state = useSyncExternalStore(run.subscribe, run.state)
    const jobs = useQuery({
      queryKey: queryKeys.jobs,
      queryFn: ({ signal }) => request<JobView[]>('GET', '/api/jobs', { signal }),
      staleTime: 0,
    })
    const running = jobs.data?.find((job) => types.includes(job.type) && /^(running|queued)$/.test(job.state))
    useEffect(() => {
      if (running) run.resume(running)
    }, [run, running])
    return { run, state }
  }
}
