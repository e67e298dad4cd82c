import type { MaterialSummary } from '../materials/material-view.ts'
import type { PathRecord, PathStep } from './path.schema.ts'

/** How far a learner is with one step. It is private: in no export, pack, report or check. */
export interface StepProgress {
  readonly stepId: string
  readonly state: 'begun' | 'done'
  /** Of a quiz: what was answered, by question; kept so that one can look again. */
  readonly answers?: Readonly<Record<string, readonly string[]>> | undefined
  /** The day; it is shown nowhere. */
  readonly at: string
}

export interface PathStepView extends PathStep {
  /** Whether what it names is here. */
  readonly here: boolean
  /** Where it is opened: a path of the window. */
  readonly open?: string | undefined
  /** Newer here than when the path was made. */
  readonly changed: boolean
  /** What it names, as it is called here. */
  readonly target?: string | undefined
}

/** Steps that wait for each other in a ring, or for one that is not there. Nothing is locked by it. */
export interface PathFault {
  readonly stepId: string
  readonly fault: 'missing' | 'ring'
  /** Titles of the steps it waits for in a ring; none where it waits for itself. */
  readonly others: readonly string[]
  readonly says: string
}

export interface LearningPathView extends MaterialSummary {
  readonly record: PathRecord
  /** `after` holds only steps that are there, and no rings. */
  readonly steps: readonly PathStepView[]
  readonly faults: readonly PathFault[]
  /** Absent where the learner's own browser keeps it (an office's service that many use). */
  readonly progress?: readonly StepProgress[] | undefined
}
