import type { StepProgress } from '../../library/meetings/learning/learning-view.ts'

/**
 * How far this browser's person is with a path, where many learn at one service. It never leaves the browser: nothing
 * of it is sent anywhere.
 */
export function browserProgress(pathId: string): readonly StepProgress[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(pathId)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isProgress) : []
  } catch {
    return []
  }
}

/** Nothing to keep takes it out of the browser. */
export function keepBrowserProgress(pathId: string, progress: readonly StepProgress[]): void {
  if (progress.length === 0) localStorage.removeItem(keyOf(pathId))
  else localStorage.setItem(keyOf(pathId), JSON.stringify(progress))
}

const keyOf = (pathId: string) => `xinhuo.learning.${pathId}`

/** Another version, or a person at the browser's tools, may have written there. */
function isProgress(kept: unknown): kept is StepProgress {
  if (typeof kept !== 'object' || kept === null) return false
  const { stepId, state } = kept as Partial<Record<keyof StepProgress, unknown>>
  return typeof stepId === 'string' && (state === 'begun' || state === 'done')
}
