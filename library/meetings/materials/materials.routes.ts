import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { validate } from '../../http/validate.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { MeetingKind } from '../outline/outline.schema.ts'
import { readyOutlines } from '../outline/ready-outlines.ts'
import { beginMaterial } from './begin-material.ts'
import { changeMaterial } from './change-material.ts'
import type { KeptMaterial } from './kept-material.ts'
import { listMaterials } from './list-materials.ts'
import { MaterialRecord, MaterialType } from './material.schema.ts'
import { MaterialNotFoundError, materialChanged, materialTooLarge } from './material-errors.ts'
import { MaterialQuery } from './material-query.schema.ts'
import { newRecord } from './new-record.ts'
import { ownMaterial } from './own-material.ts'
import { readMaterial } from './read-material.ts'
import { resolveCited } from './resolve-cited.ts'
import { viewMaterial } from './view-material.ts'

/** Bytes of a material's JSON; pictures are sent apart. */
const LARGEST_RECORD = 4 * 1024 * 1024

/** What materials write, done by the writer's thread. */
export interface MaterialWrites {
  insertMaterials(materials: readonly KeptMaterial[]): Promise<unknown>
  replaceMaterial(material: KeptMaterial, readAt: string): Promise<boolean>
  discardMaterial(id: string, discardedAt: string | undefined): Promise<boolean>
}

const NewMaterial = z.union([
  z.strictObject({ record: MaterialRecord }),
  z.strictObject({ from: z.string().min(1).max(80) }),
  z.strictObject({ type: MaterialType, kind: MeetingKind.optional(), title: z.string().trim().max(200).optional() }),
])
const ChangedMaterial = z.object({ record: MaterialRecord, read: z.string().max(64) })

/** `/api/materials`: making, finding and reading meetings, drills, guides and learning paths. */
export function materialRoutes(library: LibraryAccess, writes: MaterialWrites) {
  const limited = bodyLimit({
    maxSize: LARGEST_RECORD,
    onError: () => {
      throw materialTooLarge()
    },
  })

  return new Hono()
    .get('/', validate('query', MaterialQuery), async (c) => c.json(await listMaterials(library, c.req.valid('query'))))
    .get('/ready', (c) => c.json(readyOutlines))
    .post('/', limited, validate('json', NewMaterial), async (c) => {
      const asked = c.req.valid('json')
      const record = await resolveCited(library, await newRecord(library, asked))
      const copied = 'from' in asked ? { copiedFrom: asked.from } : {}
      const material = { ...beginMaterial(record, library.clock()), ...copied }
      await writes.insertMaterials([material])
      return c.json(await viewMaterial(library, material), 201)
    })
    .get('/:id', async (c) => c.json(await readMaterial(library, c.req.param('id'))))
    .put('/:id', limited, validate('json', ChangedMaterial), async (c) => {
      const { record, read } = c.req.valid('json')
      const material = await ownMaterial(library.db, c.req.param('id'))
      const changed = changeMaterial(material, record, read, library.clock())
      if (changed !== material && !(await writes.replaceMaterial(changed, material.updatedAt))) throw materialChanged()
      return c.json(await viewMaterial(library, changed))
    })
    .delete('/:id', async (c) => {
      const { id, record } = await ownMaterial(library.db, c.req.param('id'))
      await writes.discardMaterial(id, library.clock().toISOString())
      return c.json({ discarded: id, title: record.title })
    })
    .post('/:id/restore', async (c) => {
      const id = c.req.param('id')
      if (!(await writes.discardMaterial(id, undefined))) throw new MaterialNotFoundError()
      return c.json(await viewMaterial(library, await ownMaterial(library.db, id)))
    })
}
