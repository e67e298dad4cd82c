import { useCallback, useEffect, useRef, useState } from 'react'
import type { JobView } from '../../../library/jobs/job-view.ts'
import type { StoryProposals } from '../../../library/stories/proposing/proposal-view.ts'
import { request } from '../../service/client.ts'
import { followJob } from '../../service/follow-job.ts'
import { sendForm } from '../../service/send-form.ts'
import { ServiceError } from '../../service/service-error.ts'
import type { SentFile } from '../use-sending.ts'

/** How far the files are: on their way (0 to 1), or being read one after the other. */
export type Proposing =
  | { readonly kind: 'no' }
  | { readonly kind: 'sending'; readonly fraction: number }
  | { readonly kind: 'reading'; readonly job: JobView; readonly cancelling: boolean }

/** Hands files to the service to read stories from; many are read as a job that is followed and can be stopped. */
export function useProposing() {
  const [state, setState] = useState<Proposing>({ kind: 'no' })
  const [error, setError] = useState<unknown>(null)
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const send = useCallback(async (files: readonly SentFile[]): Promise<StoryProposals | undefined> => {
    const stop = new AbortController()
    running.current = stop
    setError(null)
    setState({ kind: 'sending', fraction: 0 })
    try {
      const form = new FormData()
      for (const { path, file } of files) form.append(path, file, path)
      const answer = await sendForm<StoryProposals | JobView>('/api/story-proposals', form, {
        signal: stop.signal,
        onProgress: (fraction) => setState({ kind: 'sending', fraction }),
        // RFC 7240: who follows the job need not wait for the answer.
        headers: { prefer: 'respond-async' },
      })
      return 'upload' in answer ? answer : await readInJob(answer, stop.signal, setState)
    } catch (problem) {
      if (!stop.signal.aborted) setError(problem)
      return undefined
    } finally {
      setState({ kind: 'no' })
    }
  }, [])
  const cancel = useCallback(() => {
    if (state.kind === 'sending') running.current?.abort()
    if (state.kind !== 'reading') return
    setState({ ...state, cancelling: true })
    void request('POST', `/api/jobs/${encodeURIComponent(state.job.id)}/cancel`).catch(() =>
      setState({ ...state, cancelling: false }),
    )
  }, [state])
  return { send, cancel, state, error, busy: state.kind !== 'no' }
}

async function readInJob(
  started: JobView,
  signal: AbortSignal,
  onState: (step: (before: Proposing) => Proposing) => void,
): Promise<StoryProposals | undefined> {
  const show = (job: JobView) =>
    onState((before) => ({ kind: 'reading', job, cancelling: before.kind === 'reading' && before.cancelling }))
  show(started)
  const last = await followJob(started.id, { onProgress: show, signal })
  if (last.state === 'cancelled') return undefined
  if (last.type !== 'propose-stories' || last.state === 'failed' || !last.result) {
    throw new ServiceError({ code: last.error?.code ?? 'JOB_FAILED', what: last.error?.message ?? '' }, 200)
  }
  return request<StoryProposals>('GET', `/api/story-proposals/${encodeURIComponent(last.result.upload)}`, { signal })
}
