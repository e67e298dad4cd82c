import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type BenchDocument, readCorpus, readDocuments, writeCorpus } from '../../scripts/bench/corpus.ts'
import type { Engine } from '../../scripts/bench/engines/engine.ts'
import { fts5 } from '../../scripts/bench/engines/fts5.ts'
import { lunrSearch } from '../../scripts/bench/engines/lunr.ts'
import { miniSearch } from '../../scripts/bench/engines/minisearch.ts'
import { own } from '../../scripts/bench/engines/own.ts'
import { askAll, createWorkload } from '../../scripts/bench/workload.ts'
import { temporaryFolderPerTest } from './temporary-folder.ts'

const folder = temporaryFolderPerTest()
const law = (...provisions: string[]) => `# 某法\n<!-- INFO END -->\n# 第一章\n${provisions.join('\n\n')}\n`
function writeLaws(): BenchDocument[] {
  folder.write('laws/民政/养老服务法(2010-01-01).md', law('第一条 老人可以申请补贴。', '第二条 补贴按月发放。'))
  folder.write('laws/民政/养老服务法(2020-01-01).md', law('第一条 老人可以申请补贴，也可以申请床位。'))
  folder.write('laws/行政法规/村道条例.md', law('第一条 村道由村民委员会养护，镇里给予补贴。'))
  return readCorpus(path.join(folder.path, 'laws'))
}
const everything = { name: 'all', provisionsOnly: false, currentOnly: false, copies: 1 }
async function read(documents: readonly BenchDocument[], scale: Partial<typeof everything>): Promise<BenchDocument[]> {
  const file = path.join(folder.path, 'corpus.jsonl')
  writeCorpus(documents, file)
  const given: BenchDocument[] = []
  for await (const document of readDocuments(file, { ...everything, ...scale })) given.push(document)
  return given
}

describe('the corpus of the benchmark', () => {
  it('knows titles, dates, folders, and which version is the latest', () => {
    const known = writeLaws().map(({ title, issuedOn, topic, current }) => [title, issuedOn, topic, current])
    expect(known).toEqual([
      ['养老服务法', '2010-01-01', '民政', false],
      ['养老服务法', '2020-01-01', '民政', true],
      ['村道条例', '', '行政法规', true],
    ])
  })

  it('is read as a whole, or without what is superseded', async () => {
    expect(await read(writeLaws(), {})).toHaveLength(3)
    expect(await read(writeLaws(), { currentOnly: true, provisionsOnly: true })).toHaveLength(2)
  })

  it('is copied with small changes, the same in each run', async () => {
    const copied = await read(writeLaws(), { copies: 3 })
    expect(copied).toHaveLength(9)
    expect(new Set(copied.map((one) => `${one.title} ${one.issuedOn}`)).size).toBe(9)
    expect(await read(writeLaws(), { copies: 3 })).toEqual(copied)
  })
})

describe.each<[string, Engine]>([
  ['ours', own],
  ['FTS5', fts5],
  ['MiniSearch', miniSearch],
  ['lunr', lunrSearch],
])('%s', (_, engine) => {
  it('finds what is typed, all words, any words, and what a filter leaves', async () => {
    const documents = await read(writeLaws(), {})
    const build = async function* () {
      yield* documents
    }
    await engine.build(build(), folder.path)
    const open = engine.open(folder.path)
    expect(open.type('补')).toBe(4)
    expect(open.type('床位')).toBe(1)
    expect(open.all(['补贴', '老人'])).toBe(2)
    expect(open.all(['补贴'], { after: '2015-01-01' })).toBe(1)
    expect(open.all(['补贴'], { topic: '行政法规' })).toBe(1)
    expect(open.any('床位村道？')).toBe(2)
    open.close()
  })

  it.skipIf(!engine.update)('finds the same after documents were taken out and put in again', async () => {
    const documents = await read(writeLaws(), {})
    const build = async function* () {
      yield* documents
    }
    await engine.build(build(), folder.path)
    engine.update?.(documents.slice(0, 2), folder.path)
    const open = engine.open(folder.path)
    expect(open.all(['补贴'])).toBe(4)
    open.close()
  })
})

describe('what is asked', () => {
  it('is typed character by character, and two words that stand together', () => {
    const workload = createWorkload(['补贴', '老人', '村道'], ['怎么申请？'], ['老人可以申请补贴', '村道'], 100)
    expect(workload.typing).toEqual(['补', '补贴', '老', '老人', '村', '村道'])
    expect(workload.short).toEqual([['补贴', '老人']])
  })

  it('is as much as wanted, evenly chosen', () => {
    const questions = Array.from({ length: 100 }, (_, index) => `问题${index}`)
    expect(createWorkload([], questions, [], 4).long).toEqual(['问题0', '问题25', '问题50', '问题75'])
  })

  it('is timed one by one', () => {
    const answer = () => 2
    const engine = { type: answer, all: answer, any: answer, close: () => {} }
    const answers = askAll(engine, createWorkload(['补贴', '老人'], ['怎么？'], ['老人补贴'], 10))
    expect(answers.typing).toMatchObject({ found: 8, ms: expect.objectContaining({ length: 4 }) })
    expect(answers.filtered.found).toBe(2)
  })
})
