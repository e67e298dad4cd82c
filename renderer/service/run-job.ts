import type { JobView } from '../../library/jobs/job-view.ts'
import { request } from './client.ts'
import { followJob } from './follow-job.ts'
import { ServiceError } from './service-error.ts'

/**
 * Starts a job and waits for its end.
 * @throws {ServiceError} it could not start, or failed
 */
export async function runJob(
  path: string,
  options: {
    readonly body?: unknown
    readonly onProgress?: (job: JobView) => void
    readonly signal?: AbortSignal
  } = {},
): Promise<JobView> {
  const started = await request<JobView>('POST', path, { body: options.body, signal: options.signal })
  const last = await followJob(started.id, {
    onProgress: options.onProgress ?? (() => undefined),
    signal: options.signal ?? new AbortController().signal,
  })
  if (last.state === 'failed') {
    throw new ServiceError({ code: last.error?.code ?? 'JOB_FAILED', what: last.error?.message ?? '' }, 200)
  }
  return last
}
