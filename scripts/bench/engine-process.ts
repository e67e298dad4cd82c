import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { openSqlite } from '../../library/store/open-sqlite.ts'
import { type BenchDocument, readDocuments, type Scale } from './corpus.ts'
import type { Engine } from './engines/engine.ts'
import { memoryNow, peakMemory } from './machine.ts'
import { type Answers, askAll, type QueryKind, type Workload } from './workload.ts'

/** What one process is to do with one engine; a process does one thing, so that its memory tells of that alone. */
export interface EngineTask {
  readonly engine: EngineName
  readonly step: 'build' | 'ask' | 'update'
  /** Where the index is, or is to be. */
  readonly folder: string
  readonly corpus: string
  readonly scale: Scale
  readonly workload: Workload
}
export type EngineName = 'own' | 'meaning' | 'fts5' | 'minisearch' | 'lunr'

export type EngineReport =
  | {
      readonly step: 'build'
      readonly passages: number
      readonly seconds: number
      /** Of these, to cut texts into tokens; undefined where that cannot be told apart. */
      readonly tokenSeconds: number | undefined
      /** Bytes of all files. */
      readonly size: number
      /** Bytes without the texts, where these are stored too. */
      readonly indexSize: number
      /** MB */
      readonly peak: number | undefined
    }
  | {
      readonly step: 'ask'
      /** From opening to the first answer, ms; Node.js and the modules are loaded already. */
      readonly cold: number
      readonly memory: number | undefined
      readonly peak: number | undefined
      readonly answers: Record<QueryKind, Answers>
    }
  | { readonly step: 'update'; readonly passages: number; readonly seconds: number }

async function load(name: EngineName): Promise<Engine> {
  if (name === 'own') return (await import('./engines/own.ts')).own
  if (name === 'meaning') return (await import('./engines/own.ts')).ownWithMeaning
  if (name === 'fts5') return (await import('./engines/fts5.ts')).fts5
  if (name === 'minisearch') return (await import('./engines/minisearch.ts')).miniSearch
  return (await import('./engines/lunr.ts')).lunrSearch
}

process.once('message', async (message) => {
  const task = message as EngineTask
  const engine = await load(task.engine)
  const work = { build, ask, update }[task.step]
  process.send?.(await work(engine, task))
  process.disconnect()
})

async function build(engine: Engine, { folder, corpus, scale }: EngineTask): Promise<EngineReport> {
  let readMs = 0
  let passages = 0
  const documents = (async function* () {
    for await (const document of readDocuments(corpus, scale, (ms) => (readMs += ms))) {
      passages += document.passages.length
      yield document
    }
  })()
  const started = performance.now()
  const tokenMs = await engine.build(documents, folder)
  const seconds = (performance.now() - started - readMs) / 1000
  const files = readdirSync(folder).map((file) => path.join(folder, file))
  const size = files.reduce((sum, file) => sum + statSync(file).size, 0)
  const database = files.find((file) => file.endsWith('.db'))
  return {
    step: 'build',
    passages,
    seconds,
    tokenSeconds: tokenMs === undefined ? undefined : tokenMs / 1000,
    size,
    indexSize: database === undefined ? size : withoutTexts(database),
    peak: peakMemory(process.pid),
  }
}

/** What a database takes besides the tables that hold passages and documents as they are. */
function withoutTexts(file: string): number {
  const connection = openSqlite(file)
  const row = connection
    .prepare("SELECT sum(pgsize) AS bytes FROM dbstat WHERE name NOT IN ('passage', 'document', 'document_item')")
    .get([]) as { bytes: number }
  connection.close()
  return row.bytes
}

async function ask(engine: Engine, { folder, workload }: EngineTask): Promise<EngineReport> {
  const started = performance.now()
  const open = engine.open(folder)
  open.any(workload.long[0] ?? '宅基地')
  const cold = performance.now() - started
  const answers = askAll(open, workload)
  const report = { step: 'ask', cold, memory: memoryNow(process.pid), peak: peakMemory(process.pid), answers } as const
  open.close()
  return report
}

/** Takes one document in a hundred out and puts it in again. */
async function update(engine: Engine, { folder, corpus, scale }: EngineTask): Promise<EngineReport> {
  const documents: BenchDocument[] = []
  let place = 0
  for await (const document of readDocuments(corpus, scale)) if (place++ % 100 === 50) documents.push(document)
  const ms = engine.update?.(documents, folder) ?? Number.NaN
  const passages = documents.reduce((sum, document) => sum + document.passages.length, 0)
  return { step: 'update', passages, seconds: ms / 1000 }
}
