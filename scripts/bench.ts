import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { ImportResult, JobView } from '../library/jobs/job-view.ts'
import type { GroupedAnswer, SearchAnswer } from '../library/search/search-view.ts'
import { machineFacts } from './bench/machine.ts'
import { measureMiniSearch } from './bench/peer-minisearch.ts'
import { percentile, spread } from './bench/percentile.ts'
import { measureQuality, type Question, readQuestions, shortQueries } from './bench/questions.ts'
import { type ServiceUnderTest, startServiceUnderTest } from './bench/service-under-test.ts'
import { buildStale } from './build/build-stale.ts'
import { projectRoot } from './set-up/project-root.mjs'

/** `npm run bench [-- --corpus DIR --json FILE --no-peer]`: measures the built service on a real corpus and prints a table. */
const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: path.resolve(projectRoot, '../shared/corpus') },
    json: { type: 'string' },
    'no-peer': { type: 'boolean', default: false },
  },
})

interface Row {
  readonly what: string
  readonly value: string
  readonly wanted: string
  readonly ok: boolean | undefined
}

const laws = path.join(values.corpus, 'laws')
if (!existsSync(laws)) {
  process.stderr.write(
    `No corpus at ${values.corpus}: give one with --corpus DIR (a folder laws/ and questions.train.jsonl).\n`,
  )
  process.exit(1)
}
await buildStale(projectRoot, ['library', 'renderer'])
const library = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-bench-'))
const rows: Row[] = []
const add = (what: string, value: string, wanted = '', ok?: boolean) => void rows.push({ what, value, wanted, ok })
const time = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const started = performance.now()
  return [await work(), performance.now() - started]
}

try {
  let service = await startServiceUnderTest(projectRoot, library)
  await settled(service)
  const queries = shortQueries(projectRoot)
  const questions = readQuestions(values.corpus)
  await measureImport(service)
  await measureSearch(service, queries, questions)
  await service.stop()
  const [restarted, startMs] = await time(async () => {
    const again = await startServiceUnderTest(projectRoot, library)
    await again.get(`search?q=${encodeURIComponent('宅基地')}`)
    return again
  })
  service = restarted
  add('start to first result', `${startMs.toFixed(0)} ms`, '< 1,000 ms', startMs < 1000)
  await service.stop()
  for (const name of ['library.db', 'search.db']) {
    add(name, `${(statSync(path.join(library, name)).size / 1e6).toFixed(1)} MB`)
  }
  if (!values['no-peer']) await measurePeer(queries)
} finally {
  rmSync(library, { recursive: true, force: true })
}
print()

/** The starter content and the first backup are not what is measured. */
async function settled(service: ServiceUnderTest): Promise<void> {
  for (let quiet = 0; quiet < 5; ) {
    const jobs = await service.get<JobView[]>('jobs')
    quiet = jobs.length > 1 && jobs.every((job) => job.finishedAt !== undefined) ? quiet + 1 : 0
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function measureImport(service: ServiceUnderTest): Promise<void> {
  const waits: number[] = []
  let importing = true
  const watch = (async () => {
    while (importing) {
      for (const route of ['home', `search?q=${encodeURIComponent('宅基地')}`, 'items?limit=50']) {
        const [, ms] = await time(() => service.get(route))
        waits.push(ms)
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  const [result, ms] = await time(() => importLaws(service))
  importing = false
  await watch
  const files = result.imported + result.revised + result.unchanged
  const rate = files / (ms / 1000)
  add(
    'import',
    `${files} files, ${result.skipped.length} skipped, ${rate.toFixed(0)} files/s`,
    '≥ 60 files/s',
    rate >= 60,
  )
  const peak = service.peakMemory()
  add(
    'memory of the service meanwhile',
    peak === undefined ? 'not told' : `${peak} MB`,
    '< 400 MB',
    peak && peak < 400 ? true : undefined,
  )
  const slowest = Math.max(...waits)
  add(
    'page answers meanwhile, p50 / p95 / p99',
    `${spread(waits)} ms (slowest ${slowest.toFixed(0)})`,
    '< 1,000 ms',
    slowest < 1000,
  )
  const [again, againMs] = await time(() => importLaws(service))
  add('the same again', `${again.unchanged} unchanged in ${(againMs / 1000).toFixed(1)} s`, '< 5 s', againMs < 5000)
}

async function importLaws(service: ServiceUnderTest): Promise<ImportResult> {
  const job = await service.finish(await service.post<JobView>('imports', { paths: [laws] }))
  if (job.type !== 'import' || !job.result) throw new Error(`the import ended as ${job.state}`)
  return job.result
}

async function measureSearch(
  service: ServiceUnderTest,
  queries: readonly string[],
  questions: readonly Question[],
): Promise<void> {
  for (const query of queries.slice(0, 50)) await service.get(`search?q=${encodeURIComponent(query)}`)
  const short: number[] = []
  for (const query of queries) {
    const [, ms] = await time(() => service.get<GroupedAnswer>(`search?q=${encodeURIComponent(query)}`))
    short.push(ms)
  }
  const [p50, p95] = [percentile(short, 0.5), percentile(short, 0.95)]
  add(
    `short queries (${short.length}), p50 / p95 / p99`,
    `${spread(short)} ms`,
    'p50 < 10, p95 < 40 ms',
    p50 < 10 && p95 < 40,
  )
  const long: number[] = []
  const answers = new Map<Question['id'], SearchAnswer['hits']>()
  for (const { id, question } of questions) {
    const [answer, ms] = await time(() =>
      service.get<SearchAnswer>(`passages?limit=100&q=${encodeURIComponent(question)}`),
    )
    answers.set(id, answer.hits)
    long.push(ms)
  }
  add(`questions (${long.length}), 100 passages each, p50 / p95 / p99`, `${spread(long)} ms`)
  const { recall10, recall100, mrr10 } = measureQuality(questions, answers)
  add(
    'questions: recall@10 / recall@100 / MRR@10',
    [recall10, recall100, mrr10].map((value) => value.toFixed(3)).join(' / '),
  )
}

async function measurePeer(queries: readonly string[]): Promise<void> {
  const peer = await measureMiniSearch(laws, queries)
  add(`MiniSearch on the same ${peer.passages} passages: build`, `${peer.buildSeconds.toFixed(1)} s, in memory`)
  add('MiniSearch: short queries, p50 / p95 / p99', `${spread(peer.shortMs)} ms, without snippets or HTTP`)
}

function print(): void {
  const facts = machineFacts(new Date())
  const mark = (ok: boolean | undefined) => (ok === undefined ? '' : ok ? '✓' : '✗')
  const table = [
    `${facts.date}: ${facts.cores} cores (${facts.model}), ${facts.memoryGiB} GiB, ${facts.system}, Node ${facts.node}`,
    '',
    '| Measured | Value | Wanted | |',
    '|---|---|---|---|',
    ...rows.map((row) => `| ${row.what} | ${row.value} | ${row.wanted} | ${mark(row.ok)} |`),
  ]
  process.stdout.write(`${table.join('\n')}\n`)
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine: facts, rows }, null, 2)}\n`)
}
