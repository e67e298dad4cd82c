import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Hono } from 'hono'
import { z } from 'zod'
import { validate } from '../http/validate.ts'
import { receiveUpload } from '../importing/receive-upload.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { findSticks } from './find-sticks.ts'
import { listNewSince } from './new-since.ts'
import { compareConflict, viewConflicts } from './text-conflicts.ts'
import type { UpdateEngine } from './update-engine.ts'
import { refuseUpdate } from './update-refused-error.ts'

/** Writing that the updates desk needs, done by the writer's thread. */
export interface UpdateDeskWrites {
  chooseText(itemId: string, choice: 'own' | 'channel'): Promise<unknown>
  markSeen(itemId: string | undefined): Promise<number>
  catchUpIndex(limit: number): Promise<unknown>
}

const From = z.string().min(1).max(4000)
const ApplyBody = z.object({ from: From, version: z.int().positive().optional() })
const SeenBody = z.union([z.object({ itemId: z.string() }), z.object({ all: z.literal(true) })])

export interface UpdateDesk {
  readonly library: LibraryAccess
  readonly jobs: JobRunner
  readonly engine: Pick<UpdateEngine, 'offers' | 'compare'>
  readonly writes: UpdateDeskWrites
  /** The folder for uploaded archives. */
  readonly incoming: string
  /** Refuses a source that this service may not read. */
  readonly mayRead: (from: string) => void
  /** Where sticks and drives appear. */
  readonly mountPoints: () => Promise<readonly string[]>
}

/** `/api/updates`: checks, what they offer, applying, the person's own texts, sticks, and what is new since. */
export function updateRoutes({ library, jobs, engine, writes, incoming, mayRead, mountPoints }: UpdateDesk) {
  return new Hono()
    .post('/check', validate('json', z.object({ from: From })), async (c) => {
      const { from } = c.req.valid('json')
      mayRead(from)
      return c.json(await jobs.start('update-check', { from }), 202)
    })
    .post('/apply', validate('json', ApplyBody), async (c) => {
      const { from, version } = c.req.valid('json')
      mayRead(from)
      return c.json(await jobs.start('update', { from, version }), 202)
    })
    .post('/upload', async (c) => {
      const { folder } = await receiveUpload(c.req.raw, incoming)
      const [name] = await readdir(folder)
      if (name !== undefined) return c.json({ from: path.join(folder, name) })
      await rm(folder, { recursive: true, force: true })
      throw refuseUpdate('SOURCE_NOT_FOUND')
    })
    .get('/offers', (c) => c.json(engine.offers()))
    .get('/offers/:channel/items/:itemId', async (c) =>
      c.json(await engine.compare(c.req.param('channel'), c.req.param('itemId'))),
    )
    .get('/conflicts', async (c) => c.json(await viewConflicts(library.db)))
    .get('/conflicts/:itemId', async (c) => c.json(await compareConflict(library.db, c.req.param('itemId'))))
    .post('/conflicts/:itemId', validate('json', z.object({ choice: z.enum(['own', 'channel']) })), async (c) => {
      const itemId = c.req.param('itemId')
      const { choice } = c.req.valid('json')
      await writes.chooseText(itemId, choice)
      await writes.catchUpIndex(100)
      return c.json({ itemId, choice })
    })
    .get('/sticks', async (c) => c.json(await findSticks(library.db, await mountPoints())))
    .get('/new', async (c) => c.json(await listNewSince(library.db)))
    .post('/new/seen', validate('json', SeenBody), async (c) => {
      const body = c.req.valid('json')
      return c.json({ seen: await writes.markSeen('itemId' in body ? body.itemId : undefined) })
    })
}
