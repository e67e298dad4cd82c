import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { LearningPathView, StepProgress } from '../../library/meetings/learning/learning-view.ts'
import { localDay } from '../drafts/local-day.ts'
import { send } from '../service/client.ts'
import { browserProgress, keepBrowserProgress } from './browser-progress.ts'
import { withStep } from './changed-progress.ts'
import { learningAddress, pathKey, pathsKey } from './learning-queries.ts'

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
  /** One after another: what was undone must not be overtaken by what it undoes. */
  const sent = useRef<Promise<unknown>>(Promise.resolve())
  const put = useCallback(
    async (next: readonly StepProgress[], tell: () => Promise<unknown>) => {
      setError(null)
      try {
        if (isBrowsers) {
          keepBrowserProgress(id, next)
          setKept(next)
          return
        }
        await client.cancelQueries({ queryKey: pathKey(id) })
        // At once: what was clicked is never seen unclicked.
        client.setQueryData<LearningPathView>(pathKey(id), (before) => before && { ...before, progress: next })
        const sending = sent.current.then(tell)
        sent.current = sending.catch(() => undefined)
        await sending
        await client.invalidateQueries({ queryKey: pathsKey })
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
      save('PUT', stepAddress(stepId), { state, answers }),
    )
  return {
    progress,
    isBrowsers,
    error,
    mark,
    /** Opening a step begins it; one that is begun or done stays as it is. */
    begin: (stepId: string) =>
      progress.some((one) => one.stepId === stepId) ? Promise.resolve() : mark(stepId, 'begun'),
    clear: () => put([], () => save('DELETE', `${address}/progress`)),
    restore: (before: readonly StepProgress[]) =>
      put(before, () => save('PUT', `${address}/progress`, { progress: before })),
  } as const
}

/** What a browser still sends of a window that is being closed. Bytes. */
const SENT_ON_CLOSING = 60_000

/** Also when the window is closed in the same moment. */
function save(method: 'PUT' | 'DELETE', address: string, body: object = {}): Promise<unknown> {
  const json = JSON.stringify(body)
  const keepalive = new Blob([json]).size < SENT_ON_CLOSING
  return send(method, address, { keepalive, headers: { 'content-type': 'application/json' }, body: json })
}
