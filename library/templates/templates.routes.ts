import { Hono } from 'hono'
import { z } from 'zod'
import { validate } from '../http/validate.ts'
import { localDate } from '../items/record-revision.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { readTemplate } from './read-template.ts'
import { fileNameOf } from './schema/file-name.ts'
import { summariseTemplates } from './summarise-templates.ts'
import { DOCX_MEDIA_TYPE, FormData } from './template-schema.ts'
import { viewTemplate } from './view-template.ts'

const ListQuery = z.object({
  q: z.string().max(200).optional(),
  topic: z.string().optional(),
  post: z.string().optional(),
})
const RevisionQuery = z.object({ revision: z.string().optional() })
const Filled = z.object({ data: FormData })

/** `/api/templates`: what there is to fill, and filling it without keeping anything. */
export function templateRoutes(library: LibraryAccess) {
  const today = () => localDate(library.clock())
  return new Hono()
    .get('/', validate('query', ListQuery), async (c) =>
      c.json(await summariseTemplates(library, c.req.valid('query'))),
    )
    .get('/:id', validate('query', RevisionQuery), async (c) =>
      c.json(await viewTemplate(library, c.req.param('id'), c.req.valid('query').revision)),
    )
    .post('/:id/check', validate('query', RevisionQuery), validate('json', Filled), async (c) => {
      const template = await readTemplate(library, c.req.param('id'), c.req.valid('query').revision)
      const data = await template.check().complete(c.req.valid('json').data, { today: today() })
      return c.json({ data, findings: await template.check().findings(data, { today: today() }) })
    })
    .post('/:id/fill', validate('query', RevisionQuery), validate('json', Filled), async (c) => {
      const template = await readTemplate(library, c.req.param('id'), c.req.valid('query').revision)
      const data = await template.check().complete(c.req.valid('json').data, { today: today() })
      const name = `${fileNameOf(template.schema, template.title, data, today())}.docx`
      c.header('Content-Type', DOCX_MEDIA_TYPE)
      c.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      c.header('Content-Security-Policy', "default-src 'none'; sandbox")
      return c.body(template.compiled().fill(data) as Uint8Array<ArrayBuffer>)
    })
}
