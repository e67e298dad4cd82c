import { readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Hono } from 'hono'
import { z } from 'zod'
import { filesBelow } from '../../feedback/read-letters.ts'
import { attachmentName } from '../../http/attachment-name.ts'
import { validate } from '../../http/validate.ts'
import { receiveUpload } from '../../importing/receive-upload.ts'
import { lookOf } from '../deck/looks.ts'
import { changeMaterial } from '../materials/change-material.ts'
import { materialChanged } from '../materials/material-errors.ts'
import { MATERIAL_FILES } from '../materials/material-view.ts'
import type { MaterialWrites } from '../materials/materials.routes.ts'
import { ownMaterial } from '../materials/own-material.ts'
import { readMaterial } from '../materials/read-material.ts'
import { SlideTheme } from '../outline/outline.schema.ts'
import { designError } from '../pptx/design-error.ts'
import { readDesign } from '../pptx/read-design.ts'
import { FILE_FORMATS, usualFile } from './file-kinds.ts'
import { checkMaterialFile, type FileDesk, makeMaterialFile } from './make-file.ts'

const FileQuery = z.object({ format: z.enum(FILE_FORMATS), theme: SlideTheme.optional() })
/** `usual`: slides, or what is read from paper, by the format. */
const What = z.object({ id: z.string().min(1).max(80), what: z.enum([...MATERIAL_FILES, 'usual']) })

/** Of a presentation whose colours are taken. Bytes. */
const LARGEST_DESIGN = 64 * 1024 * 1024

export interface MaterialFilesDesk extends FileDesk {
  readonly writes: FileDesk['writes'] & Pick<MaterialWrites, 'replaceMaterial'> & DesignWrites
  /** The folder for uploads. */
  readonly incoming: string
}

/** What keeping an office's own presentation writes, done by the writer's thread. */
export interface DesignWrites {
  keepBlobs(blobs: readonly { sha256: string; size: number; mediaType: string }[]): Promise<unknown>
}

/** `/api/materials`: slides and papers as files, and the office's own design. */
export function materialFileRoutes(desk: MaterialFilesDesk) {
  const { library, writes, incoming } = desk
  return new Hono()
    .get('/:id/files/:what', validate('param', What), validate('query', FileQuery), async (c) => {
      const { id, what } = c.req.valid('param')
      const view = await readMaterial(library, id)
      const asked = c.req.valid('query')
      const chosen = what === 'usual' ? usualFile(view.type, asked.format) : what
      const { name, mediaType, bytes } = await makeMaterialFile(desk, view, { ...asked, what: chosen })
      return new Response(Buffer.from(bytes), {
        headers: { 'Content-Type': mediaType, 'Content-Disposition': attachmentName(name) },
      })
    })
    .get('/:id/files/:what/check', validate('param', What), validate('query', FileQuery), async (c) => {
      const { id, what } = c.req.valid('param')
      const view = await readMaterial(library, id)
      const asked = c.req.valid('query')
      const chosen = what === 'usual' ? usualFile(view.type, asked.format) : what
      return c.json(await checkMaterialFile(desk, view, { ...asked, what: chosen }))
    })
    .post('/:id/design', async (c) => {
      const material = await ownMaterial(library.db, c.req.param('id'))
      if (material.record.type !== 'meeting') throw designError('DESIGN_NOT_A_MEETING')
      const { folder } = await receiveUpload(c.req.raw, incoming)
      try {
        const [file] = await filesBelow(folder)
        const { size } = await stat(file as string)
        if (size > LARGEST_DESIGN) throw designError('DESIGN_TOO_LARGE')
        const bytes = await readFile(file as string)
        const design = readDesign(bytes)
        const sha256 = await library.blobs.put(bytes)
        const name = path.basename(file as string).slice(0, 255)
        await writes.keepBlobs([{ sha256, mediaType: DESIGN_MEDIA_TYPE, size }])
        const record = { ...material.record, design: { name, sha256, size } }
        const changed = changeMaterial(material, record, material.recordSha256, library.clock())
        if (changed !== material && !(await writes.replaceMaterial(changed, material.updatedAt)))
          throw materialChanged()
        return c.json({ look: lookOf(material.record.theme, design), name, recordSha256: changed.recordSha256 })
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    })
}

const DESIGN_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
