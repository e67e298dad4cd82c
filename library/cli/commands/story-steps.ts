import type { Command } from 'commander'
import type { GateReport } from '../../stories/gate/gate-view.ts'
import type { StoryStep } from '../../stories/process/process-view.ts'
import type { StoryView } from '../../stories/story-view.ts'
import { askService } from '../ask-service.ts'
import { CommandError, type GlobalOptions } from '../command-context.ts'
import { findPerson } from '../find-person.ts'
import { findStory } from '../find-story.ts'
import { harmlessLine } from '../harmless-line.ts'
import type { ServiceClient } from '../service-client.ts'
import { STATE_NAMES, STEP_NAMES } from '../story-words.ts'

interface StepOptions extends GlobalOptions {
  readonly by?: string
  readonly reason?: string
  readonly on?: string
  readonly urgent?: boolean
  readonly change?: readonly string[]
}

const STEPS = [
  { step: 'submit', what: '报送：写好了，请人核实' },
  { step: 'verify', what: '核实：内容和来源对得上' },
  { step: 'approve', what: '审定：可以发布' },
  { step: 'schedule', what: '定时发布：到那一天自动发布' },
  { step: 'unschedule', what: '取消定时' },
  { step: 'publish', what: '发布：读者从现在起看得到' },
  { step: 'return', what: '退回：写明要改什么' },
  { step: 'correct', what: '更正：改一个已经发布的故事，改完再走一遍' },
  { step: 'retire', what: '退役：读者不再看到，原处留下日期和理由' },
] as const satisfies readonly { step: StoryStep; what: string }[]

/** `xinhuo story submit|verify|approve|schedule|unschedule|publish|return|correct|retire`. */
export function addStorySteps(story: Command): void {
  for (const { step, what } of STEPS) {
    const command = story
      .command(step)
      .description(what)
      .argument('<story>', '编号、标题，或它们的开头')
      .option('--by <name>', '由谁来办：办公室名单上的姓名；不写就是本机')
      .option('--reason <text>', '理由')
    if (step === 'schedule') command.requiredOption('--on <date>', '哪一天，如 2026-03-01')
    if (step === 'retire') command.option('--urgent', '紧急退役：上一步就是自己办的也可以，会记下来', false)
    if (step === 'return') {
      command.option(
        '--change <text...>',
        '要改的一处，可以写成“栏目: 原文 => 意见”，如 failed: 返工一次 => 花了多少钱',
      )
    }
    command.action((named: string, options: StepOptions) =>
      askService(options, async (client, output) => {
        const view = await takeStoryStep(client, named, step, options)
        // Whoever checks next is stopped by these, so whoever is at it now hears of them.
        const gate = step === 'submit' || step === 'verify' ? await gateOf(client, view.id) : undefined
        output.result(view, () => [describeStep(view, step), ...(gate ? describeGate(gate, step) : [])].join('\n'))
      }),
    )
  }
}

/** Takes a step on the record that is there when it is asked for. */
export async function takeStoryStep(
  client: ServiceClient,
  named: string,
  step: StoryStep,
  options: StepOptions,
): Promise<StoryView> {
  const person = await findPerson(client, options.by)
  const { id } = await findStory(client, named, { own: true })
  const { recordSha256: read } = await client.call<StoryView>('GET', at(id))
  const { reason, on, urgent, change } = options
  const body = { step, reason, on, urgent, changes: change?.map(readChange), read }
  return client.call<StoryView>('POST', `${at(id)}/steps`, body, person)
}

export const describeStep = (view: StoryView, step: StoryStep): string =>
  harmlessLine(
    [
      `办了“${STEP_NAMES[step]}”：${view.title || '（还没有标题）'}，现在${STATE_NAMES[view.state]}。`,
      view.scheduledFor === undefined ? '' : `${view.scheduledFor} 自动发布。`,
      view.dueOn === undefined ? '' : `下一步希望在 ${view.dueOn} 前办。`,
    ].join(''),
  )

const at = (id: string) => `/api/stories/${encodeURIComponent(id)}`

/** `failed: 返工一次 => 花了多少钱`, or only what is meant. */
export function readChange(text: string): { field?: string; quote?: string; text: string } {
  const match = /^\s*([a-z]+(?:\/[A-Za-z0-9]+)*)\s*[:：]\s*(?:(.+?)\s*=>\s*)?(.+)$/su.exec(text)
  if (!match) return { text }
  const [, field, quote, says] = match
  if (field === undefined || says === undefined) {
    throw new CommandError({ code: 'USAGE', what: `这一处看不懂：${text}` })
  }
  return { field, ...(quote !== undefined && { quote }), text: says }
}

const gateOf = (client: ServiceClient, id: string) => client.call<GateReport>('GET', `${at(id)}/gate`)

function describeGate({ findings }: GateReport, step: StoryStep): string[] {
  const open = findings.filter((finding) => finding.overruled === undefined)
  if (open.length === 0) return []
  const lines = open.map(({ severity, says }) =>
    harmlessLine(`  ${severity === 'must' ? '必须处理' : '请看一看'}：${says}`),
  )
  return [`发布前检查提醒（不妨碍${STEP_NAMES[step]}，审定和发布以前要处理好）：`, ...lines]
}
