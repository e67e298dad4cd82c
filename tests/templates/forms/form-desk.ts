import { mkdirSync } from 'node:fs'
import { Document, Packer, Paragraph, TextRun } from 'docx'
import { Hono } from 'hono'
import { errorResponse } from '../../../library/http/error-response.ts'
import type { RecordedOutcome } from '../../../library/items/record-revision.ts'
import type { Attachment } from '../../../library/items/revision.schema.ts'
import type { DocumentPrinter } from '../../../library/printing/document-printer.ts'
import type { Writer } from '../../../library/service/writer/writer.ts'
import { type BlobStore, createBlobStore } from '../../../library/store/blob-store.ts'
import type { LibraryAccess } from '../../../library/store/library-access.ts'
import type { FinishedForm, FormView } from '../../../library/templates/forms/form-view.ts'
import { formRoutes } from '../../../library/templates/forms/forms.routes.ts'
import {
  DOCX_MEDIA_TYPE,
  type FormData,
  SCHEMA_MEDIA_TYPE,
  type TemplateSchema,
} from '../../../library/templates/template-schema.ts'
import { openSmallLibrary, type SmallLibrary } from '../../items/small-library.ts'

/** A template as a test says it: its paragraphs, and what its schema holds beside the fields. */
export interface TemplateDraft {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly schema: Partial<TemplateSchema> & Pick<TemplateSchema, 'properties'>
}

/** A library with its form routes, asked as the window and the command line ask them. */
export interface FormDesk extends SmallLibrary {
  readonly access: LibraryAccess
  /** Asks a route below `/api/forms` and gives the answer, whatever its status. */
  ask<T>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }>
  /** Asks for a file. */
  download(path: string, body?: unknown): Promise<{ status: number; headers: Headers; bytes: Uint8Array }>
  addTemplate(template: TemplateDraft): Promise<RecordedOutcome>
  /** Begins a draft and fills it in. */
  draft(templateId: string, data: FormData): Promise<FormView>
  finish(id: string, letStand?: readonly string[]): Promise<FinishedForm>
  /** The days pass only as a test says. */
  setClock(iso: string): void
}

export const noPrinter: DocumentPrinter = {
  toPdf: () => Promise.reject(new Error('no test prints without saying how')),
}

export async function openFormDesk(
  options: { readonly printer?: DocumentPrinter; readonly root?: string } = {},
): Promise<FormDesk> {
  const library = await openSmallLibrary(options.root)
  mkdirSync(library.paths.incoming, { recursive: true })
  let now = '2026-11-21T02:03:04.000Z'
  const access: LibraryAccess = {
    db: library.library.db,
    search: library.search,
    blobs: createBlobStore(library.paths.objects),
    clock: () => new Date(now),
  }
  const { printer = noPrinter } = options
  const app = new Hono()
    .route('/', formRoutes({ library: access, writes: library.writer, printer, app: '1.2.3' }))
    .onError((error, c) => errorResponse(c, error))
  const request = (method: string, path: string, body: unknown) =>
    app.request(path, {
      method,
      ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
  const ask = async <T>(method: string, path: string, body?: unknown) => {
    const response = await request(method, path, body)
    return { status: response.status, body: (await response.json()) as T }
  }
  return {
    ...library,
    access,
    ask,
    async download(path, body) {
      const response = await request(body === undefined ? 'GET' : 'POST', path, body)
      const { status, headers } = response
      return { status, headers, bytes: new Uint8Array(await response.arrayBuffer()) }
    },
    addTemplate: (template) => recordTemplate(access.blobs, library.writer, template),
    async draft(templateId, data) {
      const { body: begun } = await ask<FormView>('POST', '/', { templateId })
      const saved = await ask<FormView>('PUT', `/${begun.id}`, { data, sources: {} })
      if (saved.status !== 200) throw new Error(JSON.stringify(saved.body))
      return saved.body
    },
    finish: async (id, letStand = []) => (await ask<FinishedForm>('POST', `/${id}/finish`, { letStand })).body,
    setClock(iso) {
      now = iso
    },
  }
}

/** Records a template as if it was imported with its document and schema. */
export async function recordTemplate(
  blobs: BlobStore,
  writer: Pick<Writer, 'recordDocuments'>,
  { title, paragraphs, schema }: TemplateDraft,
): Promise<RecordedOutcome> {
  const docx = await Packer.toBuffer(
    new Document({
      sections: [{ children: paragraphs.map((text) => new Paragraph({ children: [new TextRun(text)] })) }],
    }),
  )
  const definition: TemplateSchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    ...schema,
  }
  const attachments = [
    await attach(blobs, `${title}.docx`, DOCX_MEDIA_TYPE, docx),
    await attach(blobs, `${title}.schema.json`, SCHEMA_MEDIA_TYPE, Buffer.from(JSON.stringify(definition))),
  ]
  const [outcome] = await writer.recordDocuments([
    {
      location: `template\n${title}.md`,
      source: `${title}.md`,
      sourceSha256: '0'.repeat(64),
      content: { format: 1, kind: 'template', identifier: undefined, title, body: '说明。', attachments },
      blobs: attachments.map(({ sha256, size, mediaType }) => ({ sha256, size, mediaType })),
      activity: 'import',
      starter: false,
    },
  ])
  if (!outcome) throw new Error('the template was not recorded')
  return outcome
}

async function attach(blobs: BlobStore, name: string, mediaType: string, bytes: Buffer): Promise<Attachment> {
  return { name, mediaType, sha256: await blobs.put(bytes), size: bytes.length }
}

/** A small application with a person, a date and a clause it relies on. */
export const application: TemplateDraft = {
  title: '低保申请表',
  paragraphs: ['低保申请表', '申请人：{姓名}，身份证号：{身份证号}', '家庭人口：{人口}', '申请日期：{申请日期}'],
  schema: {
    properties: {
      姓名: { type: 'string', 'x-meaning': 'person.name' },
      身份证号: { type: 'string', format: 'resident-id', 'x-meaning': 'person.residentId' },
      人口: { type: 'integer', 'x-meaning': 'household.size' },
      申请日期: { type: 'string', format: 'date', 'x-meaning': 'document.date' },
    },
    required: ['姓名'],
    'x-file-name': '{姓名}-低保申请表',
    'x-basis': [{ title: '社会救助暂行办法', provisions: ['第九条'] }],
  },
}

export const applicant: FormData = {
  姓名: '张三',
  身份证号: '11010519491231002X',
  人口: 3,
  申请日期: '2026-11-21',
}
