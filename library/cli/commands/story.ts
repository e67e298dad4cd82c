import { readFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import { z } from 'zod'
import type { StoryRecord } from '../../stories/story.schema.ts'
import type { StoryPage, StorySummary, StoryView } from '../../stories/story-view.ts'
import { CommandError, createOutput, type GlobalOptions, type Output } from '../command-context.ts'
import { findStory } from '../find-story.ts'
import { harmlessLine } from '../harmless-line.ts'
import { openServiceClient, type ServiceClient } from '../service-client.ts'

const STATES = {
  draft: '草稿',
  submitted: '已报送',
  verified: '已核实',
  approved: '已审定',
  published: '已发布',
  retired: '已退役',
} as const

/** `xinhuo story …`: telling stories, and all that is done with them. */
export function addStoryCommand(program: Command): void {
  const story = program.command('story').description('故事：讲述、查找、核实、审定、发布')
  addReading(story)
  addWriting(story)
}

type ListOptions = GlobalOptions & Readonly<Record<string, string>> & { readonly own: boolean }

function addReading(story: Command): void {
  story
    .command('list')
    .description('列出故事，最近改动的在前')
    .option('--query <words>', '按标题、人名、地名、拼音首字母查找')
    .addOption(new Option('--state <state>', '只看一种').choices([...Object.keys(STATES), 'in-work', 'discarded']))
    .option('--own', '只看这里写的', false)
    .option('--theme <theme>', '只看一个主题的')
    .option('--topic <topic>', '只看一个主题词的')
    .option('--post <post>', '只看一个岗位的')
    .option('--place <place>', '只看一个地方的')
    .option('--group <group>', '只看讲到一类人的')
    .option('--policy <id>', '只看用到一件政策的')
    .option('--anchor <provision>', '和 --policy 一起：只看用到这一条的')
    .option('--from <date>', '从什么时候起的事，如 2024 或 2024-06')
    .option('--until <date>', '到什么时候为止的事')
    .addOption(new Option('--sort <order>', '排列').choices(['updated', 'published', 'title']))
    .option('--limit <n>', '最多列几个', '50')
    .action((options: ListOptions) =>
      asking(options, async (client, output) => {
        const { query, own, library: _, json: __, ...rest } = options
        const given = Object.entries({ q: query, own: own ? 'true' : undefined, ...rest })
        const asked = given.filter((one): one is [string, string] => one[1] !== undefined)
        const page = await client.call<StoryPage>('GET', `/api/stories?${new URLSearchParams(asked)}`)
        output.result(page, () => describePage(page))
      }),
    )
  story
    .command('show')
    .description('看一个故事')
    .argument('<story>', '编号、标题，或它们的开头')
    .action((named: string, options: GlobalOptions) =>
      asking(options, async (client, output) => {
        const found = await findStory(client, named)
        if (!found.own) return output.result(found, () => describeSummary(found).join('\n'))
        const view = await client.call<StoryView>('GET', at(found))
        output.result(view, () => describe(view))
      }),
    )
}

function addWriting(story: Command): void {
  story
    .command('new')
    .description('开始一个故事，成为草稿')
    .option('--data <file>', '故事的内容（JSON）')
    .option('--title <title>', '标题')
    .action((options: GlobalOptions & { readonly data?: string; readonly title?: string }) =>
      asking(options, async (client, output) => {
        const read = options.data === undefined ? {} : await readRecord(options.data)
        const record = { ...read, ...(options.title !== undefined && { title: options.title }) }
        const made = await client.call<StoryView>('POST', '/api/stories', { record })
        output.result(made, () => `记下了：${titleOf(made)}（${made.id}）\n${missing(made)}`)
      }),
    )
  story
    .command('edit')
    .description('用文件里的内容改一个故事；文件里没有写的照旧')
    .argument('<story>', '编号、标题，或它们的开头')
    .requiredOption('--data <file>', '要改的内容（JSON）')
    .action((named: string, options: GlobalOptions & { readonly data: string }) =>
      asking(options, async (client, output) => {
        const change = await readRecord(options.data)
        const before = await client.call<StoryView>('GET', at(await findStory(client, named, { own: true })))
        const body = { record: { ...before.record, ...change }, read: before.recordSha256 }
        const after = await client.call<StoryView>('PUT', at(before), body)
        output.result(after, () => `保存了：${titleOf(after)}\n${missing(after)}`)
      }),
    )
  story
    .command('delete')
    .description('删除一个没有发布过的故事，三十天内可以恢复')
    .argument('<story>', '编号、标题，或它们的开头')
    .action((named: string, options: GlobalOptions) =>
      asking(options, async (client, output) => {
        const found = await findStory(client, named, { own: true })
        const gone = await client.call<{ discarded: string; title: string }>('DELETE', at(found))
        output.result(gone, () => `删除了：${titleOf(found)}。三十天内可以用 xinhuo story restore ${found.id} 恢复。`)
      }),
    )
  story
    .command('restore')
    .description('恢复三十天内删除的故事')
    .argument('<story>', '编号、标题，或它们的开头')
    .action((named: string, options: GlobalOptions) =>
      asking(options, async (client, output) => {
        const found = await findStory(client, named, { own: true, state: 'discarded' })
        const back = await client.call<StoryView>('POST', `${at(found)}/restore`)
        output.result(back, () => `恢复了：${titleOf(back)}`)
      }),
    )
}

async function asking(
  options: GlobalOptions,
  ask: (client: ServiceClient, output: Output) => Promise<void>,
): Promise<void> {
  const client = await openServiceClient(options.library)
  try {
    await ask(client, createOutput(options.json))
  } finally {
    await client.close()
  }
}

const at = ({ id }: { readonly id: string }) => `/api/stories/${encodeURIComponent(id)}`

/** What the file says is checked by the service. @throws {CommandError} when it is no object at all */
async function readRecord(file: string): Promise<Partial<StoryRecord>> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandError({ code: 'USAGE', what: `读不出文件：${file}。`, why: error.code ?? error.message })
  })
  const given = Content.safeParse(parse(text))
  if (given.success) return given.data as Partial<StoryRecord>
  throw new CommandError({
    code: 'USAGE',
    what: `这个文件不是故事的内容：${file}。`,
    why: '里面应当是一个 JSON 对象。',
  })
}

const Content = z.record(z.string(), z.unknown())

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}

const titleOf = ({ title }: { readonly title: string }) => harmlessLine(title) || '（还没有标题）'

const missing = (view: StoryView): string =>
  view.missing.length === 0 ? '该有的都有了。' : view.missing.map(({ says }) => `  ${says}`).join('\n')

function describePage({ total, stories }: StoryPage): string {
  if (stories.length === 0) return '没有故事。'
  const lines = stories.map((story) =>
    [STATES[story.state], story.updatedAt.slice(0, 10), titleOf(story), story.places.join('、'), story.id]
      .map(harmlessLine)
      .join('  '),
  )
  return [...lines, ...(total > stories.length ? [`共 ${total} 个，用 --query 缩小范围。`] : [])].join('\n')
}

function describeSummary(story: StorySummary): string[] {
  const filed = [...story.themes, ...story.posts, ...story.places, ...story.groups]
  return [
    `${titleOf(story)}  ${STATES[story.state]}  ${story.id}`,
    ...(story.summary === undefined ? [] : [story.summary]),
    ...(filed.length > 0 ? [filed.join('、')] : []),
    ...(story.publishedOn === undefined ? [] : [`发布：${story.publishedOn}`]),
  ].map(harmlessLine)
}

function describe(view: StoryView): string {
  const { record } = view
  const texts: [string, string][] = [
    ['什么情况', record.problem],
    ['做了什么', record.done],
    ['花了多少', Object.values(record.cost).filter(Boolean).join('；')],
    ['哪里没做好', record.failed],
    ['结果怎么样', record.result],
    ['怎么知道的', record.evidence.how],
    ['什么情况下不要照搬', record.caution],
  ]
  return [
    ...describeSummary(view),
    ...texts
      .filter(([, text]) => text !== '')
      .flatMap(([heading, text]) => ['', heading, ...text.split('\n').map(harmlessLine)]),
    ...(view.missing.length > 0 ? ['', '还缺：', missing(view)] : []),
  ].join('\n')
}
