import type { ValueSource } from '../../library/templates/known/known-view.ts'
import type { FormData } from '../../library/templates/template-schema.ts'

/** What is filled, and by field path where it came from. */
export interface Draft {
  readonly data: FormData
  readonly sources: Readonly<Record<string, ValueSource>>
}

/** A draft (of a form, or of anything else that is filled) with what it was before and, after undoing, after. */
export interface DraftHistory<Kept = Draft> {
  readonly past: readonly Kept[]
  readonly present: Kept
  readonly future: readonly Kept[]
  /** The field being typed in: its keys are one step. */
  readonly typing?: string | undefined
}

/** How many steps can be undone. */
const KEPT = 200

export type DraftStep<Kept = Draft> =
  | { readonly type: 'change'; readonly draft: (present: Kept) => Kept; readonly typing?: string | undefined }
  /** Typing paused: what follows in the same field is another step. */
  | { readonly type: 'settle' }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'load'; readonly draft: Kept }

export function openHistory<Kept>(draft: Kept): DraftHistory<Kept> {
  return { past: [], present: draft, future: [] }
}

export function draftHistory<Kept>(history: DraftHistory<Kept>, step: DraftStep<Kept>): DraftHistory<Kept> {
  const { past, present, future, typing } = history
  switch (step.type) {
    case 'change': {
      const next = step.draft(present)
      if (next === present) return history
      const goesOn = step.typing !== undefined && step.typing === typing && past.length > 0
      return {
        past: goesOn ? past : [...past.slice(-KEPT + 1), present],
        present: next,
        future: [],
        typing: step.typing,
      }
    }
    case 'settle':
      return typing === undefined ? history : { past, present, future }
    case 'undo': {
      const before = past.at(-1)
      return before ? { past: past.slice(0, -1), present: before, future: [present, ...future] } : history
    }
    case 'redo': {
      const [after, ...later] = future
      return after ? { past: [...past, present], present: after, future: later } : history
    }
    case 'load':
      return { past: [...past.slice(-KEPT + 1), present], present: step.draft, future: [] }
  }
}
