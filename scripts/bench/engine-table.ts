import type { EngineName } from './engine-process.ts'
import type { EngineFigures } from './measure-engines.ts'
import { percentile, spread } from './percentile.ts'
import { mark } from './row.ts'
import type { QueryKind } from './workload.ts'

/** One line of the table that compares engines: what each took, how ours compares with FTS5, and what was wanted. */
export interface ComparisonRow {
  readonly what: string
  readonly values: { readonly [engine in EngineName]?: string }
  /** Ours by FTS5's: below 1 is less. One for each figure that is judged. */
  readonly ratio: string
  readonly wanted: string
  readonly ok: boolean | undefined
}

export const engineNames: { readonly [engine in EngineName]: string } = {
  own: 'ours',
  meaning: 'ours with meaning',
  fts5: 'FTS5',
  minisearch: 'MiniSearch',
  lunr: 'lunr',
}

/** A figure in which less is better. */
interface Figure {
  readonly name: string
  /** Whose; ours without meaning when left out, which is what compares with FTS5. */
  readonly engine?: 'meaning'
  of(figures: EngineFigures): number | undefined
  /** Ours at most this part of FTS5's. */
  readonly most?: number
  /** Ours below this, in the figure's own unit. */
  readonly below?: number
}

interface Line {
  readonly what: string
  show(figures: EngineFigures): string
  readonly judged: readonly Figure[]
}

const at = (kind: QueryKind, part: number) => (figures: EngineFigures) => percentile(figures.ask.answers[kind].ms, part)
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
const told = (value: number | undefined) => (value === undefined ? 'not told' : `${value} MB`)

/** @param million whether the limits meant for a million passages hold */
function lines(million: boolean): Line[] {
  const limit = (below: number) => (million ? { below } : {})
  const times = (kind: QueryKind, what: string, judged: readonly Figure[]): Line => ({
    what: `${what}, p50 / p95 / p99`,
    show: ({ ask }) => `${spread(ask.answers[kind].ms)} ms`,
    judged,
  })
  return [
    {
      what: 'build',
      show: ({ build }) =>
        `${build.seconds.toFixed(1)} s${build.tokenSeconds === undefined ? '' : ` (tokens ${build.tokenSeconds.toFixed(1)})`}`,
      judged: [{ name: '', of: ({ build }) => build.seconds, most: 0.7 }],
    },
    {
      what: 'update of 1%',
      show: ({ update }) =>
        update ? `${(update.seconds * 1000).toFixed(0)} ms (${update.passages} passages)` : 'builds anew',
      judged: [{ name: '', of: ({ update }) => update?.seconds }],
    },
    {
      what: 'index',
      show: ({ build }) => megabytes(build.indexSize),
      judged: [{ name: '', of: ({ build }) => build.indexSize, most: 1.3 }],
    },
    { what: 'all files', show: ({ build }) => megabytes(build.size), judged: [] },
    {
      what: 'cold start',
      show: ({ ask }) => `${ask.cold.toFixed(0)} ms`,
      judged: [{ name: '', of: ({ ask }) => ask.cold, below: 50 }],
    },
    { what: 'memory while building, at most', show: ({ build }) => told(build.peak), judged: [] },
    {
      what: 'memory while asked, at most',
      show: ({ ask }) => told(ask.peak),
      judged: [{ name: '', of: ({ ask }) => ask.peak, ...limit(400) }],
    },
    times('typing', 'passages while typing', [{ name: 'p95 ', of: at('typing', 0.95) }]),
    times('short', 'two words', [{ name: 'p50 ', of: at('short', 0.5), most: 1 / 3 }]),
    times('filtered', 'two words, filtered', [{ name: 'p50 ', of: at('filtered', 0.5) }]),
    times('long', 'questions', [
      { name: 'p50 ', of: at('long', 0.5), most: 1 / 10 },
      { name: 'p95 ', of: at('long', 0.95), most: 1 / 10, ...limit(30) },
      ...(million ? [] : [{ name: 'with meaning p50 ', engine: 'meaning', of: at('long', 0.5), below: 6 } as const]),
      { name: 'with meaning p95 ', engine: 'meaning', of: at('long', 0.95), below: million ? 80 : 15 },
    ]),
    {
      what: 'passages found by two words',
      show: ({ ask }) => String(ask.answers.short.found),
      judged: [],
    },
  ]
}

/** Compares what was measured at one scale. Verdicts are about ours, in the same run. */
export function compareEngines(all: readonly EngineFigures[], million: boolean): ComparisonRow[] {
  const find = (engine: EngineName) => all.find((one) => one.engine === engine)
  const fts5 = find('fts5')
  return lines(million).map(({ what, show, judged: judgedOf }) => {
    const judged = judgedOf.filter(({ engine }) => engine === undefined || find(engine))
    const verdicts: { wanted: string; ok: boolean | undefined }[] = []
    const ratios: string[] = []
    for (const figure of judged) {
      const own = find(figure.engine ?? 'own')
      const ours = own && figure.of(own)
      const theirs = figure.engine ? undefined : fts5 && figure.of(fts5)
      const ratio = ours !== undefined && theirs !== undefined ? ours / theirs : undefined
      if (ratio !== undefined) ratios.push(`${figure.name}${ratio.toFixed(2)}`)
      const { name, most, below } = figure
      if (most !== undefined) {
        const wanted = `${name}≤ ${Number(most.toFixed(2))} × FTS5`
        verdicts.push({ wanted, ok: ratio === undefined ? undefined : ratio <= most })
      }
      if (below !== undefined) {
        verdicts.push({ wanted: `${name}< ${below}`, ok: ours === undefined ? undefined : ours < below })
      }
    }
    return {
      what,
      values: Object.fromEntries(all.map((one) => [one.engine, show(one)])),
      ratio: ratios.join(', '),
      // Of several wants each has its own mark, so that the one at the end hides nothing.
      wanted: verdicts
        .map(({ wanted, ok }) => (verdicts.length > 1 ? `${wanted} ${mark(ok)}`.trim() : wanted))
        .join(', '),
      ok: verdicts.some(({ ok }) => ok === false) ? false : verdicts.find(({ ok }) => ok !== undefined)?.ok,
    }
  })
}

/** The comparison as a Markdown table. */
export function comparisonTable(rows: readonly ComparisonRow[], engines: readonly EngineName[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(['', ...engines.map((engine) => engineNames[engine]), 'ours ÷ FTS5', 'wanted', '']),
    `|${'---|'.repeat(engines.length + 4)}`,
    ...rows.map(({ what, values, ratio, wanted, ok }) =>
      line([what, ...engines.map((engine) => values[engine] ?? '–'), ratio, wanted, mark(ok)]),
    ),
  ].join('\n')
}
