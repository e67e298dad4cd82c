import type { MaterialSummary } from '../materials/material-view.ts'
import type { PathRecord, PathStep } from './path.schema.ts'

/** How far a learner is with one step. It is private: in no export, pack, report or check. */
export interface StepProgress {
  readonly stepId: string
  readonly state: 'begun' | 'done'
  /** Of a quiz: what was answered, by question; kept so that one can look again. */
  readonly answers?: Readonly<Record<string, readonly string[]>> | undefined
  readonly at: string
}

export interface PathStepView extends PathStep {
  /** Whether what it names is here. */
  readonly here: boolean
  /** Where it is opened: a path of the window. */
  readonly open?: string | undefined
  /** Newer here than when the path was made. */
  readonly changed: boolean
}

export interface LearningPathView extends MaterialSummary {
  readonly record: PathRecord
  readonly steps: readonly PathStepView[]
  /** Absent where the learner's own browser keeps it (an office's service that many use). */
  readonly progress?: readonly StepProgress[] | undefined
}
