import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Finding } from '../templates/finding.ts'
import type { FinishedForm, FormView } from '../templates/forms/form-view.ts'
import type { KnownForTemplate } from '../templates/known/known-view.ts'
import type { FormData as FilledData } from '../templates/template-schema.ts'
import type { TemplateView } from '../templates/template-view.ts'
import type { CheckedData } from '../templates/templates.routes.ts'
import { CommandError } from './command-context.ts'
import type { ServiceClient } from './service-client.ts'

/** A document that was made, or what hinders it. */
export interface MadeDocument {
  /** Without ending. */
  readonly name: string
  readonly docx: Uint8Array | undefined
  readonly basis: Uint8Array | undefined
  readonly pdf: Uint8Array | undefined
  readonly findings: readonly Finding[]
}

export interface FillOneOptions {
  readonly data: string | undefined
  readonly from: string | undefined
  readonly keep: boolean
  readonly force: boolean
  readonly pdf: boolean
  readonly basis: boolean
  /** A pattern for the file's name. */
  readonly name: string | undefined
}

/** Fills one document from a JSON file, and keeps it as a form unless told not to. */
export async function fillOne(
  client: ServiceClient,
  template: TemplateView,
  options: FillOneOptions,
): Promise<MadeDocument> {
  const given = options.data === undefined ? {} : await readData(options.data)
  return options.keep ? await asForm(client, template, given, options) : await unkept(client, template, given, options)
}

async function readData(file: string): Promise<FilledData> {
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new CommandError({
      code: 'USAGE',
      what: `没有填：打不开 ${path.basename(file)}。`,
      why: `找不到这个文件，或者不能读：${file}`,
      cause,
    })
  })
  const data = withoutNull(parseJson(file, text))
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data as FilledData
  throw new CommandError({
    code: 'USAGE',
    what: `没有填：${path.basename(file)} 里应是一份数据，按字段名写。`,
    todo: '用 xinhuo template fields 查看字段名。',
  })
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (cause) {
    throw new CommandError({ code: 'USAGE', what: `没有填：${path.basename(file)} 不是完整的 JSON。`, cause })
  }
}

/** What is null in JSON was left open. */
function withoutNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNull)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== null)
      .map(([key, one]) => [key, withoutNull(one)]),
  )
}

async function asForm(
  client: ServiceClient,
  { itemId }: TemplateView,
  given: FilledData,
  { from, force, pdf, basis, name }: FillOneOptions,
): Promise<MadeDocument> {
  const draft = await client.call<FormView>('POST', '/api/forms', { templateId: itemId, continueWith: from })
  const at = `/api/forms/${draft.id}`
  try {
    await client.call('PUT', at, withGiven(draft, given, from !== undefined))
    let finished = await client.call<FinishedForm>('POST', `${at}/finish`, { letStand: [] })
    if (!finished.finished && force) {
      const letStand = finished.findings.map(({ id }) => id)
      finished = await client.call<FinishedForm>('POST', `${at}/finish`, { letStand })
    }
    const { form, findings } = finished
    if (!finished.finished) {
      await client.call('DELETE', at)
      return { name: form.title, docx: undefined, basis: undefined, pdf: undefined, findings }
    }
    return {
      name: name === undefined ? form.title : (await check(client, itemId, form.data, name)).name,
      docx: await client.download('GET', `${at}/docx`),
      basis: basis ? await client.download('GET', `${at}/basis.docx`) : undefined,
      pdf: pdf ? await client.download('GET', `${at}/pdf`) : undefined,
      findings,
    }
  } catch (error) {
    // A form that was made stays; a draft nobody sees would only lie about.
    await client
      .call<FormView>('GET', at)
      .then((form) => (form.state === 'draft' ? client.call('DELETE', at) : undefined))
      .catch(() => {})
    throw error
  }
}

/**
 * A draft with the values of the file. Of what the draft began with, the office's own stays; what is known of the
 * person served last stays only where that person's form is gone on with, since the file may speak of another.
 */
function withGiven(draft: FormView, given: FilledData, goesOn: boolean): Pick<FormView, 'data' | 'sources'> {
  const keeps = (path: string) => !(path in given) && (goesOn || draft.sources[path]?.type === 'profile')
  return {
    data: { ...Object.fromEntries(Object.entries(draft.data).filter(([name]) => keeps(name))), ...given },
    sources: {
      ...Object.fromEntries(Object.entries(draft.sources).filter(([path]) => keeps(path.split('/')[0] ?? ''))),
      ...Object.fromEntries(Object.keys(given).map((name) => [name, { type: 'typed' as const, title: '数据文件' }])),
    },
  }
}

async function unkept(
  client: ServiceClient,
  { itemId }: TemplateView,
  given: FilledData,
  { force, pdf, basis, name }: FillOneOptions,
): Promise<MadeDocument> {
  if (pdf || basis) {
    throw new CommandError({ code: 'USAGE', what: '依据页和 PDF 来自留存的文书，请不要和 --no-keep 一起用。' })
  }
  const { filled } = await client.call<KnownForTemplate>('GET', `/api/known/for/${itemId}`)
  const office = Object.entries(filled).filter(([, { source }]) => source.type === 'profile')
  const known = Object.fromEntries(office.map(([field, { value }]) => [field, value]))
  const checked = await check(client, itemId, { ...known, ...given }, name, true)
  const { findings } = checked
  const docx = await client.download('POST', `/api/templates/${itemId}/fill`, { data: checked.data })
  const stopped = !force && findings.some(({ severity }) => severity === 'must')
  return { name: checked.name, docx: stopped ? undefined : docx, basis: undefined, pdf: undefined, findings }
}

const check = (
  client: ServiceClient,
  templateId: string,
  data: FilledData,
  fileName: string | undefined,
  document = false,
) => client.call<CheckedData>('POST', `/api/templates/${templateId}/check`, { data, fileName, document })
