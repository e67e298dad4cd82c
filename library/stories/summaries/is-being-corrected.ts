import type { StoryState } from '../process/process-view.ts'

interface Standing {
  readonly state: StoryState
  /** The revision that readers see. */
  readonly revision?: string | null | undefined
}

/** Whether a published story is being written anew: readers see what was published until the correction is. */
export function isBeingCorrected({ state, revision }: Standing): boolean {
  return typeof revision === 'string' && state !== 'published' && state !== 'retired'
}
