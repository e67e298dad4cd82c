import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { LearningPathView, StepProgress } from '../../library/meetings/learning/learning-view.ts'
import { localDay } from '../drafts/local-day.ts'
import { request } from '../service/client.ts'
import { browserProgress, keepBrowserProgress } from './browser-progress.ts'
import { withStep } from './changed-progress.ts'
import { learningAddress, pathKey } from './learning-queries.ts'

type Answers = StepProgress['answers']

/**
 * How far the learner is with a path: kept by the service of this machine, or by the browser where many use one
 * service. Nobody else is told.
 */
export function useProgress(path: LearningPathView) {
  const client = useQueryClient()
  const { id } = path
  const isBrowsers = path.progress === undefined
  const [kept, setKept] = useState(() => (isBrowsers ? browserProgress(id) : []))
  const [error, setError] = useState<unknown>(null)
  const progress = path.progress ?? kept
  const put = useCallback(
    async (next: readonly StepProgress[], send: () => Promise<unknown>) => {
      setError(null)
      try {
        if (isBrowsers) {
          keepBrowserProgress(id, next)
          setKept(next)
          return
        }
        // At once: what was clicked is never seen unclicked.
        client.setQueryData<LearningPathView>(pathKey(id), (before) => before && { ...before, progress: next })
        await send()
      } catch (problem) {
        setError(problem)
        await client.invalidateQueries({ queryKey: pathKey(id) })
      }
    },
    [client, id, isBrowsers],
  )
  const address = learningAddress(id)
  const stepAddress = (stepId: string) => `${address}/steps/${encodeURIComponent(stepId)}`
  const mark = (stepId: string, state: StepProgress['state'], answers?: Answers) =>
    put(withStep(progress, { stepId, state, answers, at: localDay(new Date()) }), () =>
      request('PUT', stepAddress(stepId), { body: { state, answers } }),
    )
  return {
    progress,
    isBrowsers,
    error,
    mark,
    /** Opening a step begins it; one that is begun or done stays as it is. */
    begin: (stepId: string) =>
      progress.some((one) => one.stepId === stepId) ? Promise.resolve() : mark(stepId, 'begun'),
    clear: () => put([], () => request('DELETE', `${address}/progress`)),
    restore: (before: readonly StepProgress[]) =>
      put(before, () => request('PUT', `${address}/progress`, { body: { progress: before } })),
  } as const
}
