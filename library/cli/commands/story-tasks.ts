import { type Command, Option } from 'commander'
import type { StoryEvent, StoryTask } from '../../stories/process/process-view.ts'
import type { StoryView } from '../../stories/story-view.ts'
import { askService } from '../ask-service.ts'
import type { GlobalOptions } from '../command-context.ts'
import { findPerson } from '../find-person.ts'
import { findStory } from '../find-story.ts'
import { harmlessLine } from '../harmless-line.ts'
import { ROLE_NAMES, STEP_NAMES } from '../story-words.ts'

const TYPES = { comment: '意见', change: '要改', task: '任务', suggestion: '建议' } as const
const ROLES = Object.keys(ROLE_NAMES)

type Titled = StoryTask & { readonly title: string }

/** `xinhuo story tasks|comment|done|record`. */
export function addStoryTasks(story: Command): void {
  story
    .command('tasks')
    .description('列出要做的事和意见，希望日期近的在前')
    .argument('[story]', '只看一个故事的')
    .addOption(new Option('--for <role>', '只看一种职责的').choices(ROLES))
    .option('--all', '连做完的一起列', false)
    .action((named: string | undefined, options: GlobalOptions & { for?: string; all: boolean }) =>
      askService(options, async (client, output) => {
        const given = { open: options.all ? undefined : 'true', for: options.for }
        const query = Object.entries(given).filter((one): one is [string, string] => one[1] !== undefined)
        const all = await client.call<Titled[]>('GET', `/api/story-tasks?${new URLSearchParams(query)}`)
        const only = named === undefined ? undefined : (await findStory(client, named, { own: true })).id
        const tasks = all.filter((task) => only === undefined || task.storyId === only)
        output.result(tasks, () => (tasks.length === 0 ? '没有要做的事。' : tasks.map(describeTask).join('\n')))
      }),
    )
  story
    .command('comment')
    .description('在一个故事上写意见或任务')
    .argument('<story>', '编号、标题，或它们的开头')
    .argument('<text>', '要说的话')
    .addOption(new Option('--type <type>', '哪一种').choices(['comment', 'change', 'task']).default('comment'))
    .option('--field <field>', '说的是哪一栏，如 result')
    .option('--quote <words>', '说的是哪几个字')
    .addOption(new Option('--for <role>', '请谁来做').choices(ROLES))
    .option('--due <date>', '希望在哪一天前')
    .option('--by <name>', '谁写的；不写就是本机')
    .action(
      (
        named: string,
        text: string,
        options: GlobalOptions & Record<'type' | 'field' | 'quote' | 'for' | 'due' | 'by', string | undefined>,
      ) =>
        askService(options, async (client, output) => {
          const person = await findPerson(client, options.by)
          const { id } = await findStory(client, named, { own: true })
          const { type, field, quote, for: role, due: dueOn } = options
          const body = { type, text, field, quote, for: role, dueOn }
          const view = await client.call<StoryView>(
            'POST',
            `/api/stories/${encodeURIComponent(id)}/tasks`,
            body,
            person,
          )
          output.result(view, () => harmlessLine(`记下了：${text}`))
        }),
    )
  story
    .command('done')
    .description('一件事做完了')
    .argument('<task>', '编号，见 xinhuo story tasks')
    .option('--answer <text>', '怎么做的')
    .option('--again', '还没有做完，重新打开', false)
    .option('--by <name>', '谁做的；不写就是本机')
    .action((id: string, options: GlobalOptions & { answer?: string; again: boolean; by?: string }) =>
      askService(options, async (client, output) => {
        const person = await findPerson(client, options.by)
        const body = { done: !options.again, answer: options.answer }
        const task = await client.call<StoryTask>('PUT', `/api/story-tasks/${encodeURIComponent(id)}`, body, person)
        output.result(task, () => harmlessLine(`${task.done ? '做完了' : '重新打开了'}：${task.text}`))
      }),
    )
  story
    .command('record')
    .description('看一个故事从头到尾是谁在什么时候办的')
    .argument('<story>', '编号、标题，或它们的开头')
    .action((named: string, options: GlobalOptions) =>
      askService(options, async (client, output) => {
        const { id } = await findStory(client, named, { own: true })
        const query = new URLSearchParams({ subject: 'story', id })
        const events = await client.call<StoryEvent[]>('GET', `/api/story-events?${query}`)
        output.result(events, () => events.map(describeEvent).join('\n'))
      }),
    )
}

function describeTask(task: Titled): string {
  return harmlessLine(
    [
      TYPES[task.type],
      task.dueOn && `希望 ${task.dueOn} 前`,
      task.for && `请${ROLE_NAMES[task.for]}的同事`,
      `《${task.title}》`,
      task.quote && `“${task.quote}”`,
      task.text,
      task.done && `（${task.done.by}：${task.done.answer ?? '做完了'}）`,
      task.id,
    ]
      .filter(Boolean)
      .join('  '),
  )
}

const EVENTS: Readonly<Record<StoryEvent['type'], string>> = {
  create: '开始写',
  edit: '改内容',
  step: '办一步',
  comment: '写意见',
  task: '写任务',
  'task-done': '做完一件事',
  overrule: '说明理由放行',
  'slip-sent': '写出文件',
  'slip-taken': '收下文件',
  pin: '放进专栏',
  exclude: '不放进专栏',
  'choice-removed': '取消专栏的选择',
  issue: '出一期',
  response: '反馈',
  discard: '删除',
  restore: '恢复',
}

function describeEvent(event: StoryEvent): string {
  const what = event.step === undefined ? EVENTS[event.type] : STEP_NAMES[event.step]
  const urgent = event.detail?.urgent === true ? '（紧急）' : ''
  const at = new Date(event.at).toLocaleString('zh-CN', { hour12: false })
  return harmlessLine(
    [`${event.number}`, at, event.by, `${what}${urgent}`, event.reason, event.hash.slice(0, 12)]
      .filter(Boolean)
      .join('  '),
  )
}
