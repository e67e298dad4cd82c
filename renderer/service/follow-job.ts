import type { JobView } from '../../library/jobs/job-view.ts'
import { request, send } from './client.ts'
import { readEvents } from './read-events.ts'

/**
 * Follows a job until it ends, and returns how it ended. When the stream breaks off (the machine slept,
 * the service restarted) the job's state is asked for and followed again.
 */
export async function followJob(
  jobId: string,
  options: { readonly onProgress: (job: JobView) => void; readonly signal: AbortSignal },
): Promise<JobView> {
  const { onProgress, signal } = options
  for (;;) {
    const last = await followStream(jobId, onProgress, signal).catch((error: unknown) => {
      signal.throwIfAborted()
      console.warn('The stream of a job broke off', error)
      return undefined
    })
    if (last && hasEnded(last)) return last
    const job = await request<JobView>('GET', `/api/jobs/${encodeURIComponent(jobId)}`, { signal })
    onProgress(job)
    if (hasEnded(job)) return job
    await pause(1000, signal)
  }
}

async function followStream(
  jobId: string,
  onProgress: (job: JobView) => void,
  signal: AbortSignal,
): Promise<JobView | undefined> {
  const response = await send('GET', `/api/jobs/${encodeURIComponent(jobId)}/events`, { signal })
  let last: JobView | undefined
  if (!response.body) return last
  for await (const data of readEvents(response.body)) {
    last = JSON.parse(data) as JobView
    onProgress(last)
    if (hasEnded(last)) break
  }
  return last
}

export function hasEnded(job: JobView): boolean {
  return job.state === 'done' || job.state === 'failed' || job.state === 'cancelled'
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}
