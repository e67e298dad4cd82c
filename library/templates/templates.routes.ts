import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { attachmentName } from '../http/attachment-name.ts'
import { BadRequestError, validate } from '../http/validate.ts'
import { localDate } from '../items/record-revision.ts'
import { createCharacterReadings } from '../search/understanding/character-readings.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { checkFilled } from './check/check-filled.ts'
import { openCheckSurroundings } from './check/check-surroundings.ts'
import type { Finding } from './finding.ts'
import { keepTemplate, TemplateDefinition, type TemplateWrites } from './keep-template.ts'
import { proposeTemplate } from './propose/propose-template.ts'
import { readTemplate } from './read-template.ts'
import { type ListedField, listFields } from './schema/field-list.ts'
import { fileNameOf } from './schema/file-name.ts'
import { summariseTemplates } from './summarise-templates.ts'
import { documentRefusals, TemplateRefusedError } from './template-errors.ts'
import { DOCX_MEDIA_TYPE, FormData } from './template-schema.ts'
import type { TemplateView } from './template-view.ts'
import { viewTemplate } from './view-template.ts'

const ListQuery = z.object({
  q: z.string().max(200).optional(),
  topic: z.string().optional(),
  post: z.string().optional(),
})
const RevisionQuery = z.object({ revision: z.string().optional() })
const Filled = z.object({ data: FormData })
/** `fileName`: a pattern with `{字段}` instead of the template's; `document`: what the document would hold is checked too. */
const ToCheck = z.object({ data: FormData, fileName: z.string().max(200).optional(), document: z.boolean().optional() })

/** What checking data answers. */
export interface CheckedData {
  /** With defaults and computed values. */
  readonly data: FormData
  readonly findings: readonly Finding[]
  /** The file's name, without ending. */
  readonly name: string
}

/** What `xinhuo template fields` prints. */
export interface ListedFields
  extends Pick<TemplateView, 'itemId' | 'title' | 'revision' | 'placeholders' | 'problems'> {
  readonly fields: readonly ListedField[]
}

/** Bytes of a document with its definition. */
const LARGEST_UPLOAD = 72 * 1024 * 1024

/** `/api/templates`: what there is to fill, filling it without keeping anything, and templates of one's own. */
export function templateRoutes(library: LibraryAccess, writes: TemplateWrites) {
  const today = () => localDate(library.clock())
  const readings = createCharacterReadings()
  const limit = bodyLimit({
    maxSize: LARGEST_UPLOAD,
    onError: () => {
      throw documentRefusals.tooLarge()
    },
  })
  return new Hono()
    .get('/', validate('query', ListQuery), async (c) =>
      c.json(await summariseTemplates(library, readings, c.req.valid('query'))),
    )
    .post('/propose', limit, async (c) => {
      const { name, bytes } = await uploadedDocument(c)
      return c.json(proposeTemplate(bytes, name))
    })
    .post('/', limit, async (c) => {
      const { name, bytes, definition } = await uploadedDocument(c)
      const { itemId } = await keepTemplate(library, writes, bytes, name, readDefinition(definition))
      const [summary] = await summariseTemplates(library, readings, { ids: [itemId] })
      return c.json(summary, 201)
    })
    .get('/:id', validate('query', RevisionQuery), async (c) =>
      c.json(await viewTemplate(library, c.req.param('id'), c.req.valid('query').revision)),
    )
    .get('/:id/fields', validate('query', RevisionQuery), async (c) => {
      const view = await viewTemplate(library, c.req.param('id'), c.req.valid('query').revision)
      const { itemId, title, revision, schema, placeholders, problems } = view
      const listed: ListedFields = { itemId, title, revision, fields: listFields(schema), placeholders, problems }
      return c.json(listed)
    })
    .post('/:id/check', validate('query', RevisionQuery), validate('json', ToCheck), async (c) => {
      const template = await readTemplate(library, c.req.param('id'), c.req.valid('query').revision)
      const { data: given, fileName, document } = c.req.valid('json')
      const day = { today: today() }
      const data = await template.check().complete(given, day)
      const name = fileNameOf(template.schema, template.title, data, day.today, fileName)
      const inFields = await template.check().findings(data, day)
      const inDocument = document
        ? await checkFilled(
            {
              docx: template.compiled().fill(data),
              data,
              file: `${name}.docx`,
              official: template.schema['x-official'],
            },
            await openCheckSurroundings(library),
          )
        : []
      const checked: CheckedData = { data, findings: [...inFields, ...inDocument], name }
      return c.json(checked)
    })
    .post('/:id/fill', validate('query', RevisionQuery), validate('json', Filled), async (c) => {
      const template = await readTemplate(library, c.req.param('id'), c.req.valid('query').revision)
      const data = await template.check().complete(c.req.valid('json').data, { today: today() })
      const name = `${fileNameOf(template.schema, template.title, data, today())}.docx`
      c.header('Content-Type', DOCX_MEDIA_TYPE)
      c.header('Content-Disposition', attachmentName(name))
      c.header('Content-Security-Policy', "default-src 'none'; sandbox")
      return c.body(template.compiled().fill(data) as Uint8Array<ArrayBuffer>)
    })
}

async function uploadedDocument(c: Context): Promise<{ name: string; bytes: Uint8Array; definition: unknown }> {
  const { file, definition } = await c.req.parseBody().catch(() => ({}) as Record<string, string | File>)
  if (!(file instanceof File) || file.size === 0) {
    throw new TemplateRefusedError({
      code: 'TEMPLATE_UPLOAD_EMPTY',
      what: '没有收到文档。',
      todo: '请重新选择一个 .docx 文件。',
    })
  }
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), definition }
}

function readDefinition(text: unknown): TemplateDefinition {
  let json: unknown
  try {
    json = JSON.parse(String(text))
  } catch {
    throw new BadRequestError({ code: 'BAD_REQUEST', what: '没有保存：模板的说明不是 JSON。' })
  }
  const parsed = TemplateDefinition.safeParse(json)
  if (parsed.success) return parsed.data
  const why = parsed.error.issues.map(({ path, message }) => `${path.join('.') || '内容'}：${message}`).join('；')
  throw new TemplateRefusedError({
    code: 'TEMPLATE_SCHEMA_REFUSED',
    what: '没有保存：模板的字段说明不对。',
    why: `${why}。`,
    todo: '文档没有改动；请改正后再保存。',
  })
}
