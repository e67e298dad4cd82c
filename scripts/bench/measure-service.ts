import { statSync } from 'node:fs'
import path from 'node:path'
import type { ImportResult, JobView } from '../../library/jobs/job-view.ts'
import type { SearchAnswer } from '../../library/search/search-view.ts'
import { percentile, spread } from './percentile.ts'
import { measureQuality, type Question } from './questions.ts'
import { type Row, row } from './row.ts'
import { type ServiceUnderTest, settled, startServiceUnderTest } from './service-under-test.ts'
import { measureTitles } from './titles.ts'

export interface ServiceMeasurement {
  readonly projectRoot: string
  /** A folder to be filled. */
  readonly library: string
  /** What is imported. */
  readonly laws: string
  readonly shortQueries: readonly string[]
  readonly typing: readonly string[]
  readonly questions: readonly Question[]
}

const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const started = performance.now()
  return [await work(), performance.now() - started]
}

/** The built service over HTTP, as the window asks it: import, search with all that the product does, start. */
export async function measureService(about: ServiceMeasurement): Promise<Row[]> {
  const service = await startServiceUnderTest(about.projectRoot, about.library)
  const rows: Row[] = []
  try {
    await settled(service)
    rows.push(...(await measureImport(service, about.laws)))
    rows.push(...(await measureSearch(service, about)))
    rows.push(...(await measureTitles(service)))
    rows.push(row('memory of the service after all that, at most', megabytes(service.peakMemory())))
  } finally {
    await service.stop()
  }
  const [restarted, ms] = await timed(async () => {
    const again = await startServiceUnderTest(about.projectRoot, about.library)
    await again.get(`search?q=${encodeURIComponent('宅基地')}`)
    return again
  })
  rows.push(row('start to first result', `${ms.toFixed(0)} ms`, '< 1,000 ms', ms < 1000))
  await restarted.stop()
  for (const name of ['library.db', 'search.db']) {
    rows.push(row(name, `${(statSync(path.join(about.library, name)).size / 1e6).toFixed(1)} MB`))
  }
  return rows
}

async function measureImport(service: ServiceUnderTest, laws: string): Promise<Row[]> {
  const waits: number[] = []
  let importing = true
  const watch = (async () => {
    while (importing) {
      for (const route of ['home', `search?q=${encodeURIComponent('宅基地')}`, 'items?limit=50']) {
        waits.push((await timed(() => service.get(route)))[1])
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  const [result, ms] = await timed(() => importLaws(service, laws))
  importing = false
  await watch
  const files = result.imported + result.revised + result.unchanged
  const rate = files / (ms / 1000)
  const peak = service.peakMemory()
  const slowest = Math.max(...waits)
  const [again, againMs] = await timed(() => importLaws(service, laws))
  const imported = `${files} files, ${result.skipped.length} skipped, ${rate.toFixed(0)} files/s`
  return [
    row('import', imported, '≥ 60 files/s', rate >= 60),
    row('memory of the service meanwhile', megabytes(peak), '< 400 MB', peak === undefined ? undefined : peak < 400),
    row(
      'page answers meanwhile, p50 / p95 / p99',
      `${spread(waits)} ms (slowest ${slowest.toFixed(0)})`,
      '< 1,000 ms',
      slowest < 1000,
    ),
    row('the same again', `${again.unchanged} unchanged in ${(againMs / 1000).toFixed(1)} s`, '< 5 s', againMs < 5000),
  ]
}

async function importLaws(service: ServiceUnderTest, laws: string): Promise<ImportResult> {
  const job = await service.finish(await service.post<JobView>('imports', { paths: [laws] }))
  if (job.type !== 'import' || !job.result) throw new Error(`the import ended as ${job.state}`)
  return job.result
}

async function measureSearch(service: ServiceUnderTest, about: ServiceMeasurement): Promise<Row[]> {
  const askEach = async (routes: readonly string[]) => {
    const ms: number[] = []
    for (const route of routes.slice(0, 50)) await service.get(route)
    for (const route of routes) ms.push((await timed(() => service.get(route)))[1])
    return ms
  }
  const typing = await askEach(about.typing.map((typed) => `suggest?q=${encodeURIComponent(typed)}`))
  const short = await askEach(about.shortQueries.map((query) => `search?q=${encodeURIComponent(query)}`))
  const long: number[] = []
  const answers = new Map<Question['id'], SearchAnswer['hits']>()
  for (const { id, question } of about.questions) {
    const route = `passages?limit=100&q=${encodeURIComponent(question)}`
    const [answer, ms] = await timed(() => service.get<SearchAnswer>(route))
    answers.set(id, answer.hits)
    long.push(ms)
  }
  const { recall10, recall100, mrr10 } = measureQuality(about.questions, answers)
  const under = (ms: readonly number[], p50: number, p95: number) =>
    percentile(ms, 0.5) < p50 && percentile(ms, 0.95) < p95
  return [
    row(
      `typing, suggestions (${typing.length}), p50 / p95 / p99`,
      `${spread(typing)} ms`,
      'p95 < 15 ms',
      under(typing, 15, 15),
    ),
    row(
      `short queries, page of items (${short.length}), p50 / p95 / p99`,
      `${spread(short)} ms`,
      'p50 < 10, p95 < 40 ms',
      under(short, 10, 40),
    ),
    row(
      `questions, 100 passages each (${long.length}), p50 / p95 / p99`,
      `${spread(long)} ms`,
      'p50 < 6, p95 < 15 ms',
      under(long, 6, 15),
    ),
    row(
      'the same questions, from which the model has learnt: recall@10 / recall@100 / MRR@10',
      [recall10, recall100, mrr10].map((value) => value.toFixed(3)).join(' / '),
    ),
  ]
}

const megabytes = (value: number | undefined) => (value === undefined ? 'not told' : `${value} MB`)
