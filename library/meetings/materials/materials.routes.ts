import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { validate } from '../../http/validate.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { PictureCopyWrites } from '../../stories/media/picture-copy.ts'
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
import { proposeParts } from './proposals/propose-parts.ts'
import { type MaterialItem, materialItem } from './publish-material.ts'
import { readMaterial } from './read-material.ts'
import { type PictureWrites, receivePictures } from './receive-pictures.ts'
import { resolveNew } from './resolve-cited.ts'
import { resolveMaterial } from './resolve-taken.ts'
import { takeAll } from './take-all.ts'
import { findChanges } from './validity/find-changes.ts'
import { keepCited, renewCited } from './validity/renew-cited.ts'
import { viewMaterial } from './view-material.ts'

/** Bytes of a material's JSON; pictures are sent apart. */
const LARGEST_RECORD = 4 * 1024 * 1024

/** What materials write, done by the writer's thread. */
export interface MaterialWrites extends PictureCopyWrites, PictureWrites {
  insertMaterials(materials: readonly KeptMaterial[]): Promise<unknown>
  replaceMaterial(material: KeptMaterial, readAt: string): Promise<boolean>
  discardMaterial(id: string, discardedAt: string | undefined): Promise<boolean>
  keepMaterialItem(id: string, readSha256: string, item: MaterialItem): Promise<boolean>
  catchUpIndex(limit: number): Promise<unknown>
}

/** One way of beginning, so that what does not fit is named by its place in the record. */
const NewMaterial = z
  .strictObject({
    record: MaterialRecord.optional(),
    from: z.string().min(1).max(80).optional(),
    type: MaterialType.optional(),
    kind: MeetingKind.optional(),
    title: z.string().trim().max(200).optional(),
  })
  .refine(({ record, from, type }) => [record, from, type].filter((one) => one !== undefined).length === 1, {
    error: '请写 record、from、type 中的一个',
  })
/** @throws {MaterialError} MATERIAL_CHANGED when it is another than was read */
function asRead({ record, recordSha256 }: KeptMaterial, read: string): MaterialRecord {
  if (recordSha256 !== read) throw materialChanged()
  return record
}

const PartsRequest = z.object({
  references: z
    .array(
      z.object({
        itemId: z.string().min(1).max(80),
        revision: z.string().max(64).optional(),
        anchor: z.string().max(200).optional(),
      }),
    )
    .max(100),
})
const ChosenCites = z.object({ cites: z.array(z.string().min(1).max(80)).min(1).max(5000), read: z.string().max(64) })
const ChangedMaterial = z.object({ record: MaterialRecord, read: z.string().max(64) })

/** `/api/materials`: making, finding and reading meetings, drills, guides and learning paths. */
export function materialRoutes(library: LibraryAccess, writes: MaterialWrites) {
  const limited = bodyLimit({
    maxSize: LARGEST_RECORD,
    onError: () => {
      throw materialTooLarge()
    },
  })
  /** Saves what `change` makes of a material as it was read. */
  const save = async (id: string, read: string, change: (material: KeptMaterial) => Promise<MaterialRecord>) => {
    const material = await ownMaterial(library.db, id)
    const changed = changeMaterial(material, await change(material), read, library.clock())
    if (changed !== material && !(await writes.replaceMaterial(changed, material.updatedAt))) throw materialChanged()
    return viewMaterial(library, { ...changed, own: true })
  }

  return new Hono()
    .get('/', validate('query', MaterialQuery), async (c) => c.json(await listMaterials(library, c.req.valid('query'))))
    .get('/ready', (c) => c.json(readyOutlines))
    .post('/', limited, validate('json', NewMaterial), async (c) => {
      const asked = c.req.valid('json')
      const record = await resolveMaterial(library, await newRecord(library, asked))
      const copied = asked.from === undefined ? {} : { copiedFrom: asked.from }
      const material = { ...beginMaterial(record, library.clock()), ...copied }
      await writes.insertMaterials([material])
      return c.json(await viewMaterial(library, { ...material, own: true }), 201)
    })
    .get('/:id', async (c) => c.json(await readMaterial(library, c.req.param('id'))))
    .post('/parts', validate('json', PartsRequest), async (c) =>
      c.json(await takeAll(library, c.req.valid('json').references)),
    )
    .post('/pictures', async (c) => c.json(await receivePictures(c.req.raw, library.blobs, writes)))
    .get('/:id/changes', async (c) =>
      c.json(await findChanges(library, await readMaterial(library, c.req.param('id')))),
    )
    .get('/:id/proposals', validate('query', z.object({ part: z.string().max(80).optional() })), async (c) =>
      c.json(await proposeParts(library, await readMaterial(library, c.req.param('id')), c.req.valid('query').part)),
    )
    .post('/:id/renew', validate('json', ChosenCites), async (c) => {
      const { cites, read } = c.req.valid('json')
      return c.json(
        await save(c.req.param('id'), read, (material) => renewCited(library, asRead(material, read), cites)),
      )
    })
    .post('/:id/keep', validate('json', ChosenCites), async (c) => {
      const { cites, read } = c.req.valid('json')
      return c.json(
        await save(c.req.param('id'), read, (material) => keepCited(library, asRead(material, read), cites)),
      )
    })
    .post('/:id/item', async (c) => {
      const material = await ownMaterial(library.db, c.req.param('id'))
      const item = await materialItem(library, writes, material)
      if (!(await writes.keepMaterialItem(material.id, material.recordSha256, item))) throw materialChanged()
      await writes.catchUpIndex(100)
      return c.json(await readMaterial(library, material.id))
    })
    .put('/:id', limited, validate('json', ChangedMaterial), async (c) => {
      const { record, read } = c.req.valid('json')
      return c.json(await save(c.req.param('id'), read, (before) => resolveNew(library, record, before.record)))
    })
    .delete('/:id', async (c) => {
      const { id, record, itemId } = await ownMaterial(library.db, c.req.param('id'))
      await writes.discardMaterial(id, library.clock().toISOString())
      if (itemId !== undefined) await writes.catchUpIndex(100)
      return c.json({ discarded: id, title: record.title })
    })
    .post('/:id/restore', async (c) => {
      const id = c.req.param('id')
      if (!(await writes.discardMaterial(id, undefined))) throw new MaterialNotFoundError()
      const material = await ownMaterial(library.db, id)
      if (material.itemId !== undefined) await writes.catchUpIndex(100)
      return c.json(await viewMaterial(library, { ...material, own: true }))
    })
}
