import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { measureChannels } from './bench/channels/measure-channels.ts'
import { readCorpus, type Scale, writeCorpus } from './bench/corpus.ts'
import type { EngineName } from './bench/engine-process.ts'
import { type ComparisonRow, compareEngines, comparisonTable, engineNames } from './bench/engine-table.ts'
import { machineFacts } from './bench/machine.ts'
import { type EngineFigures, measureEngine } from './bench/measure-engines.ts'
import { measureService } from './bench/measure-service.ts'
import { measureSuggestions } from './bench/measure-suggestions.ts'
import { measureMeetings } from './bench/meetings/measure-meetings.ts'
import { qualityVerdict } from './bench/quality-verdict.ts'
import { readQuestions, vocabularyWords } from './bench/questions.ts'
import { mark, type Row } from './bench/row.ts'
import { measureStories } from './bench/stories/measure-stories.ts'
import { measureTemplates } from './bench/templates/measure-templates.ts'
import { createWorkload } from './bench/workload.ts'
import { buildStale } from './build/build-stale.ts'
import { projectRoot } from './set-up/project-root.mjs'
import { type QualityRow, qualityMarkdown } from './train/quality-table.ts'

/**
 * `npm run bench [-- --corpus DIR --json FILE --no-service --no-channels --no-engines --no-peers --no-million --folds
 * --channels --templates --no-templates --stories --no-stories --meetings --no-meetings]`: measures the built service and our index beside
 * other engines on a real corpus, a channel's updates on generated texts, the filling of templates beside plain
 * docxtemplater, invented stories and their site, and the slides of an invented meeting, and prints tables. With
 * --channels, --templates, --stories or --meetings these alone.
 */
const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: path.resolve(projectRoot, '../shared/corpus') },
    json: { type: 'string' },
    'no-service': { type: 'boolean', default: false },
    channels: { type: 'boolean', default: false },
    'no-channels': { type: 'boolean', default: false },
    templates: { type: 'boolean', default: false },
    'no-templates': { type: 'boolean', default: false },
    stories: { type: 'boolean', default: false },
    'no-stories': { type: 'boolean', default: false },
    meetings: { type: 'boolean', default: false },
    'no-meetings': { type: 'boolean', default: false },
    'no-engines': { type: 'boolean', default: false },
    'no-peers': { type: 'boolean', default: false },
    'no-million': { type: 'boolean', default: false },
    folds: { type: 'boolean', default: false },
  },
})

/** Items of the generated channel. */
const CHANNEL_ITEMS = 10_000
/** Rows of the generated spreadsheet. */
const SHEET_ROWS = 1_000
/** Invented stories, and those of them in a site. */
const STORIES = { count: 20_000, pictured: 2_000 }
/** What was asked for by name comes alone. */
const alone = values.channels || values.templates || values.stories || values.meetings
const laws = path.join(values.corpus, 'laws')
if (!existsSync(laws) && !alone) {
  process.stderr.write(
    `No corpus at ${values.corpus}: give one with --corpus DIR (a folder laws/ and questions.train.jsonl).\n`,
  )
  process.exit(1)
}

interface ComparedScale {
  readonly scale: Scale
  /** As the plan has them: fewer queries where they are slow. */
  readonly queries: number
  readonly engines: readonly EngineName[]
  /** Why the others are not there. */
  readonly left: string
}
const ours: EngineName[] = ['own', 'meaning']
const peers: EngineName[] = values['no-peers'] ? [] : ['minisearch', 'lunr']
const all = { provisionsOnly: false, currentOnly: false }
const scales: ComparedScale[] = [
  {
    scale: { name: 'current provisions', provisionsOnly: true, currentOnly: true, copies: 1 },
    queries: 500,
    engines: [...ours, 'fts5', ...peers],
    left: '',
  },
  {
    scale: { name: 'every version', ...all, copies: 1 },
    queries: 500,
    engines: [...ours, 'fts5', ...peers.filter((peer) => peer !== 'lunr')],
    left: 'lunr is left out: it would need more than 3 GB.',
  },
  {
    scale: { name: 'a million passages', ...all, copies: 16 },
    queries: 150,
    engines: [...ours, 'fts5'],
    left: 'MiniSearch and lunr are left out: they would need tens of gigabytes.',
  },
]

const scratch = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-bench-'))
const note = (text: string) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`)
const facts = machineFacts(new Date())
const service: Row[] = []
const channels: Row[] = []
const templates: Row[] = []
const stories: Row[] = []
const meetings: Row[] = []
const quality: QualityRow[] = []
const comparisons: { about: ComparedScale; figures: readonly EngineFigures[]; rows: readonly ComparisonRow[] }[] = []
try {
  if (values.templates || !(alone || values['no-templates'])) await benchTemplates()
  if (values.stories || !(alone || values['no-stories'])) await benchStories()
  if (values.meetings || !(alone || values['no-meetings'])) await benchMeetings()
  if (values.channels || !(alone || values['no-channels'])) await benchChannels()
  if (!alone) await benchCorpus()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
print()

async function benchTemplates(): Promise<void> {
  await buildStale(projectRoot, ['library', 'renderer'])
  const home = path.join(scratch, 'templates')
  mkdirSync(home)
  templates.push(...(await measureTemplates({ projectRoot, scratch: home, count: SHEET_ROWS, note })))
  rmSync(home, { recursive: true, force: true })
}

async function benchStories(): Promise<void> {
  await buildStale(projectRoot, ['library', 'renderer'])
  const home = path.join(scratch, 'stories')
  mkdirSync(home)
  const words = vocabularyWords(projectRoot)
  stories.push(...(await measureStories({ projectRoot, scratch: home, words, ...STORIES, note })))
  rmSync(home, { recursive: true, force: true })
}

async function benchMeetings(): Promise<void> {
  await buildStale(projectRoot, ['library', 'renderer'])
  const home = path.join(scratch, 'meetings')
  mkdirSync(home)
  meetings.push(...(await measureMeetings({ projectRoot, scratch: home, words: vocabularyWords(projectRoot), note })))
  rmSync(home, { recursive: true, force: true })
}

async function benchChannels(): Promise<void> {
  await buildStale(projectRoot, ['library', 'renderer'])
  const making = { words: vocabularyWords(projectRoot), count: CHANNEL_ITEMS }
  const home = path.join(scratch, 'channels')
  mkdirSync(home)
  channels.push(...(await measureChannels({ projectRoot, scratch: home, making, note })))
  rmSync(home, { recursive: true, force: true })
}

async function benchCorpus(): Promise<void> {
  const documents = readCorpus(laws)
  const texts = documents.flatMap((document) => document.passages.map((passage) => passage.text))
  const questions = readQuestions(values.corpus)
  const words = vocabularyWords(projectRoot)
  const workload = (most: number) =>
    createWorkload(
      words,
      questions.map((one) => one.question),
      texts.filter((_, index) => index % 20 === 0),
      most,
    )
  if (!values['no-service']) {
    await buildStale(projectRoot, ['library', 'renderer'])
    note('the service')
    const { typing, short } = workload(500)
    const asked = [...words, ...short.map((pair) => pair.join(' '))]
    const library = path.join(scratch, 'library')
    service.push(...(await measureService({ projectRoot, library, laws, shortQueries: asked, typing, questions })))
  }
  const corpus = path.join(scratch, 'corpus.jsonl')
  writeCorpus(documents, corpus)
  for (const about of values['no-engines'] ? [] : scales.slice(0, values['no-million'] ? 2 : 3)) {
    const figures: EngineFigures[] = []
    for (const engine of about.engines) {
      note(`${about.scale.name}: ${engineNames[engine]}`)
      try {
        figures.push(await measureEngine(engine, about.scale, workload(about.queries), corpus, scratch))
      } catch (error) {
        note(`left out: ${error instanceof Error ? error.message : error}`)
      }
    }
    note(`${about.scale.name}: suggestions`)
    const suggestions = await measureSuggestions(about.scale, workload(500).typing, corpus, scratch)
    const rows = [...compareEngines(figures, about.scale.copies > 1), ...suggestions]
    comparisons.push({ about, figures, rows })
  }
  if (values.folds) {
    // Training comes last: it holds much memory, and takes the processor for itself.
    const { fiveFoldQuality } = await import('./train.ts')
    quality.push(...fiveFoldQuality({ corpus: values.corpus, say: note }))
  }
}

function print(): void {
  const machine = `${facts.date}: ${facts.cores} cores (${facts.model}), ${facts.memoryGiB} GiB, ${facts.system}, Node ${facts.node}`
  const parts = [machine]
  for (const [title, measured] of Object.entries({
    'The service': service,
    Stories: stories,
    Meetings: meetings,
    Templates: templates,
    Channels: channels,
  })) {
    if (measured.length === 0) continue
    const rows = measured.map(({ what, value, wanted, ok }) => `| ${what} | ${value} | ${wanted} | ${mark(ok)} |`)
    parts.push([`### ${title}`, '', '| Measured | Value | Wanted | |', '|---|---|---|---|', ...rows].join('\n'))
  }
  for (const { about, figures, rows } of comparisons) {
    const passages = figures[0]?.build.passages.toLocaleString('en') ?? ''
    parts.push(`### Engines: ${about.scale.name} (${passages})`, comparisonTable(rows, about.engines))
    if (about.left !== '' && !values['no-peers']) parts.push(about.left)
  }
  const learned = quality.at(-1)
  if (learned) parts.push('### Quality, five-fold', qualityMarkdown(quality), qualityVerdict(learned))
  process.stdout.write(`${parts.join('\n\n')}\n`)
  if (!values.json) return
  const engines = comparisons.map(({ about, figures, rows }) => ({ scale: about.scale, rows, figures: brief(figures) }))
  writeFileSync(
    values.json,
    `${JSON.stringify({ machine: facts, service, stories, meetings, templates, channels, engines, quality }, null, 2)}\n`,
  )
}

/** Without the times of single queries. */
function brief(figures: readonly EngineFigures[]): object[] {
  return figures.map(({ engine, build, ask, update }) => {
    const answers = Object.entries(ask.answers).map(([kind, { ms, found }]) => [kind, { asked: ms.length, found }])
    return { engine, build, update, ask: { ...ask, answers: Object.fromEntries(answers) } }
  })
}
