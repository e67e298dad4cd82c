import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { JobView } from '../../../library/jobs/job-view.ts'
import type { FinishedForm, FormView } from '../../../library/templates/forms/form-view.ts'
import type { ColumnMatch, ReceivedSheet } from '../../../library/templates/known/known-view.ts'
import type { TemplateSummary, TemplateView } from '../../../library/templates/template-view.ts'
import { percentile } from '../percentile.ts'
import { type Row, row } from '../row.ts'
import { runInProcess } from '../run-in-process.ts'
import { type ServiceUnderTest, settled, startServiceUnderTest } from '../service-under-test.ts'
import { BENCH_TEMPLATE, householdRows, toCsv } from './household-rows.ts'
import type { PlainFigures, PlainTask } from './plain-process.ts'

export interface TemplateMeasurement {
  readonly projectRoot: string
  /** A folder to be filled. */
  readonly scratch: string
  /** Rows of the spreadsheet. */
  readonly count: number
  readonly note: (text: string) => void
}

/** Milliseconds for a form and a document, seconds and MB for all rows, and how many times plain docxtemplater's time. */
const WANTED = { form: 300, document: 300, seconds: 90, memory: 600, ratio: 1.5 }
const SINGLES = 20

/** Opens forms, makes documents one by one and from a spreadsheet by the built service, beside plain docxtemplater. */
export async function measureTemplates({ projectRoot, scratch, count, note }: TemplateMeasurement): Promise<Row[]> {
  const rows = householdRows(projectRoot, count)
  const given = { csv: path.join(scratch, 'rows.csv'), json: path.join(scratch, 'rows.json') }
  writeFileSync(given.csv, `\ufeff${toCsv(rows)}`)
  writeFileSync(given.json, JSON.stringify(rows))
  note(`templates: ${count} documents by plain docxtemplater`)
  const plain = await runInProcess<PlainFigures>(
    new URL('plain-process.ts', import.meta.url),
    {
      docx: path.join(projectRoot, 'content/templates', `${BENCH_TEMPLATE}.docx`),
      rows: given.json,
      directory: path.join(scratch, 'plain'),
    } satisfies PlainTask,
    'plain docxtemplater',
  )
  const service = await startServiceUnderTest(projectRoot, path.join(scratch, 'library'))
  try {
    await settled(service)
    note('templates: forms and single documents')
    const singles = await measureSingles(service, rows)
    note(`templates: ${count} documents from a spreadsheet`)
    return [...singles, ...(await measureBatch(service, given.csv, path.join(scratch, 'made'), count, plain))]
  } finally {
    await service.stop()
  }
}

async function measureSingles(service: ServiceUnderTest, rows: ReturnType<typeof householdRows>): Promise<Row[]> {
  const times = { list: [] as number[], form: [] as number[], document: [] as number[] }
  const timed = async <T>(into: number[], work: () => Promise<T>): Promise<T> => {
    const started = performance.now()
    const done = await work()
    into.push(performance.now() - started)
    return done
  }
  for (const data of rows.slice(0, SINGLES)) {
    await timed(times.list, () => service.get<TemplateSummary[]>('templates'))
    const form = await timed(times.form, async () => {
      await service.get<TemplateView>(`templates/${BENCH_TEMPLATE}`)
      return service.post<FormView>('forms', { templateId: BENCH_TEMPLATE })
    })
    await timed(times.document, async () => {
      await service.put(`forms/${form.id}`, { data, sources: {} })
      const { finished } = await service.post<FinishedForm>(`forms/${form.id}/finish`, { letStand: [] })
      if (!finished) throw new Error('the document was not made')
    })
  }
  const shown = (samples: readonly number[]) =>
    `${percentile(samples, 0.5).toFixed(0)} ms, at most ${Math.max(...samples).toFixed(0)} ms`
  const quick = (samples: readonly number[], most: number) => [`< ${most} ms`, Math.max(...samples) < most] as const
  return [
    row('the list of templates', shown(times.list)),
    row('opening a form', shown(times.form), ...quick(times.form, WANTED.form)),
    row('one document, checked and kept', shown(times.document), ...quick(times.document, WANTED.document)),
  ]
}

async function measureBatch(
  service: ServiceUnderTest,
  file: string,
  directory: string,
  count: number,
  plain: PlainFigures,
): Promise<Row[]> {
  mkdirSync(directory, { recursive: true })
  const { upload, sheets } = await service.post<ReceivedSheet>('sheets', { path: file })
  const sheet = sheets[0]?.name ?? ''
  const query = new URLSearchParams({ template: BENCH_TEMPLATE, sheet })
  const match = await service.get<ColumnMatch[]>(`sheets/${upload}/match?${query}`)
  const started = performance.now()
  const job = await service.finish(
    await service.post<JobView>('batches', {
      templateId: BENCH_TEMPLATE,
      upload,
      sheet,
      match,
      mode: 'each',
      directory,
    }),
  )
  const milliseconds = performance.now() - started
  const made = readdirSync(directory).filter((name) => name.endsWith('.docx')).length
  if (made !== count) throw new Error(`of ${count} documents ${made} were made: ${JSON.stringify(job).slice(0, 500)}`)
  const memory = service.peakMemory()
  const ratio = milliseconds / plain.milliseconds
  const documents = `${count.toLocaleString('en')} documents`
  const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`
  return [
    row(
      `${documents} from a spreadsheet, checked, kept, with a ledger`,
      seconds(milliseconds),
      `< ${WANTED.seconds} s`,
      milliseconds < WANTED.seconds * 1000,
    ),
    row(
      'most memory of the service',
      memory === undefined ? 'not told here' : `${memory} MB`,
      `< ${WANTED.memory} MB`,
      memory === undefined ? undefined : memory < WANTED.memory,
    ),
    row(
      `beside: ${documents} by plain docxtemplater, unchecked`,
      `${seconds(plain.milliseconds)}, ${plain.peakMemory} MB`,
    ),
    row('times plain docxtemplater', ratio.toFixed(2), `< ${WANTED.ratio}`, ratio < WANTED.ratio),
  ]
}
