import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { type Command, Option } from 'commander'
import type { ChannelChoice, PublishedChannel, ReleasePreview } from '../../updates/publishing/publishing-view.ts'
import { openPassphrases } from '../ask-passphrases.ts'
import { askService } from '../ask-service.ts'
import {
  absolute,
  keysOption,
  many,
  numberOption,
  onChannel,
  passphrasesOption,
  placesOf,
  type SigningOptions,
  toOption,
  type UnlockingOptions,
  workingPassphrases,
} from '../channel-options.ts'
import { CommandError, type GlobalOptions } from '../command-context.ts'
import { describeChannel, describePreview, describePublished } from '../describe-channel.ts'
import type { ServiceClient } from '../service-client.ts'
import { addChannelCare } from './channel-care.ts'

/** `xinhuo channel …`: everything that the publishing desk does. */
export function addChannelCommand(program: Command): void {
  const channel = program.command('channel').description('发布频道：建立、选材、预览、发布、更换密钥、核对')
  addInit(channel)
  addChoice(channel)
  addPublishing(channel)
  addChannelCare(channel)
}

function addInit(channel: Command): void {
  channel
    .command('init')
    .description('建立频道：生成密钥，由保管人依次设定口令')
    .argument('<dir>', '一个空的文件夹')
    .requiredOption('--id <id>', '频道的代号，如 guojia-zhengce')
    .requiredOption('--title <title>', '频道名称')
    .requiredOption('--publisher <name>', '发布单位')
    .addOption(many('--holder <name>', '根密钥保管人，每人一把，可写多次'))
    .addOption(numberOption('--threshold <n>', '更换密钥需要几位保管人签名').default(2))
    .addOption(new Option('--keys <dir>', '密钥文件另放的文件夹').argParser(absolute))
    .addOption(passphrasesOption())
    .action(
      (
        dir: string,
        options: SigningOptions &
          Record<'id' | 'title' | 'publisher', string> & { holder: string[]; threshold: number; keys?: string },
      ) =>
        askService(options, async (client, output) => {
          const holders = options.holder.length > 0 ? options.holder : ['第一保管人', '第二保管人', '第三保管人']
          const source = await openPassphrases(options.passphrases)
          const passphrases: Record<string, string> = {}
          const first = holders[0] ?? ''
          const asked = [
            { name: 'targets-1', holder: first },
            { name: 'release-1', holder: first },
          ]
          const roots = holders.map((holder, index) => ({ name: `root-${index + 1}`, holder }))
          for (const key of [...roots.slice(0, 1), ...asked, ...roots.slice(1)]) {
            passphrases[key.name] = await source.fresh(key)
          }
          const { id, title, publisher, threshold } = options
          const made = await client.call<PublishedChannel>('POST', '/api/publishing', {
            ...{ directory: path.resolve(dir), id, title, publisher, holders, threshold, passphrases },
            keysDirectory: options.keys,
          })
          output.result(made, () => describeChannel(made))
        }),
    )
}

function addChoice(channel: Command): void {
  channel
    .command('choose')
    .description('选材：按检索式和逐份加入；不写选项则列出现在的选材')
    .argument('<dir>', '频道的文件夹')
    .addOption(many('--query <query>', '检索式，如 "kind:policy topic:乡村振兴"'))
    .addOption(many('--item <id>', '逐份加入'))
    .addOption(many('--exclude <id>', '不要的'))
    .option('--clear', '先清空原来的选材', false)
    .action(
      (dir: string, options: GlobalOptions & { query: string[]; item: string[]; exclude: string[]; clear: boolean }) =>
        onChannel(dir, options, async (client, output, shown, route) => {
          const { query, item, exclude, clear } = options
          const before: ChannelChoice = clear ? { queries: [], items: [], excluded: [] } : shown.choice
          const choice: ChannelChoice = {
            queries: [...before.queries, ...query],
            items: [...before.items, ...item].filter((id) => !exclude.includes(id)),
            excluded: [...before.excluded, ...exclude].filter((id) => !item.includes(id)),
          }
          const isChanged = clear || query.length + item.length + exclude.length > 0
          const now = isChanged ? await client.call<PublishedChannel>('PUT', `${route}/choice`, choice) : shown
          output.result(now, () => describeChannel(now))
        }),
    )
  channel
    .command('withdraw')
    .description('撤回一份资料，下一版起生效；读者会看到原因')
    .argument('<dir>', '频道的文件夹')
    .argument('<item>', '资料的代号')
    .option('--reason <reason>', '原因')
    .option('--replaced-by <id>', '改用哪一份')
    .option('--undo', '不撤回了', false)
    .action(
      (dir: string, item: string, options: GlobalOptions & { reason?: string; replacedBy?: string; undo: boolean }) =>
        onChannel(dir, options, async (client, output, _shown, route) => {
          const { reason, replacedBy, undo } = options
          if (!undo && reason === undefined)
            throw new CommandError({ code: 'USAGE', what: '请用 --reason 写明撤回的原因。' })
          const now = undo
            ? await client.call<PublishedChannel>('DELETE', `${route}/withdraw/${encodeURIComponent(item)}`)
            : await client.call<PublishedChannel>('POST', `${route}/withdraw`, { itemId: item, reason, replacedBy })
          output.result(now, () => describeChannel(now))
        }),
    )
}

function addPublishing(channel: Command): void {
  channel
    .command('preview')
    .description('预览下一版有什么变化，并拟一份更新说明；不写任何文件')
    .argument('<dir>', '频道的文件夹')
    .option('--draft', '预览草稿版', false)
    .action((dir: string, options: GlobalOptions & { draft: boolean }) =>
      onChannel(dir, options, async (client, output, _shown, route) => {
        const preview = await previewOf(client, route, options.draft)
        output.result(preview, () => describePreview(preview))
      }),
    )
  const release = (command: Command) =>
    command
      .argument('<dir>', '频道的文件夹')
      .option('--notes <file>', '更新说明的文件，- 为标准输入；不写则用拟好的')
      .addOption(new Option('--archive <file>', '另写一个 .zip 文件').argParser(absolute))
      .addOption(toOption())
      .option('--next-expected <date>', '下一版预计哪天发布，如 2027-01-15；none 为不再写明')
      .addOption(keysOption())
      .addOption(passphrasesOption())
  type ReleaseOptions = UnlockingOptions & { notes?: string; archive?: string; to?: string; nextExpected?: string }
  const run = async (dir: string, options: ReleaseOptions, draft: boolean, promote: boolean) =>
    onChannel(dir, options, async (client, output, shown, route) => {
      const { nextExpected } = options
      if (nextExpected !== undefined) {
        if (!/^(?:\d{4}-\d{2}-\d{2}|none)$/.test(nextExpected))
          throw new CommandError({
            code: 'USAGE',
            what: `--next-expected 要写成 2027-01-15 这样，或 none。`,
            todo: '没有改动。',
          })
        await client.call('PUT', `${route}/next-expected`, { on: nextExpected === 'none' ? null : nextExpected })
      }
      const notes = await notesOf(options.notes, async () =>
        promote ? '' : (await previewOf(client, route, draft)).notes,
      )
      const source = await openPassphrases(options.passphrases)
      const passphrases = await workingPassphrases(shown, source)
      const { archive, to } = options
      const body = {
        notes,
        passphrases,
        keysDirectory: placesOf(options),
        archive,
        to,
        ...(!promote && { stage: draft ? 'draft' : 'released' }),
      }
      const job = await client.run<'publish'>(`${route}/${promote ? 'promote' : 'publish'}`, body, output)
      const done = job.result
      if (done) output.result(done, () => describePublished(done))
    })
  release(channel.command('publish').description('发布下一版'))
    .option('--draft', '发布为草稿版，先给检查的人看', false)
    .action((dir: string, options: ReleaseOptions & { draft: boolean }) => run(dir, options, options.draft, false))
  release(channel.command('promote').description('把草稿版原样发布为正式版')).action(
    (dir: string, options: ReleaseOptions) => run(dir, options, false, true),
  )
}

const previewOf = (client: ServiceClient, route: string, draft: boolean) =>
  client.call<ReleasePreview>('GET', `${route}/preview?stage=${draft ? 'draft' : 'released'}`)

async function notesOf(file: string | undefined, proposed: () => Promise<string>): Promise<string> {
  if (file === undefined) return proposed()
  if (file === '-') return text(process.stdin)
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new CommandError({ code: 'USAGE', what: `读不到更新说明 ${file}。`, todo: '没有改动。', cause })
  })
}
