import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { validate } from '../../http/validate.ts'
import { localDate } from '../../items/record-revision.ts'
import type { DocumentPrinter } from '../../printing/document-printer.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { readTemplate } from '../read-template.ts'
import { fileNameOf } from '../schema/file-name.ts'
import { TemplateNotFoundError } from '../template-errors.ts'
import { FormData } from '../template-schema.ts'
import { withoutComputed } from './carry-over.ts'
import { type FinishWrites, finishForm } from './finish-form.ts'
import { alreadyFinished, changedElsewhere, codeNotFound, formNotFound, notFinished, tooLarge } from './form-errors.ts'
import { formFileRoutes } from './form-files.routes.ts'
import type { FinishedForm, FormPage } from './form-view.ts'
import { findForm, findFormIdByCode, type KeptForm, listForms } from './forms.repository.ts'
import { laterThan } from './later-than.ts'
import { readShortCode } from './short-code.ts'
import { copyForm, renewForm, startForm } from './start-form.ts'
import { viewForm, viewSummaries } from './view-forms.ts'

/** Bytes of a draft's JSON. */
const LARGEST_DRAFT = 4 * 1024 * 1024

const Id = z.string().min(1).max(100)
const ListQuery = z.object({
  state: z.enum(['draft', 'finished', 'discarded']).optional(),
  q: z.string().max(200).optional(),
  template: Id.optional(),
  batch: Id.optional(),
  fold: z.enum(['true', 'false']).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  offset: z.coerce.number().int().min(0).default(0),
})
const Source = z.object({
  type: z.enum(['profile', 'book', 'earlier', 'computed', 'default', 'sheet', 'typed']),
  title: z.string().max(300),
  open: z.string().max(300).optional(),
})
const DraftBody = z.object({
  data: FormData,
  sources: z.record(z.string(), Source).default({}),
  /** The `updatedAt` of the form that was changed; without it nothing is compared. */
  updatedAt: z.iso.datetime().optional(),
})

const FinishBody = z.object({
  /** Ids of the findings that the person lets stand. */
  letStand: z.array(z.string().max(200)).max(1000).default([]),
  /** As in {@link DraftBody}. */
  updatedAt: z.iso.datetime().optional(),
})

/** What filled forms write, done by the writer's thread. */
export interface FormWrites extends FinishWrites {
  insertForm(form: KeptForm): Promise<unknown>
  replaceForm(form: KeptForm, readAt: string): Promise<boolean>
  discardForm(id: string, at: string | null): Promise<unknown>
}

export interface FormDesk {
  readonly library: LibraryAccess
  readonly writes: FormWrites
  readonly printer: DocumentPrinter
  /** The app's version. */
  readonly app: string
}

/** `/api/forms`: filled forms, kept as the person's own. */
export function formRoutes({ library, writes, printer, app }: FormDesk) {
  const today = () => localDate(library.clock())
  const view = (form: KeptForm) => viewForm(library.db, form, today())
  const requireForm = async (id: string): Promise<KeptForm> => {
    const form = await findForm(library.db, id)
    if (form) return form
    throw formNotFound()
  }
  const keepNew = async (form: KeptForm) => {
    await writes.insertForm(form)
    return view(form)
  }
  const replace = async (form: KeptForm, readAt: string) => {
    if (!(await writes.replaceForm(form, readAt))) throw changedElsewhere()
    return view(form)
  }

  return new Hono()
    .get('/', validate('query', ListQuery), async (c) => {
      const { q, template, batch, fold, ...rest } = c.req.valid('query')
      const filter = { ...rest, words: q, templateId: template, batchId: batch, foldBatches: fold === 'true' }
      const { total, lines, forms } = await listForms(library.db, filter)
      return c.json({ total, lines, forms: await viewSummaries(library.db, forms, today()) } satisfies FormPage)
    })
    .post('/', validate('json', z.object({ templateId: Id, continueWith: Id.optional() })), async (c) => {
      const { templateId, continueWith } = c.req.valid('json')
      const before = continueWith === undefined ? undefined : await requireForm(continueWith)
      return c.json(await keepNew(await startForm(library, templateId, before)), 201)
    })
    .get('/code/:code', async (c) => {
      const code = readShortCode(c.req.param('code'))
      const id = code && (await findFormIdByCode(library.db, code))
      if (!id) throw codeNotFound()
      return c.json(await view(await requireForm(id)))
    })
    .get('/:id', async (c) => c.json(await view(await requireForm(c.req.param('id')))))
    .put(
      '/:id',
      bodyLimit({
        maxSize: LARGEST_DRAFT,
        onError: () => {
          throw tooLarge()
        },
      }),
      validate('json', DraftBody),
      async (c) => {
        const { data, sources, updatedAt } = c.req.valid('json')
        const form = await requireForm(c.req.param('id'))
        if (form.state === 'finished') throw alreadyFinished()
        if (updatedAt !== undefined && updatedAt !== form.updatedAt) throw changedElsewhere()
        const title = (await titleOf(library, form, data)) ?? form.title
        const at = laterThan(form.updatedAt, library.clock())
        return c.json(await replace({ ...form, data, sources, title, updatedAt: at }, form.updatedAt))
      },
    )
    .delete('/:id', async (c) => {
      const form = await requireForm(c.req.param('id'))
      await writes.discardForm(form.id, library.clock().toISOString())
      return c.json(await view(form))
    })
    .post('/:id/restore', async (c) => {
      await writes.discardForm(c.req.param('id'), null)
      return c.json(await view(await requireForm(c.req.param('id'))))
    })
    .post('/:id/finish', validate('json', FinishBody), async (c) => {
      const draft = await requireForm(c.req.param('id'))
      // Asked again after an answer that was lost: it is finished already.
      if (draft.state === 'finished') {
        return c.json({ form: await view(draft), findings: draft.letStand, finished: true } satisfies FinishedForm)
      }
      const { letStand, updatedAt } = c.req.valid('json')
      if (updatedAt !== undefined && updatedAt !== draft.updatedAt) throw changedElsewhere()
      const { form, findings, finished } = await finishForm(library, writes, draft, letStand, app)
      return c.json({ form: await view(form), findings, finished } satisfies FinishedForm)
    })
    .post('/:id/reopen', async (c) => {
      const form = await requireForm(c.req.param('id'))
      if (form.state === 'draft') throw notFinished()
      const { finishedAt: _, docxSha256: __, ...rest } = { ...form, ...withoutComputed(form) }
      const at = laterThan(form.updatedAt, library.clock())
      return c.json(await replace({ ...rest, state: 'draft', letStand: [], updatedAt: at }, form.updatedAt))
    })
    .post('/:id/copy', async (c) =>
      c.json(await keepNew(await copyForm(library, await requireForm(c.req.param('id')))), 201),
    )
    .post('/:id/renew', async (c) =>
      c.json(await keepNew(await renewForm(library, await requireForm(c.req.param('id')))), 201),
    )
    .route('/', formFileRoutes(library, printer, requireForm))
}

/** A draft's name by what is filled in; undefined when its template is gone, which hinders no saving. */
async function titleOf(library: LibraryAccess, form: KeptForm, data: FormData): Promise<string | undefined> {
  try {
    const { schema, title } = await readTemplate(library, form.templateId, form.revision)
    return fileNameOf(schema, title, data, localDate(library.clock()))
  } catch (error) {
    if (error instanceof TemplateNotFoundError) return undefined
    throw error
  }
}
