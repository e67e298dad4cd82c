import { randomUUID } from 'node:crypto'
import { AppError } from '../../errors/app-error.ts'
import { localDate } from '../../items/record-revision.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { StorageError } from '../../store/storage-error.ts'
import { readStory } from '../read-story.ts'
import type { StepToApply } from './apply-step.ts'
import { lastStepOf } from './apply-step.ts'
import { findForReview, findScheduled, REVIEW_TASK } from './due-steps.repository.ts'
import { eventsOf } from './event-chain.ts'
import type { OfficePerson, StoryTask } from './process-view.ts'
import { XINHUO } from './step-offers.ts'
import { readOffice } from './story-office.ts'
import { type StepWrites, takeStep } from './take-step.ts'

/** What comes due by itself, written by the writer's thread. */
export interface DueWrites extends StepWrites {
  holdScheduledStory(step: StepToApply, task: StoryTask): Promise<unknown>
  keepStoryTask(task: StoryTask, person: OfficePerson): Promise<unknown>
}

/**
 * Publishes what was approved for today or an earlier day, and asks for another look at stories whose day has come.
 * A story that the gate stops now stays approved, without a day, and a task says why. Run again, or after a kill in
 * between, it does nothing twice.
 */
export async function takeDueSteps(library: LibraryAccess, writes: DueWrites, now: Date): Promise<void> {
  const today = localDate(now)
  const failures: unknown[] = []
  for (const id of await findScheduled(library.db, today)) {
    // What cannot be done for one story keeps no other from its day.
    await publishDue(library, writes, id, now).catch((error: unknown) => failures.push(error))
  }
  const { reviewMonths } = await readOffice(library.db)
  for (const { id, reviewOn } of await findForReview(library.db, today)) {
    const text = `发布或上次复看满 ${reviewMonths} 个月了。请再看一遍：还准不准，政策变了没有，要不要更正或退役。`
    await writes.keepStoryTask(
      {
        id: `${REVIEW_TASK}${id}-${reviewOn}`,
        storyId: id,
        type: 'task',
        text,
        by: XINHUO.name,
        at: now.toISOString(),
        for: 'verifier',
      },
      XINHUO,
    )
  }
  if (failures.length > 0) throw failures[0]
}

async function publishDue(library: LibraryAccess, writes: DueWrites, id: string, now: Date): Promise<void> {
  try {
    await takeStep(library, writes, id, { step: 'publish', by: XINHUO })
  } catch (error) {
    // A full disk has nothing to do with the story: the next time will do.
    if (!(error instanceof AppError) || error instanceof StorageError) throw error
    if (error.code === 'STEP_ALREADY_TAKEN' || error.code === 'STORY_CHANGED_MEANWHILE') return
    await hold(library, writes, id, [error.why ?? error.what, error.todo].filter(Boolean).join(''), now)
  }
}

async function hold(library: LibraryAccess, writes: DueWrites, id: string, why: string, now: Date): Promise<void> {
  const { recordSha256 } = await readStory(library.db, id)
  const read = { recordSha256, lastStep: lastStepOf(await eventsOf(library.db, 'story', id)) }
  await writes.holdScheduledStory(
    { storyId: id, step: 'unschedule', by: XINHUO, reason: why, read },
    {
      id: randomUUID(),
      storyId: id,
      type: 'task',
      text: `定好的日子到了，但没有发布：${why}`,
      by: XINHUO.name,
      at: now.toISOString(),
      for: 'publisher',
    },
  )
}
