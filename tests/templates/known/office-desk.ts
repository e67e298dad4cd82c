import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Document, Packer, Paragraph } from 'docx'
import PizZip from 'pizzip'
import writeXlsxFile from 'write-excel-file/node'
import type { JobView } from '../../../library/jobs/job-view.ts'
import type { RunningService } from '../../../library/service/run-service.ts'
import type { ColumnMatch, ReceivedSheet } from '../../../library/templates/known/known-view.ts'
import type { TemplateSchema } from '../../../library/templates/template-schema.ts'
import type { TemplateSummary } from '../../../library/templates/template-view.ts'
import { ask, ended } from '../../service/running-service.ts'

export type Fields = TemplateSchema['properties']

/** A template of one's own: a paragraph for each field and table. */
export async function keepTemplate(
  service: RunningService,
  title: string,
  properties: Fields,
  more: Partial<TemplateSchema> = {},
): Promise<TemplateSummary> {
  const lines = Object.entries(properties).map(([name, field]) =>
    field.type === 'array'
      ? `{#${name}}${Object.keys(field.items.properties)
          .map((cell) => `{${cell}}`)
          .join('，')}；{/${name}}`
      : `${name}：{${name}}`,
  )
  const document = new Document({ sections: [{ children: [title, ...lines].map((text) => new Paragraph(text)) }] })
  const schema: TemplateSchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties,
    ...more,
  }
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(await Packer.toBuffer(document))]), `${title}.docx`)
  form.append('definition', JSON.stringify({ title, schema }))
  const response = await service.handle(new Request('http://xinhuo/api/templates', { method: 'POST', body: form }))
  const answer: unknown = await response.json()
  if (!response.ok) throw new Error(JSON.stringify(answer))
  return answer as TemplateSummary
}

/** A spreadsheet of text cells. */
export async function writeSheet(file: string, rows: readonly (readonly string[])[]): Promise<string> {
  mkdirSync(path.dirname(file), { recursive: true })
  const data = rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String })))
  writeFileSync(file, await writeXlsxFile(data).toBuffer())
  return file
}

/** Gives a spreadsheet to the service as a window does. */
export async function upload(service: RunningService, file: string): Promise<ReceivedSheet> {
  const form = new FormData()
  form.append(path.basename(file), new Blob([new Uint8Array(readFileSync(file))]), path.basename(file))
  const response = await service.handle(new Request('http://xinhuo/api/sheets', { method: 'POST', body: form }))
  const answer: unknown = await response.json()
  if (!response.ok) throw Object.assign(new Error(JSON.stringify(answer)), { answer })
  return answer as ReceivedSheet
}

export const matchOf = (service: RunningService, received: ReceivedSheet, template: string, table?: string) =>
  ask<ColumnMatch[]>(
    service,
    'GET',
    `/api/sheets/${received.upload}/match?template=${template}${table ? `&table=${encodeURIComponent(table)}` : ''}`,
  )

type BatchJob = Extract<JobView, { type: 'fill-batch' }>

/** Fills a template from a spreadsheet and waits. */
export async function runBatch(
  service: RunningService,
  templateId: string,
  file: string,
  options: { directory?: string; fileName?: string; mode?: unknown; table?: string } = {},
): Promise<BatchJob> {
  const received = await upload(service, file)
  const match = await matchOf(service, received, templateId, options.table)
  const { id } = await ask<JobView>(service, 'POST', '/api/batches', {
    templateId,
    upload: received.upload,
    sheet: received.sheets[0]?.name ?? '',
    match,
    mode: options.mode ?? 'each',
    ...(options.directory && { directory: options.directory }),
    ...(options.fileName && { fileName: options.fileName }),
  })
  return (await ended(service, id)) as BatchJob
}

/** The words of a .docx, one line a paragraph. */
export function wordsOf(file: string | Uint8Array): string {
  const zip = new PizZip(typeof file === 'string' ? readFileSync(file) : file)
  const xml = zip.file('word/document.xml')?.asText() ?? ''
  return xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
}

/** Resident ids with a right check digit, one for each number. */
export function residentId(number: number, birthDate = '19620315'): string {
  const head = `510722${birthDate}${String(number % 1000).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(head[at]), 0)
  return head + '10X98765432'[sum % 11]
}
