import { AppError } from '../../errors/app-error.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { StorageError } from '../../store/storage-error.ts'
import type { KeptStory } from '../kept-story.ts'
import type { StepToApply } from '../process/apply-step.ts'
import { eventsOf } from '../process/event-chain.ts'
import type { StoryEvent, StoryState } from '../process/process-view.ts'
import { STEP_NAMES } from '../process/step-names.ts'
import { type StepWrites, takeStep } from '../process/take-step.ts'
import { findStory } from '../stories.repository.ts'
import type { ReviewAnswer } from './slip.schema.ts'
import { reviewer } from './slip-sender.ts'
import { findWaiting, type KeptSlip } from './slips.repository.ts'

/** What carrying out answers writes, done by the writer's thread. */
export interface CarryOutWrites extends StepWrites {
  carryOutSlip(step: StepToApply, slipId: string): Promise<KeptStory>
  settleSlip(slip: KeptSlip, to: Pick<KeptSlip, 'state' | 'says'>): Promise<unknown>
}

/** Answers that the gate stops may go on when somebody has overruled it, so they wait. */
const WAITS_ON: ReadonlySet<string> = new Set(['GATE_CLOSED'])
/** Somebody was first; what is true now is looked at once more. */
const AGAIN: ReadonlySet<string> = new Set(['STEP_ALREADY_TAKEN', 'STORY_CHANGED_MEANWHILE', 'SLIP_NOT_FOUND'])

/**
 * Carries out the answers whose step has been reached, one after another, since each may open the way for the next.
 * What can never be carried out is said to be out of date, and why. Run again, it does nothing twice.
 * @param storyId undefined for all stories
 */
export async function carryOutWaiting(library: LibraryAccess, writes: CarryOutWrites, storyId?: string): Promise<void> {
  // Each answer is carried out once at most, so this ends; the bound is for what nobody thought of.
  for (let round = 0; round < 100; round++) {
    let moved = false
    for (const slip of await findWaiting(library.db, storyId)) {
      if (slip.body.type === 'review-answer') moved = (await tryOne(library, writes, slip, slip.body)) || moved
    }
    if (!moved) return
  }
}

/** True when the story has gone a step further. */
async function tryOne(
  library: LibraryAccess,
  writes: CarryOutWrites,
  slip: KeptSlip,
  answer: ReviewAnswer,
): Promise<boolean> {
  const story = await findStory(library.db, answer.storyId)
  const events = await eventsOf(library.db, 'story', answer.storyId)
  const place = placeOf(answer, story, events)
  if (place.type === 'not-yet') return false
  if (place.type === 'past') {
    await writes.settleSlip(slip, { state: 'out-of-date', says: place.says })
    return false
  }
  try {
    await takeStep(library, carrying(writes, answer.id), answer.storyId, {
      step: answer.answer === 'agree' ? answer.step : 'return',
      by: reviewer(answer.sender, answer.step === 'verify' ? 'verifier' : 'approver'),
      reason: answer.note ?? (answer.answer === 'return' ? '见送审意见' : undefined),
      read: answer.recordSha256,
      slip: answer.id,
    })
    return true
  } catch (error) {
    if (!(error instanceof AppError) || error instanceof StorageError) throw error
    if (AGAIN.has(error.code)) return false
    const says = [error.why ?? error.what, error.todo].filter(Boolean).join('')
    const state = WAITS_ON.has(error.code) ? 'waiting' : 'out-of-date'
    if (slip.says !== says || slip.state !== state) await writes.settleSlip(slip, { state, says })
    return false
  }
}

const carrying = (writes: CarryOutWrites, slipId: string): StepWrites => ({
  takeStoryStep: (step) => writes.carryOutSlip(step, slipId),
  saveMediaCopy: (copy) => writes.saveMediaCopy(copy),
})

type Place = { readonly type: 'here' | 'not-yet' } | { readonly type: 'past'; readonly says: string }

const REACHED: Readonly<Record<ReviewAnswer['step'], StoryState>> = { verify: 'submitted', approve: 'verified' }
const ORDER: readonly StoryState[] = ['draft', 'submitted', 'verified', 'approved', 'published', 'retired']

/** Where a story stands for an answer about it. */
function placeOf(answer: ReviewAnswer, story: KeptStory | undefined, events: readonly StoryEvent[]): Place {
  if (!story || story.discardedAt !== undefined) return { type: 'past', says: '这个故事在这里已经删除。' }
  if (story.recordSha256 !== answer.recordSha256) {
    return { type: 'past', says: '送审以后内容改过，这份意见针对的是改之前的稿子。' }
  }
  if (story.state === REACHED[answer.step]) return { type: 'here' }
  if (ORDER.indexOf(story.state) < ORDER.indexOf(REACHED[answer.step])) return { type: 'not-yet' }
  const taken = events.findLast((event) => event.step === answer.step)
  return { type: 'past', says: `“${STEP_NAMES[answer.step]}”已经由${taken?.by ?? '别人'}办过了。` }
}
