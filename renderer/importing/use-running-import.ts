import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { JobView } from '../../library/jobs/job-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'
import type { ImportDesk } from './import-desk.ts'

/** Takes up an import that is already going on, for example after the window was reloaded. */
export function useRunningImport(desk: ImportDesk): void {
  const jobs = useQuery({
    queryKey: queryKeys.jobs,
    queryFn: ({ signal }) => request<JobView[]>('GET', '/api/jobs', { signal }),
    staleTime: 0,
  })
  const running = jobs.data?.find((job) => job.type === 'import' && (job.state === 'running' || job.state === 'queued'))
  useEffect(() => {
    if (running) void desk.resume(running)
  }, [desk, running])
}
