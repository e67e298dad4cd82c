import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Scale } from './corpus.ts'
import type { ComparisonRow } from './engine-table.ts'
import { percentile, spread } from './percentile.ts'
import { runInProcess } from './run-in-process.ts'
import type { SuggestionsReport, SuggestionsTask } from './suggestions-process.ts'

/** What ours offers at each keystroke: titles from memory, by prefix, pinyin, initials and likeness. */
export async function measureSuggestions(
  scale: Scale,
  typing: readonly string[],
  corpus: string,
  scratch: string,
): Promise<ComparisonRow[]> {
  const folder = path.join(scratch, `suggestions-${scale.name}`)
  mkdirSync(folder, { recursive: true })
  try {
    const task: SuggestionsTask = { library: path.join(folder, 'library.db'), corpus, scale, typing }
    const file = new URL('suggestions-process.ts', import.meta.url)
    const { titles, firstMs, ms, peak } = await runInProcess<SuggestionsReport>(file, task, 'suggestions')
    const about = `${titles.toLocaleString('en')} titles`
    const unjudged = { ratio: '', wanted: '', ok: undefined }
    return [
      {
        what: `suggestions at each keystroke (${about}), p50 / p95 / p99`,
        values: { own: `${spread(ms)} ms` },
        ratio: '',
        wanted: 'p95 < 15',
        ok: percentile(ms, 0.95) < 15,
      },
      { what: 'the first of them, which reads all titles', values: { own: `${firstMs.toFixed(0)} ms` }, ...unjudged },
      {
        what: 'memory for suggestions, at most',
        values: { own: peak === undefined ? 'not told' : `${peak} MB` },
        ...unjudged,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
