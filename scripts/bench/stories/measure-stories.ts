import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { z } from 'zod'
import type { FeedDefinition } from '../../../library/feeds/feed.schema.ts'
import type { BalanceView, FeedBuild, FeedView } from '../../../library/feeds/feed-view.ts'
import type { ImportResult, JobView } from '../../../library/jobs/job-view.ts'
import type { StoryPage, StoryView } from '../../../library/stories/story-view.ts'
import { percentile, spread } from '../percentile.ts'
import { type Row, row } from '../row.ts'
import { type ServiceUnderTest, settled, startServiceUnderTest } from '../service-under-test.ts'
import { buildWithEleventy } from './eleventy-pages.ts'
import { changeStories, type StoryMaking, storyId, writeStories } from './invent-stories.ts'
import { measureSiteSearch } from './measure-site-search.ts'

export interface StoryMeasurement {
  readonly projectRoot: string
  /** A folder to be filled. */
  readonly scratch: string
  readonly words: readonly string[]
  readonly count: number
  /** Stories with two pictures each, of which a site is built. */
  readonly pictured: number
  readonly note: (text: string) => void
}

/** Milliseconds, and seconds for building. */
const WANTED = { list: 100, balance: 300, likeness: 500, build: 90, rebuild: 5 }
const ASKED = 20
/** Stories that go into one issue at once. */
const ISSUE = 200

/** Lists, balances and compares stories, and builds a column's site, by the built service. */
export async function measureStories(about: StoryMeasurement): Promise<Row[]> {
  const { projectRoot, scratch, note, pictured } = about
  const making = makingOf(about)
  const texts = path.join(scratch, 'texts')
  note(`stories: inventing ${about.count}`)
  await writeStories(texts, making)
  const service = await startServiceUnderTest(projectRoot, path.join(scratch, 'library'))
  try {
    await settled(service)
    note('stories: taking them in')
    const taken = await run<ImportResult>(service, 'imports', { paths: [texts], kind: 'story' })
    if (taken.imported !== about.count)
      throw new Error(`of ${about.count} stories ${taken.skipped.length} were skipped`)
    note('stories: lists, balance, likeness')
    const rows = [
      row(`taking ${about.count} stories in, ${pictured * 2} pictures with them`, `${taken.seconds.toFixed(0)} s`),
      ...(await measureQuestions(service, making)),
    ]
    note(`stories: a site of ${pictured}`)
    rows.push(...(await measureSite(service, about, making, texts)))
    return rows
  } finally {
    await service.stop()
  }
}

function makingOf({ projectRoot, words, count, pictured }: StoryMeasurement): StoryMaking {
  const names = (file: string) =>
    (parse(readFileSync(path.join(projectRoot, 'content/vocabulary', file), 'utf8')) as { name: string }[]).map(
      ({ name }) => name,
    )
  const lists = { themes: names('themes.yaml'), groups: names('groups.yaml') }
  return { words, count, pictured, ...lists, posts: names('posts.yaml'), topics: names('topics.yaml') }
}

async function measureQuestions(service: ServiceUnderTest, { themes, posts, groups }: StoryMaking): Promise<Row[]> {
  const listed = await times(ASKED * 3, async (turn) => {
    const asked = [
      { theme: themes[turn % themes.length] ?? '' },
      { post: posts[turn % posts.length] ?? '', sort: 'title' },
      { group: groups[turn % groups.length] ?? '', theme: themes[turn % themes.length] ?? '' },
      { q: '溪口' },
      { q: 'xkz', offset: '100' },
      { sort: 'published' },
    ][turn % 6]
    await service.get<StoryPage>(`stories?${new URLSearchParams({ limit: '50', ...asked })}`)
  })
  const balance = await times(ASKED, () => service.get<BalanceView>('feeds/balance'))
  const own: string[] = []
  for (let at = 0; at < ASKED; at++) {
    const record = { title: `相近的故事${at}`, done: '挨户登记，先问清楚再填表，把材料列成一张单子。'.repeat(12) }
    own.push((await service.post<StoryView>('stories', { record })).id)
  }
  const likeness = await times(ASKED, (turn) => service.get(`story-likeness?storyId=${own[turn]}`))
  const quick = (samples: readonly number[], most: number) =>
    [`p95 < ${most} ms`, percentile(samples, 0.95) < most] as const
  return [
    row('list and filter, p50 / p95 / slowest', spread(listed), ...quick(listed, WANTED.list)),
    row('balance view', spread(balance), ...quick(balance, WANTED.balance)),
    row('near duplicates of a story', spread(likeness), ...quick(likeness, WANTED.likeness)),
  ]
}

async function measureSite(
  service: ServiceUnderTest,
  { scratch, pictured, note }: StoryMeasurement,
  making: StoryMaking,
  texts: string,
): Promise<Row[]> {
  // Only those with pictures, so that an issue after them brings nothing but corrections.
  const definition: z.input<typeof FeedDefinition> = {
    title: '基准专栏',
    publisher: '基准宣传办',
    issueSize: ISSUE,
    criteria: { withPictureOnly: true },
  }
  const feed = await service.post<FeedView>('feeds', definition)
  for (let from = 0; from < pictured; from += ISSUE) {
    const stories = Array.from({ length: Math.min(ISSUE, pictured - from) }, (_, at) => storyId(from + at))
    await service.post<FeedView>(`feeds/${feed.id}/issues`, { stories })
  }
  const directory = path.join(scratch, 'site')
  mkdirSync(directory)
  const build = () => run<FeedBuild>(service, `feeds/${feed.id}/build`, { directory })
  const before = { memory: service.peakMemory(), processor: service.processorTime() }
  const first = await build()
  const worked = service.processorTime()
  const memory = service.peakMemory()
  const again = await build()
  note('stories: one in a hundred changed')
  const changed = Array.from({ length: pictured / 100 }, (_, at) => at * 100)
  changeStories(texts, making, changed)
  await run(service, 'imports', { paths: [texts], kind: 'story' })
  await service.post<FeedView>(`feeds/${feed.id}/issues`, {})
  const after = await build()
  if (!existsSync(path.join(directory, 'index.html'))) throw new Error('no site was built')
  const seconds = ({ seconds: took }: FeedBuild) => `${took.toFixed(took < 10 ? 2 : 1)} s`
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  ).length
  return [
    row(
      `a site of ${pictured} stories with ${pictured * 2} pictures, ${files} files`,
      `${seconds(first)}, ${(first.bytes / 1e6).toFixed(0)} MB`,
      `< ${WANTED.build} s`,
      first.seconds < WANTED.build,
    ),
    row(
      'of it the processor, over all cores',
      before.processor === undefined || worked === undefined
        ? 'not told here'
        : `${((worked - before.processor) / 1000).toFixed(0)} s`,
    ),
    row('the same again', `${seconds(again)}, ${again.written} files written`),
    row(
      'after 1 % of them changed',
      `${seconds(after)}, ${after.written} files written`,
      `< ${WANTED.rebuild} s`,
      after.seconds < WANTED.rebuild,
    ),
    ...(await measureSiteSearch(directory, [
      '低保',
      'db',
      'dibao',
      '危房',
      '溪口镇 挨户',
      'xkz',
      '没赶上',
      '三趟',
      '院坝',
      '手语',
    ])),
    row(
      'beside: Eleventy, the same pages without pictures, search and feeds',
      `${(await plainly(texts, pictured, path.join(scratch, 'eleventy'))).toFixed(1)} s`,
    ),
    row(
      'memory of the service at most: before the site, and with it',
      memory === undefined ? 'not told here' : `${before.memory?.toFixed(0)} MB, ${memory.toFixed(0)} MB`,
    ),
  ]
}

/** Seconds of Eleventy. */
async function plainly(texts: string, count: number, out: string): Promise<number> {
  const pages = Array.from({ length: count }, (_, number) => {
    const [, head = '', markdown = ''] = readFileSync(path.join(texts, `${number}.md`), 'utf8').split(/^---$/m)
    const { title } = parse(head) as { title: string }
    return { path: `stories/${storyId(number)}.html`, markdown, data: { title } }
  })
  return (await buildWithEleventy(pages, out)).seconds
}

async function run<T>(service: ServiceUnderTest, route: string, body: unknown): Promise<T> {
  const job = await service.finish(await service.post<JobView>(route, body))
  if (job.state !== 'done' || !job.result) throw new Error(`${route}: ${job.error?.message}`)
  return job.result as T
}

async function times(count: number, ask: (turn: number) => Promise<unknown>): Promise<number[]> {
  const samples: number[] = []
  for (let turn = 0; turn < count; turn++) {
    const started = performance.now()
    await ask(turn)
    samples.push(performance.now() - started)
  }
  return samples
}
