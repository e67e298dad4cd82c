import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Command, Option } from 'commander'
import type { SlipView } from '../../stories/process/process-view.ts'
import type { SlipContents } from '../../stories/slips/view-slip.ts'
import { openPassphrases } from '../ask-passphrases.ts'
import { askService } from '../ask-service.ts'
import { CommandError, type GlobalOptions } from '../command-context.ts'
import { findPerson } from '../find-person.ts'
import { findStory } from '../find-story.ts'
import { harmlessLine } from '../harmless-line.ts'
import type { ServiceClient } from '../service-client.ts'
import { STEP_NAMES } from '../story-words.ts'
import { readChange } from './story-steps.ts'

const TYPES = { submission: '报送', 'review-request': '送审', 'review-answer': '意见' } as const
const STATES = {
  new: '待写意见',
  answered: '已有意见',
  taken: '已办',
  waiting: '等着那一步',
  'out-of-date': '没有办',
  sent: '已写出',
} as const

type Written = SlipView & { readonly file: string }
interface WriteOptions extends GlobalOptions {
  readonly to: string
  readonly note?: string
  readonly seal?: string | true
  readonly sender?: string
  readonly by?: string
}

const KEY = { name: '这份文件', holder: '寄件人' }

/** `xinhuo story slip write|take|list|show|answer`: signed files between offices, carried on a stick or by mail. */
export function addStorySlips(story: Command): void {
  const slip = story.command('slip').description('报送件、送审件和意见：签名的文件，用U盘或邮件传递')
  writing(
    slip
      .command('write')
      .description('把一个故事写成报送件，或写成送审件请别处的人核实、审定')
      .argument('<story>', '编号、标题，或它们的开头')
      .addOption(new Option('--type <type>', '哪一种').choices(['submission', 'review-request']).default('submission'))
      .addOption(new Option('--step <step>', '请对方做什么').choices(['verify', 'approve']).default('verify')),
  ).action((named: string, options: WriteOptions & { type: string; step: string }) =>
    askService(options, async (client, output) => {
      const { id } = await findStory(client, named, { own: true })
      const body = { type: options.type, step: options.step, ...(await written(options)) }
      const person = await findPerson(client, options.by)
      const made = await client.call<Written>('POST', `/api/stories/${encodeURIComponent(id)}/slips`, body, person)
      output.result(made, () => `写好了：${made.file}\n请把文件交给收件的单位；口令请当面或打电话说。`)
    }),
  )
  slip
    .command('take')
    .description('收下别处来的文件')
    .argument('<file>', '以 .slip 结尾的文件')
    .option('--passphrase [file]', '文件封了口令：从这个文件里读，不写就在终端里输入')
    .option('--by <name>', '谁收的；不写就是本机')
    .action((file: string, options: GlobalOptions & { passphrase?: string | true; by?: string }) =>
      askService(options, async (client, output) => {
        const body = { file: path.resolve(file), passphrase: await passphraseFrom(options.passphrase, 'known') }
        const taken = await client.call<SlipView>('POST', '/api/slips', body, await findPerson(client, options.by))
        output.result(taken, () => describeTaken(taken))
      }),
    )
  slip
    .command('list')
    .description('列出写出和收下的文件，最近的在前')
    .action((options: GlobalOptions) =>
      askService(options, async (client, output) => {
        const slips = await client.call<SlipView[]>('GET', '/api/slips')
        output.result(slips, () => (slips.length === 0 ? '没有报送件和送审件。' : slips.map(describe).join('\n')))
      }),
    )
  slip
    .command('show')
    .description('看一份收下的文件')
    .argument('<slip>', '编号，或编号的开头')
    .action((named: string, options: GlobalOptions) =>
      askService(options, async (client, output) => {
        const { id } = await findSlip(client, named)
        const contents = await client.call<SlipContents>('GET', `/api/slips/${id}`)
        output.result(contents, () => describeContents(contents))
      }),
    )
  writing(
    slip
      .command('answer')
      .description('对收下的送审件写意见；报送来的故事退回以后，写一份退回的意见')
      .argument('<slip>', '编号，或编号的开头')
      .addOption(new Option('--answer <answer>', '同意，还是退回').choices(['agree', 'return']).makeOptionMandatory())
      .option('--remark <text...>', '一处意见，可以写成“栏目: 原文 => 意见”'),
  ).action((named: string, options: WriteOptions & { answer: string; remark?: readonly string[] }) =>
    askService(options, async (client, output) => {
      const { id } = await findSlip(client, named)
      const tasks = (options.remark ?? []).map(readChange)
      const body = { answer: options.answer, tasks, ...(await written(options)) }
      const person = await findPerson(client, options.by)
      const made = await client.call<Written>('POST', `/api/slips/${id}/answer`, body, person)
      output.result(made, () => `写好了：${made.file}\n请把文件交回寄件的单位。`)
    }),
  )
}

const writing = (command: Command): Command =>
  command
    .requiredOption('--to <dir>', 'U盘或文件夹')
    .option('--note <text>', '附一句话')
    .option('--seal [file]', '用口令封上：从这个文件里读，不写就在终端里输入')
    .option('--sender <name>', '署名；写一次就记住')
    .option('--by <name>', '谁写的；不写就是本机')

const written = async ({ to, note, seal, sender }: WriteOptions) => ({
  directory: path.resolve(to),
  note,
  passphrase: await passphraseFrom(seal, 'fresh'),
  senderName: sender,
})

/** Never as an argument: those are seen by all who use the machine. */
async function passphraseFrom(given: string | true | undefined, kind: 'fresh' | 'known'): Promise<string | undefined> {
  if (given === undefined) return undefined
  if (given === true) {
    const source = await openPassphrases(undefined)
    return kind === 'fresh' ? source.fresh(KEY) : source.of(KEY)
  }
  const text = await readFile(given, 'utf8').catch((cause: unknown) => {
    throw new CommandError({ code: 'USAGE', what: `口令文件 ${given} 读不出来。`, todo: '没有改动。', cause })
  })
  return text.split(/\r?\n/)[0]?.trim()
}

async function findSlip(client: ServiceClient, named: string): Promise<SlipView> {
  const slips = await client.call<SlipView[]>('GET', '/api/slips')
  const found = slips.filter(({ id }) => id.startsWith(named))
  if (found.length === 1 && found[0]) return found[0]
  throw new CommandError({
    code: 'USAGE',
    what: found.length === 0 ? `没有编号是“${named}”的文件。` : `有 ${found.length} 份文件的编号以“${named}”开头。`,
    todo: '用 xinhuo story slip list 查看编号。',
  })
}

const describe = (slip: SlipView): string =>
  harmlessLine(
    [
      TYPES[slip.type],
      slip.step && STEP_NAMES[slip.step],
      STATES[slip.state],
      slip.sentAt.slice(0, 10),
      `《${slip.title}》`,
      slip.from.name,
      slip.says,
      slip.id,
    ]
      .filter(Boolean)
      .join('  '),
  )

function describeTaken(slip: SlipView): string {
  const sender = `寄件人：${slip.from.name}（${slip.known ? '以前来过' : '第一次来，请打电话核对下面的词'}）`
  return [describe(slip), sender, `  ${slip.from.fingerprint}`].map(harmlessLine).join('\n')
}

function describeContents(slip: SlipContents): string {
  const { record } = slip
  const texts = record ? [record.problem, record.done, record.failed, record.result, record.caution] : []
  return [
    describeTaken(slip),
    ...(slip.note === undefined ? [] : [`附言：${slip.note}`]),
    ...texts.filter((text) => text !== '').flatMap((text) => text.split('\n')),
    ...slip.remarks.map(
      ({ field, quote, text }) => `意见：${[field, quote && `“${quote}”`, text].filter(Boolean).join(' ')}`,
    ),
  ]
    .flatMap((line) => line.split('\n'))
    .map(harmlessLine)
    .join('\n')
}
