import { createHash } from 'node:crypto'
import { localDate } from '../../items/record-revision.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { checkFilled } from '../check/check-filled.ts'
import { openCheckSurroundings } from '../check/check-surroundings.ts'
import type { Finding } from '../finding.ts'
import type { ValueSource } from '../known/known-view.ts'
import { readTemplate } from '../read-template.ts'
import { resolveBasis } from '../resolve-basis.ts'
import { fileNameOf } from '../schema/file-name.ts'
import type { FormData, TemplateSchema } from '../template-schema.ts'
import { recordBasis } from './basis-record.ts'
import { changedElsewhere } from './form-errors.ts'
import { findFormIdByCode, type KeptForm } from './forms.repository.ts'
import { laterThan } from './later-than.ts'
import { libraryVersion } from './library-version.ts'
import { shortCode } from './short-code.ts'
import { cellsOf } from './values-by-path.ts'

export interface FinishWrites {
  keepFinished(form: KeptForm, schema: TemplateSchema, readAt: string): Promise<boolean>
}

/** What finishing came to: the form as it is kept now, and what was found. */
export interface Finishing {
  readonly form: KeptForm
  readonly findings: readonly Finding[]
  readonly finished: boolean
}

/**
 * Finishes a draft: completes its data, makes its document and checks both. A finding that must be settled stops it
 * unless the person names it; whatever stands is kept with the form.
 * @param letStand ids of the findings that the person lets stand
 * @param app the app's version
 * @throws {FormError} FORM_CHANGED when another window changed the draft meanwhile
 */
export async function finishForm(
  library: LibraryAccess,
  writes: FinishWrites,
  draft: KeptForm,
  letStand: readonly string[],
  app: string,
): Promise<Finishing> {
  const template = await readTemplate(library, draft.templateId, draft.revision)
  const { schema } = template
  const now = library.clock()
  const today = localDate(now)
  const check = template.check()
  const data = await check.complete(draft.data, { today })
  const docx = template.compiled().fill(data)
  const title = fileNameOf(schema, template.title, data, today)
  const surroundings = await openCheckSurroundings(library)
  const filled = { docx, data, file: `${title}.docx`, official: schema['x-official'] }
  const findings = [...(await check.findings(data, { today })), ...(await checkFilled(filled, surroundings))]
  const stops = ({ id, severity }: Finding) => severity === 'must' && !letStand.includes(id)
  if (findings.some(stops)) return { form: draft, findings, finished: false }

  const at = laterThan(draft.updatedAt, now)
  const form: KeptForm = {
    ...draft,
    title,
    state: 'finished',
    code: draft.code ?? (await unusedCode(library)),
    data,
    sources: { ...draft.sources, ...filledIn(schema, draft.data, data) },
    basis: recordBasis(await resolveBasis(library, schema)),
    letStand: findings,
    docxSha256: createHash('sha256').update(docx).digest('hex'),
    libraryVersion: await libraryVersion(library.db, app),
    updatedAt: at,
    finishedAt: at,
  }
  if (!(await writes.keepFinished(form, schema, draft.updatedAt))) throw changedElsewhere()
  return { form, findings, finished: true }
}

async function unusedCode(library: LibraryAccess): Promise<string> {
  for (;;) {
    const code = shortCode()
    if ((await findFormIdByCode(library.db, code)) === undefined) return code
  }
}

/** Where the values came from that the person left to the form. */
function filledIn(schema: TemplateSchema, before: FormData, after: FormData): Record<string, ValueSource> {
  const had = new Set([...cellsOf(before)].map(([path]) => path))
  const sources: Record<string, ValueSource> = {}
  for (const [path] of cellsOf(after)) {
    if (had.has(path)) continue
    const computed = isComputed(schema, path)
    sources[path] = computed ? { type: 'computed', title: '自动算出' } : { type: 'default', title: '模板的默认值' }
  }
  return sources
}

function isComputed(schema: TemplateSchema, path: string): boolean {
  const [name = '', , column] = path.split('/')
  const field = schema.properties[name]
  const cell = field?.type === 'array' ? field.items.properties[column ?? ''] : field
  return cell?.['x-computed'] !== undefined
}
