import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { validate } from '../../http/validate.ts'
import { IsoDate, Sha256 } from '../../items/revision.schema.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { KeptStory } from '../kept-story.ts'
import { readStory } from '../read-story.ts'
import type { StoryView } from '../story-view.ts'
import type { DueWrites } from './due-steps.ts'
import { eventsOf } from './event-chain.ts'
import type { OfficePerson, StoryOffice, StoryTask } from './process-view.ts'
import { rememberedPerson } from './remembered-person.ts'
import { StoryOfficeSchema } from './story-office.schema.ts'
import { actingPerson, readOffice } from './story-office.ts'
import { takeStep } from './take-step.ts'
import { findTitles, listTasks } from './tasks.repository.ts'

/** Text lengths count UTF-16 code units. */
const LONGEST_TEXT = 5000
const LONGEST_QUOTE = 2000
const MOST_CHANGES = 200
/** In one list over all stories. */
const MOST_TASKS_LISTED = 1000

const text = (most: number) =>
  z
    .string()
    .transform((given) => given.toWellFormed())
    .pipe(z.string().trim().min(1).max(most))
const Passage = z.object({
  field: z.string().min(1).max(200).optional(),
  quote: text(LONGEST_QUOTE).optional(),
  text: text(LONGEST_TEXT),
})
const Role = z.enum(['writer', 'verifier', 'approver', 'publisher'])
const StepBody = z.object({
  step: z.enum([
    'submit',
    'verify',
    'approve',
    'schedule',
    'unschedule',
    'publish',
    'return',
    'correct',
    'retire',
    'restore',
  ]),
  reason: z
    .string()
    .transform((given) => given.toWellFormed().trim() || undefined)
    .pipe(z.string().max(LONGEST_TEXT).optional())
    .optional(),
  on: IsoDate.optional(),
  urgent: z.boolean().optional(),
  changes: z.array(Passage).max(MOST_CHANGES).optional(),
  /** The record that the person has in front of them. */
  read: Sha256.optional(),
})
const TaskBody = Passage.extend({
  type: z.enum(['comment', 'change', 'task', 'suggestion']),
  for: Role.optional(),
  dueOn: IsoDate.optional(),
})
const DoneBody = z.object({ done: z.boolean().default(true), answer: text(LONGEST_TEXT).optional() })
const PersonBody = z.object({ id: z.string().max(100).nullable() })
const TasksQuery = z.object({ open: z.enum(['true', 'false']).optional(), for: Role.optional() })
const EventsQuery = z.object({ subject: z.enum(['story', 'feed', 'office']), id: z.string().min(1).max(100) })

/** Who acts, by the request's header. */
export const PERSON_HEADER = 'X-Xinhuo-Person'

/** What the way to publication writes, done by the writer's thread. */
export interface ProcessWrites extends DueWrites {
  saveStoryOffice(office: StoryOffice, by: string): Promise<unknown>
  rememberStoryPerson(id: string | undefined): Promise<unknown>
  finishStoryTask(given: {
    id: string
    done: boolean
    answer?: string | undefined
    by: OfficePerson
  }): Promise<StoryTask>
  catchUpIndex(limit: number): Promise<unknown>
}

export interface ProcessDesk {
  /** The windows are all this library's own: who was chosen in one sits at the next as well. Visitors sit each at their own. */
  readonly remembersPerson: boolean
  readonly library: LibraryAccess
  readonly writes: ProcessWrites
  /** A story as the window shows it to this person. */
  readonly view: (story: KeptStory, person: OfficePerson) => Promise<StoryView>
  /** Carries out what was waiting for the step that has just been taken. */
  readonly afterStep: (storyId: string) => Promise<unknown>
}

/** `/api`: the office, steps, tasks and the record. */
export function processRoutes({ library, writes, view, afterStep, remembersPerson }: ProcessDesk) {
  const person = (header: string | undefined) => actingPerson(library.db, header)
  return new Hono()
    .get('/story-office', async (c) => c.json(await readOffice(library.db)))
    .put('/story-office', validate('json', StoryOfficeSchema), async (c) => {
      // Whoever the list has lost can still put it right.
      const by = await person(c.req.header(PERSON_HEADER)).catch(() => person(undefined))
      await writes.saveStoryOffice(c.req.valid('json'), by.name)
      return c.json(await readOffice(library.db))
    })
    .get('/story-person', async (c) =>
      c.json(remembersPerson ? { id: (await rememberedPerson(library.db)) ?? null } : {}),
    )
    .put('/story-person', validate('json', PersonBody), async (c) => {
      if (!remembersPerson) return c.json({})
      await writes.rememberStoryPerson(c.req.valid('json').id ?? undefined)
      return c.json({ id: (await rememberedPerson(library.db)) ?? null })
    })
    .post('/stories/:id/steps', validate('json', StepBody), async (c) => {
      const by = await person(c.req.header(PERSON_HEADER))
      const { id } = await takeStep(library, writes, c.req.param('id'), { ...c.req.valid('json'), by })
      // The step is taken and recorded; what fails from here on is tried again by the service's maintenance.
      await afterStep(id).catch(() => {})
      await writes.catchUpIndex(100).catch(() => {})
      return c.json(await view(await readStory(library.db, id), by))
    })
    .post('/stories/:id/tasks', validate('json', TaskBody), async (c) => {
      const by = await person(c.req.header(PERSON_HEADER))
      const story = await readStory(library.db, c.req.param('id'))
      const at = library.clock().toISOString()
      const task: StoryTask = { ...c.req.valid('json'), id: randomUUID(), storyId: story.id, by: by.name, at }
      await writes.keepStoryTask(task, by)
      return c.json(await view(story, by), 201)
    })
    .put('/story-tasks/:id', validate('json', DoneBody), async (c) => {
      const by = await person(c.req.header(PERSON_HEADER))
      return c.json(await writes.finishStoryTask({ id: c.req.param('id'), ...c.req.valid('json'), by }))
    })
    .get('/story-tasks', validate('query', TasksQuery), async (c) => {
      const { open, for: role } = c.req.valid('query')
      const filter = { ...(open !== undefined && { open: open === 'true' }), for: role }
      const tasks = await listTasks(library.db, filter, MOST_TASKS_LISTED)
      const titles = await findTitles(library.db, [...new Set(tasks.map((task) => task.storyId))])
      return c.json(tasks.map((task) => ({ ...task, title: titles.get(task.storyId) ?? task.storyId })))
    })
    .get('/story-events', validate('query', EventsQuery), async (c) => {
      const { subject, id } = c.req.valid('query')
      return c.json(await eventsOf(library.db, subject, id))
    })
}
