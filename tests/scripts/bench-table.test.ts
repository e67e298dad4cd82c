import { describe, expect, it } from 'vitest'
import type { EngineName } from '../../scripts/bench/engine-process.ts'
import { compareEngines, comparisonTable } from '../../scripts/bench/engine-table.ts'
import type { EngineFigures } from '../../scripts/bench/measure-engines.ts'
import { percentile } from '../../scripts/bench/percentile.ts'
import { qualityVerdict } from '../../scripts/bench/quality-verdict.ts'

const figures = (engine: EngineName, factor: number): EngineFigures => {
  const answers = { ms: [factor, factor, factor * 2], found: 7 }
  return {
    engine,
    build: {
      step: 'build',
      passages: 100,
      seconds: 10 * factor,
      tokenSeconds: undefined,
      size: 2e6 * factor,
      indexSize: 1e6 * factor,
      peak: undefined,
    },
    ask: {
      step: 'ask',
      cold: 10 * factor,
      memory: 100,
      peak: 100 * factor,
      answers: { typing: answers, short: answers, long: answers, filtered: answers },
    },
    update: engine === 'lunr' ? undefined : { step: 'update', passages: 1, seconds: factor },
  }
}
const find = (rows: ReturnType<typeof compareEngines>, what: string) => rows.find((row) => row.what.startsWith(what))

describe('the comparison of engines', () => {
  it('judges ours by FTS5 in the same run', () => {
    const rows = compareEngines([figures('own', 0.5), figures('fts5', 1)], false)
    expect(find(rows, 'build')).toMatchObject({ ratio: '0.50', wanted: '≤ 0.7 × FTS5', ok: true })
    expect(find(rows, 'two words, p50')).toMatchObject({ ratio: 'p50 0.50', ok: false })
    expect(find(rows, 'update')).toMatchObject({ ratio: '0.50', ok: undefined })
  })

  it('holds ours to limits of its own, those of size only at a million passages', () => {
    const all = [figures('own', 6), figures('fts5', 100)]
    expect(find(compareEngines(all, false), 'cold')).toMatchObject({ wanted: '< 50', ok: false })
    expect(find(compareEngines(all, false), 'memory while asked')).toMatchObject({ wanted: '', ok: undefined })
    expect(find(compareEngines(all, true), 'memory while asked')).toMatchObject({ wanted: '< 400', ok: false })
  })

  it('holds ours with meaning to limits of its own, and does not compare it', () => {
    const all = [figures('own', 0.05), figures('meaning', 10), figures('fts5', 1)]
    const wanted = 'p50 ≤ 0.1 × FTS5 ✓, p95 ≤ 0.1 × FTS5 ✓'
    expect(find(compareEngines(all, false), 'questions')).toMatchObject({
      ratio: 'p50 0.05, p95 0.05',
      wanted: `${wanted}, with meaning p50 < 6 ✗, with meaning p95 < 15 ✗`,
      ok: false,
    })
    expect(find(compareEngines(all, true), 'questions')).toMatchObject({
      wanted: `${wanted}, p95 < 30 ✓, with meaning p95 < 80 ✓`,
      ok: true,
    })
  })

  it('judges nothing when FTS5 was not measured', () => {
    expect(find(compareEngines([figures('own', 1)], false), 'build')).toMatchObject({ ratio: '', ok: undefined })
  })

  it('shows a dash for what an engine was not asked', () => {
    const rows = compareEngines([figures('own', 1), figures('fts5', 1)], false)
    const table = comparisonTable(rows, ['own', 'fts5', 'lunr']).split('\n')
    expect(table[0]).toBe('|  | ours | FTS5 | lunr | ours ÷ FTS5 | wanted |  |')
    expect(table[2]).toBe('| build | 10.0 s | 10.0 s | – | 1.00 | ≤ 0.7 × FTS5 | ✗ |')
  })

  it('says which engine has to build anew', () => {
    expect(find(compareEngines([figures('lunr', 1)], false), 'update')?.values.lunr).toBe('builds anew')
  })
})

describe('the verdict on quality', () => {
  it('judges each figure by itself', () => {
    const verdict = qualityVerdict({ recall10: 0.58, recall100: 0.79, mrr10: 0.5 })
    expect(verdict).toBe('Wanted of the last line: recall@10 ≥ 0.58 ✓, recall@100 ≥ 0.80 ✗, MRR@10 ≥ 0.48 ✓')
  })
})

describe('a percentile', () => {
  it('is a sample that is not exceeded by that share', () => {
    expect(percentile([3, 1, 2, 4], 0.5)).toBe(3)
    expect(percentile([3, 1, 2, 4], 0.99)).toBe(4)
    expect(percentile([], 0.5)).toBeNaN()
  })
})
