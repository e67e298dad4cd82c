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
/** Milliseconds between two questions whether the batch has ended. */
const POLL = 200

/** Opens forms, makes documents one by one and from a spreadsheet by the built service, beside plain docxtemplater. */
export async function measureTemplates({ projectRoot, scratch, count, note }: TemplateMeasurement): Promise<Row[]> {
  const rows = householdRows(projectRoot, count)
  const given = { csv: path.join(scratch, 'rows.csv'), json: path.join(scratch, 'rows.json') }
  writeFileSync(given.csv, `\ufeff${toCsv(rows)}`)
  writeFileSync(given.json, JSON.stringify(rows))
  const plainly = (directory: string) => {
    note(`templates: ${count} documents by plain docxtemplater`)
    const docx = path.join(projectRoot, 'content/templates', `${BENCH_TEMPLATE}.docx`)
    const task: PlainTask = { docx, rows: given.json, directory: path.join(scratch, directory) }
    return runInProcess<PlainFigures>(new URL('plain-process.ts', import.meta.url), task, 'plain docxtemplater')
  }
  // Before and after: whatever else the machine does meanwhile is met by both.
  const before = await plainly('before')
  const service = await startServiceUnderTest(projectRoot, path.join(scratch, 'library'))
  try {
    await settled(service)
    note('templates: forms and single documents')
    const singles = await measureSingles(service, rows)
    note(`templates: ${count} documents from a spreadsheet`)
    const batch = await measureBatch(service, given.csv, path.join(scratch, 'made'), count)
    return [...singles, ...batchRows(batch, [before, await plainly('after')], count)]
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

/** Milliseconds by the clock and of the processor, MB. */
interface BatchFigures {
  readonly milliseconds: number
  readonly processor: number | undefined
  readonly memory: number | undefined
}

async function measureBatch(
  service: ServiceUnderTest,
  file: string,
  directory: string,
  count: number,
): Promise<BatchFigures> {
  mkdirSync(directory, { recursive: true })
  const { upload, sheets } = await service.post<ReceivedSheet>('sheets', { path: file })
  const sheet = sheets[0]?.name ?? ''
  const query = new URLSearchParams({ template: BENCH_TEMPLATE, sheet })
  const match = await service.get<ColumnMatch[]>(`sheets/${upload}/match?${query}`)
  const started = performance.now()
  const used = service.processorTime()
  const begun = await service.post<JobView>('batches', {
    templateId: BENCH_TEMPLATE,
    upload,
    sheet,
    match,
    mode: 'each',
    directory,
  })
  const job = await ended(service, begun.id)
  const milliseconds = performance.now() - started
  const now = service.processorTime()
  const made = readdirSync(directory).filter((name) => name.endsWith('.docx')).length
  if (made !== count) throw new Error(`of ${count} documents ${made} were made: ${JSON.stringify(job).slice(0, 500)}`)
  const processor = used === undefined || now === undefined ? undefined : now - used
  return { milliseconds, processor, memory: service.peakMemory() }
}

/** Asked seldom enough that answering is no part of the work. */
async function ended(service: ServiceUnderTest, id: string): Promise<JobView> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, POLL))
    const job = await service.get<JobView>(`jobs/${id}`)
    if (job.finishedAt !== undefined) return job
  }
}

function batchRows(
  { milliseconds, processor, memory }: BatchFigures,
  plain: readonly [PlainFigures, PlainFigures],
  count: number,
): Row[] {
  const mean = (figure: 'milliseconds' | 'processor') => (plain[0][figure] + plain[1][figure]) / 2
  const documents = `${count.toLocaleString('en')} documents`
  const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`
  const memoryOfPlain = Math.max(...plain.map(({ peakMemory }) => peakMemory))
  const ratio = milliseconds / mean('milliseconds')
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
      `beside: ${documents} by plain docxtemplater, unchecked, before and after`,
      `${plain.map((one) => seconds(one.milliseconds)).join(' and ')}, ${memoryOfPlain} MB`,
    ),
    row('times plain docxtemplater, by the clock', ratio.toFixed(2), `< ${WANTED.ratio}`, ratio < WANTED.ratio),
    row(
      'in processor time, all threads',
      processor === undefined ? 'not told here' : `${(processor / mean('processor')).toFixed(2)} times`,
    ),
  ]
}
