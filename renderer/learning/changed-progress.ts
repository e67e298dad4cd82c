import type { StepProgress } from '../../library/meetings/learning/learning-view.ts'

/** Progress with one step as it is now; answers given before stay where none are given. */
export function withStep(progress: readonly StepProgress[], step: StepProgress): readonly StepProgress[] {
  const before = progress.find(({ stepId }) => stepId === step.stepId)
  const rest = progress.filter(({ stepId }) => stepId !== step.stepId)
  return [...rest, { ...step, answers: step.answers ?? before?.answers }]
}

interface PathStep {
  readonly id: string
  readonly after: readonly string[]
  readonly here: boolean
}

const doneOf = (progress: readonly StepProgress[]) =>
  new Set(progress.flatMap(({ stepId, state }) => (state === 'done' ? [stepId] : [])))

/** The steps better done before this one, and not done yet. Nothing is locked by them. */
export function waitsFor({ after }: PathStep, progress: readonly StepProgress[]): readonly string[] {
  const done = doneOf(progress)
  return after.filter((id) => !done.has(id))
}

/** Where to go on: the first step that is not done, is here and waits for nothing; otherwise the first that is here. */
export function nextStep<Step extends PathStep>(
  steps: readonly Step[],
  progress: readonly StepProgress[],
): Step | undefined {
  const done = doneOf(progress)
  const open = steps.filter(({ id, here }) => here && !done.has(id))
  return open.find((step) => waitsFor(step, progress).length === 0) ?? open[0]
}

/** How many of a path's steps are done. */
export const doneCount = (steps: readonly { readonly id: string }[], progress: readonly StepProgress[]): number => {
  const done = doneOf(progress)
  return steps.filter(({ id }) => done.has(id)).length
}
