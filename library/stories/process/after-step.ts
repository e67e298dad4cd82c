import type { KeptStory } from '../kept-story.ts'
import type { StoryOffice, StoryStep } from './process-view.ts'

/** What a step brings with it. Days are `YYYY-MM-DD`. */
export interface StepFacts {
  readonly step: StoryStep
  readonly today: string
  readonly office: StoryOffice
  /** Of `schedule`. */
  readonly on?: string | undefined
  /** Of `publish`: the revision that readers see from now on. */
  readonly revision?: string | undefined
}

/** The story as it is after a step. Pure; the record is never another. */
export function afterStep(story: KeptStory, { step, today, office, on, revision }: StepFacts): KeptStory {
  const still = { ...story, dueOn: undefined, scheduledFor: undefined }
  const wished = (days: number) => dayAfter(today, days)
  switch (step) {
    case 'submit':
      return { ...still, state: 'submitted', dueOn: wished(office.days.verify) }
    case 'verify':
      return { ...still, state: 'verified', dueOn: wished(office.days.approve) }
    case 'approve':
    case 'unschedule':
      return { ...still, state: 'approved', dueOn: wished(office.days.publish) }
    case 'schedule':
      return { ...still, state: 'approved', scheduledFor: on }
    case 'publish':
      return {
        ...still,
        state: 'published',
        publishedOn: story.publishedOn ?? today,
        publishedRecord: story.recordSha256,
        revision,
        reviewOn: monthsAfter(today, office.reviewMonths),
      }
    case 'return':
    case 'correct':
      return { ...still, state: 'draft' }
    case 'retire':
      return { ...still, state: 'retired', reviewOn: undefined }
    case 'restore':
      return {
        ...still,
        // A correction that was not finished goes on where it was; readers see again what they saw.
        state: story.recordSha256 === story.publishedRecord ? 'published' : 'draft',
        reviewOn: story.reviewOn ?? monthsAfter(today, office.reviewMonths),
      }
  }
}

function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** The same day of a later month, or its last where it has no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
