import type { GuideStep, StepGuideRecord } from '../../../library/meetings/guides/step-guide.schema.ts'
import type { MaterialPicture } from '../../../library/meetings/materials/cited.schema.ts'
import { freshId } from '../../record-form/record-path.ts'
import { saysTwoThings } from './says-two-things.ts'

/** The most steps of a guide. */
export const MOST_STEPS = 100

export function freshStep(steps: readonly GuideStep[]): GuideStep {
  return { id: freshId('s', steps), action: '', marks: [] }
}

/** A step more, after the one that stands at `at`. */
export function withStepAfter(record: StepGuideRecord, at: number): StepGuideRecord {
  return withSteps(record, at + 1, 0, [freshStep(record.steps)])
}

/**
 * Pictures as they came: the first one for the step that is meant, if it has none yet, each other one a step of its
 * own after it, in their order.
 * @param at -1 for none: then all come as steps at the end
 */
export function withPictures(
  record: StepGuideRecord,
  at: number,
  pictures: readonly MaterialPicture[],
): StepGuideRecord {
  const here = record.steps[at]
  const [first, ...others] = pictures
  if (!first) return record
  const fills = here !== undefined && !here.picture
  const place = here ? at + 1 : record.steps.length
  const filled = fills
    ? { ...record, steps: record.steps.map((step) => (step === here ? { ...step, picture: first } : step)) }
    : record
  const added: GuideStep[] = []
  for (const picture of (fills ? others : pictures).slice(0, MOST_STEPS - record.steps.length)) {
    added.push({ ...freshStep([...record.steps, ...added]), picture })
  }
  return withSteps(filled, place, 0, added)
}

/** A step that says two things as two: the picture and what is drawn on it stay with the first. */
export function withStepSplit(record: StepGuideRecord, at: number): StepGuideRecord {
  const step = record.steps[at]
  const said = step && saysTwoThings(step.action)
  if (!step || !said) return record
  return withSteps(record, at, 1, [
    { ...step, action: said.first },
    { ...freshStep(record.steps), action: said.second },
  ])
}

/** The step once more, right after itself. */
export function withStepTwice(record: StepGuideRecord, at: number): StepGuideRecord {
  const step = record.steps[at]
  return step ? withSteps(record, at + 1, 0, [{ ...step, id: freshStep(record.steps).id }]) : record
}

export function withoutStep(record: StepGuideRecord, at: number): StepGuideRecord {
  return withSteps(record, at, 1, [])
}

/** A picture taken from a step takes what was drawn on it with it. */
export function withoutPicture({ picture: _, ...step }: GuideStep): GuideStep {
  return { ...step, marks: [] }
}

function withSteps(record: StepGuideRecord, at: number, taken: number, added: readonly GuideStep[]): StepGuideRecord {
  const steps = [...record.steps]
  steps.splice(at, taken, ...added)
  return { ...record, steps: steps.slice(0, MOST_STEPS) }
}
