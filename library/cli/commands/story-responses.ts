import path from 'node:path'
import { type Command, Option } from 'commander'
import type { StoryTask } from '../../stories/process/process-view.ts'
import type {
  KeptResponses,
  ReadResponses,
  ResponsePage,
  StoryResponse,
  TakenResponses,
} from '../../stories/responses/response-view.ts'
import { askService } from '../ask-service.ts'
import { columnMatch, type NamedPair, namedPair } from '../column-match.ts'
import { CommandError, type GlobalOptions } from '../command-context.ts'
import { findFeed } from '../find-feed.ts'
import { findPerson } from '../find-person.ts'
import { findStory } from '../find-story.ts'
import { harmlessLine } from '../harmless-line.ts'
import type { ServiceClient } from '../service-client.ts'

const USEFUL = { yes: '有用', partly: '部分有用', no: '没有用' } as const
const TYPES = { opinion: '意见', suggestion: '建议', error: '有误', question: '提问' } as const

const byOption = () => new Option('--by <name>', '由谁来办：办公室名单上的姓名；不写就是本机')

/** `xinhuo story response add|read|list|answer|task|match|forget|export`: what comes back of stories and columns. */
export function addStoryResponses(story: Command): void {
  const response = story.command('response').description('反馈：录入卡片，读表格和反馈文件，答复，导出')
  addEntering(response)
  addReadingFiles(response)
  addListing(response)
  addAnswering(response)
  addMending(response)
  addExporting(response)
}

interface AddOptions extends GlobalOptions {
  readonly useful?: StoryResponse['useful']
  readonly type: StoryResponse['type']
  readonly text?: string
  readonly post?: string
  readonly on?: string
  readonly feed?: string
}

function addEntering(response: Command): void {
  response
    .command('add')
    .description('录入一张反馈卡片')
    .argument('<story>', '故事的编号、标题、拼音首字母或卡片上的编码')
    .addOption(new Option('--useful <judgement>', '有没有用').choices(Object.keys(USEFUL)))
    .addOption(new Option('--type <type>', '说的是什么').choices(Object.keys(TYPES)).default('opinion'))
    .option('--text <words>', '想说的话')
    .option('--post <post>', '说话人的岗位')
    .option('--on <date>', '哪一天，如 2026-03-05；不写就是今天')
    .option('--feed <feed>', '在哪个专栏里读到的')
    .action((named: string, options: AddOptions) =>
      askService(options, async (client, output) => {
        const { useful, type, text, post, on, feed } = options
        const card = {
          ...{ named, type, useful, text, post, givenOn: on ?? new Date().toLocaleDateString('sv') },
          ...(feed !== undefined && { feedId: (await findFeed(client, feed)).id }),
        }
        const kept = await client.call<KeptResponses>('POST', '/api/story-responses', { responses: [card] })
        output.result(kept, () =>
          [
            '记下了。',
            ...kept.unmatched.map((one) => `没有叫“${one}”的故事，先记着，可以以后再对上。`),
            ...kept.masked.map(({ says }) => `遮盖了个人信息：${says}`),
          ]
            .map(harmlessLine)
            .join('\n'),
        )
      }),
    )
}

interface ReadOptions extends GlobalOptions {
  readonly take: boolean
  readonly again: boolean
  readonly sheet?: string
  readonly column: readonly NamedPair[]
  readonly story: readonly NamedPair[]
  readonly feed?: string
}

function addReadingFiles(response: Command): void {
  response
    .command('read')
    .description('读触摸屏、问卷的 .xlsx 或 .csv，或别的薪火写的反馈文件；加 --take 收下')
    .argument('<file>', '文件')
    .option('--take', '收下读出来的；不写就只看', false)
    .option('--again', '看起来收过的也再收一次（两台机器可能收到一样的）', false)
    .option('--sheet <name>', '表格里的哪一张')
    .option(
      '--column <column=field>',
      '哪一列是什么：story、useful、text、suggestion、question、error、type、givenOn、post',
      namedPair,
      [],
    )
    .option('--story <name=id>', '文件里的叫法是哪个故事；等号后面空着就是不对', namedPair, [])
    .option('--feed <feed>', '都是说哪个专栏的')
    .action((file: string, options: ReadOptions) =>
      askService(options, async (client, output) => {
        const first = await client.call<ReadResponses>('POST', '/api/story-responses/read', {
          path: path.resolve(file),
        })
        const match = columnMatch(first.columns, options.column)
        const sheet = options.sheet ?? first.sheet
        const chosen = options.sheet !== undefined || match !== undefined
        const read = chosen
          ? await client.call<ReadResponses>('POST', `/api/story-responses/read/${first.upload}`, { sheet, match })
          : first
        if (!options.take) return output.result(read, () => describeRead(read))
        const stories = Object.fromEntries(
          await Promise.all(
            options.story.map(
              async ([named, id]) => [named, id === '' ? null : (await findStory(client, id)).id] as const,
            ),
          ),
        )
        const feedId = options.feed === undefined ? undefined : (await findFeed(client, options.feed)).id
        const body = { upload: read.upload, sheet, match, stories, feedId, again: options.again }
        const taken = await client.call<TakenResponses>('POST', '/api/story-responses/take', body)
        output.result(taken, () => describeTaken(taken))
      }),
    )
}

interface ListOptions extends GlobalOptions {
  readonly feed?: string
  readonly open: boolean
  readonly limit: string
}

function addListing(response: Command): void {
  response
    .command('list')
    .description('列出反馈，最近的在前')
    .argument('[story]', '只看一个故事的')
    .option('--feed <feed>', '只看一个专栏的')
    .option('--open', '只看还没有答复的提问', false)
    .option('--limit <n>', '最多列几条', '50')
    .action((named: string | undefined, options: ListOptions) =>
      askService(options, async (client, output) => {
        const query = new URLSearchParams({ limit: options.limit })
        if (named !== undefined) query.set('story', (await findStory(client, named)).id)
        if (options.feed !== undefined) query.set('feed', (await findFeed(client, options.feed)).id)
        if (options.open) query.set('open', 'true')
        const page = await client.call<ResponsePage>('GET', `/api/story-responses?${query}`)
        output.result(page, () => describePage(page))
      }),
    )
}

function addAnswering(response: Command): void {
  response
    .command('answer')
    .description('答复一个提问，随下一期发出')
    .argument('<response>', '反馈的编号，或它的开头')
    .argument('<text>', '答复；空着就是收回还没有发出的')
    .addOption(byOption())
    .action((named: string, text: string, options: GlobalOptions & { readonly by?: string }) =>
      askService(options, async (client, output) => {
        const person = await findPerson(client, options.by)
        const { id } = await findResponse(client, named)
        const answer = text.trim() === '' ? null : text
        const answered = await client.call<StoryResponse>('PUT', at(id), { answer }, person)
        output.result(answered, () => (answered.answer ? '答复了，随下一期发出。' : '收回了。'))
      }),
    )
  response
    .command('task')
    .description('把一条反馈转成故事的任务')
    .argument('<response>', '反馈的编号，或它的开头')
    .addOption(byOption())
    .action((named: string, options: GlobalOptions & { readonly by?: string }) =>
      askService(options, async (client, output) => {
        const person = await findPerson(client, options.by)
        const { id } = await findResponse(client, named)
        const task = await client.call<StoryTask>('POST', `${at(id)}/task`, {}, person)
        output.result(task, () => harmlessLine(`转成了任务：${task.text}`))
      }),
    )
}

function addMending(response: Command): void {
  response
    .command('match')
    .description('指明一条反馈说的是哪个故事')
    .argument('<response>', '反馈的编号，或它的开头')
    .argument('<story>', '故事的编号、标题，或它们的开头')
    .option('--same', '文件里这样叫的其他反馈也一样', false)
    .action((named: string, storyNamed: string, options: GlobalOptions & { readonly same: boolean }) =>
      askService(options, async (client, output) => {
        const { id } = await findResponse(client, named)
        const { id: storyId, title } = await findStory(client, storyNamed)
        const changed = await client.call<StoryResponse>('PUT', at(id), { storyId, same: options.same })
        output.result(changed, () => harmlessLine(`对上了：${title}`))
      }),
    )
  response
    .command('forget')
    .description('删去一条录错或不该留的反馈')
    .argument('<response>', '反馈的编号，或它的开头')
    .action((named: string, options: GlobalOptions) =>
      askService(options, async (client, output) => {
        const { id } = await findResponse(client, named)
        const gone = await client.call<StoryResponse>('DELETE', at(id))
        output.result(gone, () => harmlessLine(`删去了：${gone.text ?? (gone.useful ? USEFUL[gone.useful] : '')}`))
      }),
    )
}

function addExporting(response: Command): void {
  response
    .command('export')
    .description('把这里收到的反馈写成签名的文件，交给写故事的单位')
    .option('--story <story>', '只要一个故事的')
    .option('--feed <feed>', '只要一个专栏的')
    .requiredOption('--out <directory>', '写到哪个文件夹')
    .action((options: GlobalOptions & { readonly story?: string; readonly feed?: string; readonly out: string }) =>
      askService(options, async (client, output) => {
        const body = {
          directory: path.resolve(options.out),
          ...(options.story !== undefined && { story: (await findStory(client, options.story)).id }),
          ...(options.feed !== undefined && { feed: (await findFeed(client, options.feed)).id }),
        }
        const written = await client.call<{ file: string; responses: number }>(
          'POST',
          '/api/story-responses/export',
          body,
        )
        output.result(written, () => `写好了 ${written.responses} 条：${written.file}`)
      }),
    )
}

const at = (id: string) => `/api/story-responses/${encodeURIComponent(id)}`

async function findResponse(client: ServiceClient, named: string): Promise<StoryResponse> {
  const given = named.trim().toLowerCase()
  const { responses } = await client.call<ResponsePage>('GET', '/api/story-responses?limit=500')
  const found = responses.filter(({ id }) => given.length >= 4 && id.startsWith(given))
  if (found.length === 1 && found[0]) return found[0]
  throw new CommandError({
    code: 'USAGE',
    what: found.length === 0 ? `没有编号是“${named}”的反馈。` : `有几条反馈的编号都以“${named}”开头。`,
    todo: '用 xinhuo story response list 查看编号，至少写前四位。',
  })
}

function describeRead(read: ReadResponses): string {
  const columns = (read.columns ?? []).map(({ column, field }) => {
    const title = read.fields?.find((one) => one.field === field)?.title
    return `  ${column} → ${title ?? '不用'}`
  })
  const stories = read.stories.map(({ named, responses, title, maybe }) => {
    const meant =
      title ??
      (maybe.length === 0
        ? '没有对上'
        : `没有对上；可能是 ${maybe.map((one) => `${one.title}（${one.id}）`).join('、')}`)
    return `  ${named}（${responses} 条）→ ${meant}`
  })
  return [
    `${read.file}：${read.total} 条，其中 ${read.known} 条收过。`,
    ...(read.sender
      ? [`来自 ${read.sender.name ?? ''}（${read.sender.code}），写于 ${read.sender.writtenAt.slice(0, 10)}。`]
      : []),
    ...(columns.length > 0 ? ['各列：', ...columns] : []),
    ...(stories.length > 0 ? ['故事：', ...stories] : []),
    ...(read.personal > 0 ? [`有 ${read.personal} 条里有个人信息，收下时遮盖。`] : []),
    ...read.notes,
    ...read.refused.map(({ row, reason }) => `第 ${row} 行没有读：${reason}`),
    '还没有收下；加 --take 收下。',
  ]
    .map(harmlessLine)
    .join('\n')
}

function describeTaken(taken: TakenResponses): string {
  return [
    `收下 ${taken.taken} 条${taken.known > 0 ? `，${taken.known} 条以前收过` : ''}。`,
    ...(taken.masked > 0 ? [`遮盖了 ${taken.masked} 条里的个人信息。`] : []),
    ...taken.unmatched.map((named) => `没有对上故事：${named}`),
    ...taken.refused.map(({ row, reason }) => `第 ${row} 行没有收：${reason}`),
  ]
    .map(harmlessLine)
    .join('\n')
}

function describePage({ total, digest, responses }: ResponsePage): string {
  if (total === 0) return '没有反馈。'
  const { yes, partly, no } = digest.useful
  const words = digest.words.slice(0, 10).map(({ word, count }) => `${word}（${count}）`)
  return [
    `${total} 条。有用 ${yes}，部分有用 ${partly}，没有用 ${no}；还有 ${digest.unanswered} 个提问没有答复。`,
    ...(words.length > 0 ? [`说得多的：${words.join('、')}`] : []),
    ...responses.map((one) =>
      [
        one.id.slice(0, 8),
        one.givenOn,
        TYPES[one.type],
        one.useful && USEFUL[one.useful],
        one.text,
        one.answer && `答：${one.answer.text}`,
      ]
        .filter(Boolean)
        .join('  ')
        .replace(/\n+/g, ' '),
    ),
    ...(total > responses.length ? [`共 ${total} 条，用 --limit 多列一些。`] : []),
  ]
    .map(harmlessLine)
    .join('\n')
}
