import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { z } from 'zod'
import { filesBelow } from '../../feedback/read-letters.ts'
import { attachmentName } from '../../http/attachment-name.ts'
import { validate } from '../../http/validate.ts'
import { receiveUpload } from '../../importing/receive-upload.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { warningsOfRecord } from '../files/leaving-material.ts'
import { readMaterial } from '../materials/read-material.ts'
import { openBundle } from './open-bundle.ts'
import { type PackWrites, packBundle } from './pack-bundle.ts'
import { receivedBundles } from './received-bundles.ts'
import { type TakeBundleWrites, takeBundle } from './take-bundle.ts'
import { viewBundle } from './view-bundle.ts'

const TakeBody = z.strictObject({ over: z.string().min(1).max(80).optional() })

/** `/api`: a material as one file, written and opened. */
export function sharingRoutes(library: LibraryAccess, writes: PackWrites & TakeBundleWrites, incoming: string) {
  const received = receivedBundles(incoming)
  return new Hono()
    .get('/materials/:id/bundle', async (c) => {
      const { name, bytes } = await packBundle(library, writes, await readMaterial(library, c.req.param('id')))
      c.header('Content-Disposition', attachmentName(name))
      c.header('Content-Type', 'application/octet-stream')
      return c.body(Readable.toWeb(Readable.from(bytes)) as ReadableStream)
    })
    .get('/materials/:id/bundle/check', async (c) => {
      const { record } = await readMaterial(library, c.req.param('id'))
      return c.json({ warnings: warningsOfRecord(record) })
    })
    .post('/material-bundles', async (c) => {
      const { folder } = await receiveUpload(c.req.raw, incoming)
      try {
        const [uploaded] = await filesBelow(folder)
        // Looked at before it is kept: what is refused leaves nothing behind.
        const opened = await openBundle(uploaded as string)
        const { upload } = await received.keep(uploaded as string)
        return c.json(await viewBundle(library, upload, opened))
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    })
    .post('/material-bundles/:upload/take', validate('json', TakeBody), async (c) => {
      const upload = c.req.param('upload')
      const view = await takeBundle(library, writes, await received.find(upload), c.req.valid('json').over)
      await received.drop(upload)
      return c.json(view, 201)
    })
    .delete('/material-bundles/:upload', async (c) => {
      await received.drop(c.req.param('upload'))
      return c.json({ dropped: c.req.param('upload') })
    })
}
