import { readFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import type { FeedDefinition } from '../../feeds/feed.schema.ts'
import type { FeedEntry, FeedPreview, FeedSummary, FeedView, ReadyColumn } from '../../feeds/feed-view.ts'
import type { StoryEvent } from '../../stories/process/process-view.ts'
import { askWithExamples } from '../ask-service.ts'
import { CommandError, type GlobalOptions } from '../command-context.ts'
import { describeEntries, describeFeed, describeFeeds, describePreview, describeRecord } from '../describe-feed.ts'
import { findFeed } from '../find-feed.ts'
import { findPerson } from '../find-person.ts'
import { findStory } from '../find-story.ts'
import type { ServiceClient } from '../service-client.ts'
import { addFeedOutputs } from './feed-outputs.ts'

const FEED = '编号、名称，或它们的开头'

/** Who acts is recorded. */
export type ActingOptions = GlobalOptions & { readonly by?: string }

/** `xinhuo feed …`: columns, what is in them, and where they go. */
export function addFeedCommand(program: Command): void {
  const feed = program.command('feed').description('专栏：选稿、出刊、生成、核对')
  addReading(feed)
  addRecord(feed)
  addDefining(feed)
  addChoosing(feed)
  addIssuing(feed)
  addFeedOutputs(feed, FEED)
}

function addReading(feed: Command): void {
  feed
    .command('list')
    .description('列出专栏')
    .action((options: GlobalOptions) =>
      askWithExamples(options, async (client, output) => {
        const feeds = await client.call<FeedSummary[]>('GET', '/api/feeds')
        output.result(feeds, () => describeFeeds(feeds))
      }),
    )
  const reading = [
    { name: 'show', what: '看一个专栏的设置、指定和排除的故事、生成到哪里', path: '', describe: describeFeed },
    { name: 'preview', what: '看下一期会登什么，为什么', path: '/preview', describe: describePreview },
    { name: 'entries', what: '看登过什么，新的在前', path: '/entries', describe: describeEntries },
  ] as const
  for (const { name, what, path, describe } of reading) {
    feed
      .command(name)
      .description(what)
      .argument('<feed>', FEED)
      .action((named: string, options: GlobalOptions) =>
        askWithExamples(options, async (client, output) => {
          const found = await client.call<FeedView & FeedPreview & FeedEntry[]>(
            'GET',
            `${at(await findFeed(client, named))}${path}`,
          )
          output.result(found, () => describe(found))
        }),
      )
  }
}

function addRecord(feed: Command): void {
  feed
    .command('record')
    .description('看一个专栏的记录：谁在什么时候做了什么')
    .argument('<feed>', FEED)
    .action((named: string, options: GlobalOptions) =>
      askWithExamples(options, async (client, output) => {
        const { id } = await findFeed(client, named)
        const query = new URLSearchParams({ subject: 'feed', id })
        const events = await client.call<StoryEvent[]>('GET', `/api/story-events?${query}`)
        output.result(events, () => describeRecord(events))
      }),
    )
}

type DefinitionOptions = ActingOptions & { readonly title?: string; readonly data?: string; readonly ready?: string }

function addDefining(feed: Command): void {
  feed
    .command('ready')
    .description('列出现成的专栏，新开时可以从它们起步')
    .action((options: GlobalOptions) =>
      askWithExamples(options, async (client, output) => {
        const ready = await client.call<ReadyColumn[]>('GET', '/api/feeds/ready')
        output.result(ready, () =>
          ready.map(({ id, name, description }) => `${id}  ${name}：${description}`).join('\n'),
        )
      }),
    )
  acting(feed, 'create', '新开一个专栏')
    .option('--title <title>', '名称')
    .option('--data <file>', '专栏的设置（JSON）')
    .option('--ready <id>', '从哪个现成的专栏起步（见 feed ready）；不写时从第一个起步')
    .action((options: DefinitionOptions) =>
      askWithExamples(options, async (client, output) => {
        const begun = options.data === undefined ? await readyDefinition(client, options.ready) : {}
        const body = { ...begun, ...(await changeOf(options)) }
        const made = await client.call<FeedView>('POST', '/api/feeds', body, await findPerson(client, options.by))
        output.result(made, () => `新开了专栏：${made.title}（${made.id}）。用 xinhuo feed preview 看下一期会登什么。`)
      }),
    )
  acting(feed, 'edit', '改一个专栏的设置；没有写的照旧')
    .argument('<feed>', FEED)
    .option('--title <title>', '名称')
    .option('--data <file>', '要改的设置（JSON）')
    .action((named: string, options: DefinitionOptions) =>
      askWithExamples(options, async (client, output) => {
        const found = await findFeed(client, named)
        const { definition, updatedAt } = await client.call<FeedView>('GET', at(found))
        const body = { ...definition, ...(await changeOf(options)) }
        const place = `${at(found)}?${new URLSearchParams({ read: updatedAt })}`
        const after = await client.call<FeedView>('PUT', place, body, await findPerson(client, options.by))
        output.result(after, () => `保存了：${after.title}`)
      }),
    )
  acting(feed, 'delete', '删除一个专栏，三十天内可以恢复')
    .argument('<feed>', FEED)
    .action((named: string, options: ActingOptions) =>
      askWithExamples(options, async (client, output) => {
        const person = await findPerson(client, options.by)
        const gone = await client.call<FeedView>('DELETE', at(await findFeed(client, named)), undefined, person)
        output.result(gone, () => `删除了：${gone.title}。三十天内可以用 xinhuo feed restore ${gone.id} 恢复。`)
      }),
    )
  acting(feed, 'restore', '恢复三十天内删除的专栏')
    .argument('<feed>', FEED)
    .action((named: string, options: ActingOptions) =>
      askWithExamples(options, async (client, output) => {
        const person = await findPerson(client, options.by)
        const gone = await findFeed(client, named, { state: 'discarded' })
        const back = await client.call<FeedView>('POST', `${at(gone)}/restore`, undefined, person)
        output.result(back, () => `恢复了：${back.title}`)
      }),
    )
}

function addChoosing(feed: Command): void {
  const choices = [
    { name: 'pin', what: '指定要登一个故事，不管条件', says: '指定要登' },
    { name: 'exclude', what: '排除一个故事，不管条件', says: '排除了' },
  ] as const
  for (const { name, what, says } of choices) {
    acting(feed, name, what)
      .argument('<feed>', FEED)
      .argument('<story>', FEED)
      .requiredOption('--reason <words>', '理由，会记下来')
      .action((named: string, story: string, options: ActingOptions & { readonly reason: string }) =>
        askWithExamples(options, async (client, output) => {
          const person = await findPerson(client, options.by)
          const place = `${at(await findFeed(client, named))}/choices`
          const { id, title } = await findStory(client, story)
          const body = { choice: name, reason: options.reason }
          const view = await client.call<FeedView>('PUT', `${place}/${encodeURIComponent(id)}`, body, person)
          output.result(view, () => `${says}：${title}。`)
        }),
      )
  }
  acting(feed, 'unpin', '不再指定或排除，照条件选')
    .argument('<feed>', FEED)
    .argument('<story>', FEED)
    .action((named: string, story: string, options: ActingOptions) =>
      askWithExamples(options, async (client, output) => {
        const person = await findPerson(client, options.by)
        const place = `${at(await findFeed(client, named))}/choices`
        const { id, title } = await findStory(client, story)
        const view = await client.call<FeedView>('DELETE', `${place}/${encodeURIComponent(id)}`, undefined, person)
        output.result(view, () => `照条件选：${title}。`)
      }),
    )
}

function addIssuing(feed: Command): void {
  acting(feed, 'issue', '出下一期：登新故事、更正、撤回和答复')
    .argument('<feed>', FEED)
    .option('--story <story...>', '只登这些故事')
    .action((named: string, options: ActingOptions & { readonly story?: readonly string[] }) =>
      askWithExamples(options, async (client, output) => {
        const person = await findPerson(client, options.by)
        const found = await findFeed(client, named)
        const stories: string[] = []
        for (const story of options.story ?? []) stories.push((await findStory(client, story)).id)
        const body = stories.length > 0 ? { stories } : {}
        const view = await client.call<FeedView>('POST', `${at(found)}/issues`, body, person)
        output.result(view, () => `出了第 ${view.issue} 期：${view.title}，现在一共登着 ${view.entries} 篇。`)
      }),
    )
  acting(feed, 'withdraw', '马上撤下登过的一篇，读者会看到原因')
    .argument('<feed>', FEED)
    .argument('<story>', '故事的编号、标题，或登出的编号（tag:…）')
    .requiredOption('--reason <words>', '原因，读者会看到')
    .action((named: string, story: string, options: ActingOptions & { readonly reason: string }) =>
      askWithExamples(options, async (client, output) => {
        const person = await findPerson(client, options.by)
        const found = await findFeed(client, named)
        const entry = await findEntry(client, found, story)
        const body = { entryId: entry.id, reason: options.reason }
        const view = await client.call<FeedView>('POST', `${at(found)}/withdrawals`, body, person)
        output.result(
          view,
          () => `撤下了：${entry.title}。再生成一次，读者那里就换成撤回说明；以后要再登，先用 feed pin 指定它。`,
        )
      }),
    )
}

/** The entry that still stands of a story that is named, or the one with that id. */
async function findEntry(client: ServiceClient, feed: FeedSummary, named: string): Promise<FeedEntry> {
  const entries = await client.call<FeedEntry[]>('GET', `${at(feed)}/entries`)
  const stories = entries.filter(({ type }) => type === 'story')
  const gone = new Set(entries.filter(({ type }) => type === 'withdrawal').map(({ of }) => of))
  const exact = stories.find(({ id }) => id === named)
  const found = stories.filter(
    ({ id, storyId, title }) => !gone.has(id) && (storyId === named || title.startsWith(named)),
  )
  const entry = exact ?? (found.length === 1 ? found[0] : undefined)
  if (entry) return entry
  throw new CommandError({
    code: 'USAGE',
    what: found.length === 0 ? `专栏里没有登着“${named}”。` : `专栏里有 ${found.length} 篇都像是“${named}”。`,
    todo: '用 xinhuo feed entries 查看登过什么。',
  })
}

const acting = (feed: Command, name: string, what: string): Command =>
  feed.command(name).description(what).addOption(new Option('--by <person>', '谁来办，写姓名；会记下来'))

async function readyDefinition(client: ServiceClient, id: string | undefined): Promise<Partial<FeedDefinition>> {
  const ready = await client.call<ReadyColumn[]>('GET', '/api/feeds/ready')
  const found = id === undefined ? ready[0] : ready.find((one) => one.id === id || one.name === id)
  if (found) return found.definition
  throw new CommandError({
    code: 'USAGE',
    what: `没有“${id}”这个现成的专栏。`,
    todo: '用 xinhuo feed ready 查看有哪些。',
  })
}

/** What is to be changed: from the file, and the title. */
async function changeOf({ data, title }: DefinitionOptions): Promise<Partial<FeedDefinition>> {
  const read = data === undefined ? {} : await readObject(data)
  return { ...read, ...(title !== undefined && { title }) }
}

async function readObject(file: string): Promise<object> {
  const fault = (why: string, cause?: unknown) =>
    new CommandError({ code: 'USAGE', what: `读不懂 ${file}。`, why, todo: '专栏没有改动。', cause })
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw fault('文件打不开。', error)
  })
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    throw fault('它不是 JSON。', error)
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw fault('它应当是一个专栏的设置。')
}

const at = ({ id }: Pick<FeedSummary, 'id'>) => `/api/feeds/${encodeURIComponent(id)}`
