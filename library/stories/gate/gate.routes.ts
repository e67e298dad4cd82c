import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { validate } from '../../http/validate.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { changeStory } from '../change-story.ts'
import type { KeptStory } from '../kept-story.ts'
import { findNearDuplicates } from '../likeness/near-duplicates.ts'
import { wordsOfRecord } from '../likeness/words-of-record.ts'
import { actingPerson } from '../process/story-office.ts'
import { readStory } from '../read-story.ts'
import { storyChanged } from '../story-errors.ts'
import { viewStory } from '../view-story.ts'
import { checkStory } from './check-story.ts'
import { findingNotFound, overruleNotAllowed, overruleReasonMissing } from './gate-error.ts'
import { type Overruling, overrulingDetail } from './keep-overruling.ts'
import { repairRecord } from './repair-record.ts'

/** What the gate writes, done by the writer's thread. */
export interface GateWrites {
  replaceStory(story: KeptStory, readAt: string, by: string): Promise<boolean>
  keepOverruling(overruling: Overruling): Promise<unknown>
}

const FindingId = z.string().min(1).max(64)
const RepairBody = z.object({ ids: z.array(FindingId).min(1).max(2000), read: z.string().max(64) })
const OverruleBody = z.object({
  id: FindingId,
  reason: z
    .string()
    .transform((text) => text.toWellFormed())
    .pipe(z.string().trim().max(1000)),
  /** Takes an overruling back. */
  withdraw: z.boolean().optional(),
})

/** `/api/stories/:id/gate`: what must not get out with a story, its repair, and its overruling. */
export function gateRoutes(library: LibraryAccess, writes: GateWrites) {
  const personOf = (c: Context) => actingPerson(library.db, c.req.header('x-xinhuo-person'))
  return new Hono()
    .get('/:id/gate', async (c) => c.json(await checkStory(library, await readStory(library.db, c.req.param('id')))))
    .post('/:id/gate/repair', validate('json', RepairBody), async (c) => {
      const { ids, read } = c.req.valid('json')
      const person = await personOf(c)
      const story = await readStory(library.db, c.req.param('id'))
      if (read !== story.recordSha256) throw storyChanged()
      const wanted = new Set(ids)
      const { findings } = await checkStory(library, story)
      const repairable = findings.filter(({ id, repair }) => wanted.has(id) && repair !== undefined)
      if (repairable.length === 0) throw findingNotFound()
      const changed = changeStory(story, repairRecord(story.record, repairable), read, person, library.clock())
      if (changed !== story && !(await writes.replaceStory(changed, story.updatedAt, person.name))) throw storyChanged()
      return c.json(await viewStory(library.db, changed, person))
    })
    .post('/:id/gate/overrule', validate('json', OverruleBody), async (c) => {
      const { id, reason, withdraw } = c.req.valid('json')
      const person = await personOf(c)
      const story = await readStory(library.db, c.req.param('id'))
      const finding = (await checkStory(library, story)).findings.find((one) => one.id === id)
      if (!finding || (withdraw && !finding.overruled)) throw findingNotFound()
      if (!person.roles.some((role) => role !== 'writer')) throw overruleNotAllowed(person.name)
      if (reason === '') throw overruleReasonMissing()
      await writes.keepOverruling({
        storyId: story.id,
        record: story.recordSha256,
        by: person.name,
        at: library.clock().toISOString(),
        reason,
        detail: { ...overrulingDetail(finding), ...(withdraw && { withdrawn: true as const }) },
      })
      return c.json(await checkStory(library, story))
    })
}

/** `/api/story-likeness`: stories much like one. */
export function likenessRoutes({ db }: Pick<LibraryAccess, 'db'>) {
  return new Hono().get('/', validate('query', z.object({ storyId: z.string().min(1).max(80) })), async (c) => {
    const { id, record } = await readStory(db, c.req.valid('query').storyId)
    return c.json(await findNearDuplicates(db, wordsOfRecord(record), { except: id }))
  })
}
