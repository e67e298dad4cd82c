import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { type Command, Option } from 'commander'
import type {
  ChannelChoice,
  PublishedChannel,
  PublisherKey,
  ReleasePreview,
  RepositoryCopy,
  RepositoryVerification,
} from '../../updates/publishing/publishing-view.ts'
import type { Fingerprint } from '../../updates/update-view.ts'
import { openPassphrases, type PassphraseSource } from '../ask-passphrases.ts'
import { CommandError, createOutput, type GlobalOptions, type Output } from '../command-context.ts'
import { describeChannel, describePreview, describePublished, describeWords } from '../describe-channel.ts'
import { openServiceClient, type ServiceClient } from '../service-client.ts'

interface SigningOptions extends GlobalOptions {
  readonly passphrases?: string
  readonly keys?: string
}
type Work = (client: ServiceClient, output: Output) => Promise<void>

const absolute = (place: string) => path.resolve(place)
const collect = (value: string, all: readonly string[]) => [...all, value]
const many = (flags: string, description: string) => new Option(flags, description).argParser(collect).default([])
const passphrasesOption = () => new Option('--passphrases <file>', '口令文件 {密钥名: 口令}；不写则在终端输入')
const keysOption = () => new Option('--keys <dir>', '密钥文件所在的文件夹，如保管人的U盘').argParser(absolute)
const toOption = () => new Option('--to <dir>', 'U盘或共享文件夹').argParser(absolute)
const numberOption = (flags: string, description: string) => new Option(flags, description).argParser(Number)

/** `xinhuo channel …`: everything that the publishing desk does. */
export function addChannelCommand(program: Command): void {
  const channel = program.command('channel').description('发布频道：建立、选材、预览、发布、更换密钥、核对')
  addInit(channel)
  addChoice(channel)
  addPublishing(channel)
  addKeys(channel)
  addCare(channel)
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
          Record<'id' | 'title' | 'publisher', string> & { holder: string[]; threshold: number },
      ) =>
        asking(options, async (client, output) => {
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
      .addOption(keysOption())
      .addOption(passphrasesOption())
  type ReleaseOptions = SigningOptions & { notes?: string; archive?: string; to?: string }
  const run = async (dir: string, options: ReleaseOptions, draft: boolean, promote: boolean) =>
    onChannel(dir, options, async (client, output, shown, route) => {
      const notes = await notesOf(options.notes, async () =>
        promote ? '' : (await previewOf(client, route, draft)).notes,
      )
      const source = await openPassphrases(options.passphrases)
      const passphrases = await workingPassphrases(shown, source)
      const { archive, to, keys: keysDirectory } = options
      const body = {
        notes,
        passphrases,
        keysDirectory,
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

function addKeys(channel: Command): void {
  const kinds = [
    { how: 'rotate', description: '更换一把密钥，如换了保管人或到了年限' },
    { how: 'revoke', description: '作废一把丢失或泄露的密钥，并换上新的' },
  ] as const
  for (const { how, description } of kinds) {
    channel
      .command(how)
      .description(description)
      .argument('<dir>', '频道的文件夹')
      .argument('<key>', '密钥名，如 targets-1')
      .option('--holder <name>', '新密钥的保管人；不写则不变')
      .addOption(keysOption())
      .addOption(new Option('--new-keys <dir>', '新密钥文件放在哪里；不写则和旧的放在一起').argParser(absolute))
      .addOption(passphrasesOption().default(undefined, '在终端输入；文件里新密钥的口令叫 new'))
      .action((dir: string, name: string, options: SigningOptions & { holder?: string; newKeys?: string }) =>
        onChannel(dir, options, async (client, output, shown, route) => {
          const key = shown.keys.find((one) => one.name === name)
          if (!key)
            throw new CommandError({
              code: 'USAGE',
              what: `没有密钥 ${name}。`,
              why: shown.keys.map((one) => one.name).join('、'),
            })
          const source = await openPassphrases(options.passphrases)
          const usable = shown.keys.filter((one) => how === 'rotate' || one !== key)
          const passphrases = {
            ...(await rootPassphrases(usable, shown.threshold, source)),
            ...(key.role === 'root'
              ? {}
              : await workingPassphrases({ keys: usable.filter(({ role }) => role !== key.role) }, source)),
          }
          const holder = options.holder ?? key.holder
          const newPassphrase = await source.fresh({ name: 'new', holder })
          const body = {
            name,
            passphrases,
            newPassphrase,
            holder,
            keysDirectory: options.keys,
            newKeysDirectory: options.newKeys,
          }
          const now = await client.call<PublishedChannel>('POST', `${route}/keys/${how}`, body)
          output.result(now, () => describeChannel(now))
        }),
      )
  }
}

function addCare(channel: Command): void {
  channel
    .command('prune')
    .description('清理旧版本，只留最新的几版')
    .argument('<dir>', '频道的文件夹')
    .addOption(numberOption('--keep <n>', '留下几版').makeOptionMandatory())
    .action((dir: string, options: GlobalOptions & { keep: number }) =>
      onChannel(dir, options, async (client, output, _shown, route) => {
        const done = await client.call<{ removed: number; bytes: number }>('POST', `${route}/prune`, {
          keep: options.keep,
        })
        output.result(done, () => `清理了 ${done.removed} 个文件，${done.bytes} 字节。`)
      }),
    )
  channel
    .command('copy')
    .description('复制到U盘或共享文件夹；只写那里没有的')
    .argument('<dir>', '频道或发布文件的文件夹')
    .addOption(toOption().makeOptionMandatory())
    .action((dir: string, options: GlobalOptions & { to: string }) =>
      asking(options, async (client, output) => {
        const body = { from: repositoryOf(dir), to: options.to }
        const done = await client.call<RepositoryCopy>('POST', '/api/publishing/at/copy', body)
        output.result(done, () => `复制了 ${done.files} 个文件，${done.bytes} 字节：${done.to}`)
      }),
    )
  channel
    .command('verify')
    .description('逐个文件核对签名和内容')
    .argument('<repository>', '频道或发布文件的文件夹')
    .action((dir: string, options: GlobalOptions) =>
      asking(options, async (client, output) => {
        const body = { repository: repositoryOf(dir) }
        const done = await client.call<RepositoryVerification>('POST', '/api/publishing/at/verify', body)
        if (done.damaged.length > 0) process.exitCode = 1
        const head = `《${done.title}》第 ${done.version} 版，${done.items} 份，${done.objects} 个文件：`
        const found = done.damaged.map(({ file, reason }) => `  ${file}　${reason}`)
        output.result(done, () =>
          found.length === 0 ? `${head}全部完好。` : [`${head}${found.length} 处损坏`, ...found].join('\n'),
        )
      }),
    )
  channel
    .command('fingerprint')
    .description('显示要念给读者核对的十二个词')
    .argument('<place>', '频道、发布文件的文件夹，或 root.json')
    .action((place: string, options: GlobalOptions) =>
      asking(options, async (client, output) => {
        const body = { from: repositoryOf(place) }
        const fingerprint = await client.call<Fingerprint>('POST', '/api/publishing/at/fingerprint', body)
        output.result(fingerprint, () => [...describeWords(fingerprint), fingerprint.hex].join('\n'))
      }),
    )
}

async function asking(options: GlobalOptions, work: Work): Promise<void> {
  const client = await openServiceClient(options.library)
  try {
    await work(client, createOutput(options.json))
  } finally {
    await client.close()
  }
}

/** Opens the channel of a folder, wherever the service runs. */
const onChannel = (
  dir: string,
  options: GlobalOptions,
  work: (client: ServiceClient, output: Output, shown: PublishedChannel, route: string) => Promise<void>,
) =>
  asking(options, async (client, output) => {
    const directory = path.resolve(dir)
    const shown = await client.call<PublishedChannel>('POST', '/api/publishing/open', { directory })
    await work(client, output, shown, `/api/publishing/${shown.id}`)
  })

const previewOf = (client: ServiceClient, route: string, draft: boolean) =>
  client.call<ReleasePreview>('GET', `${route}/preview?stage=${draft ? 'draft' : 'released'}`)

/** A publisher's folder, or the repository itself. */
function repositoryOf(place: string): string {
  const directory = path.resolve(place)
  return existsSync(path.join(directory, 'channel.json')) ? path.join(directory, 'repository') : directory
}

async function notesOf(file: string | undefined, proposed: () => Promise<string>): Promise<string> {
  if (file === undefined) return proposed()
  if (file === '-') return text(process.stdin)
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new CommandError({ code: 'USAGE', what: `读不到更新说明 ${file}。`, todo: '没有改动。', cause })
  })
}

/** Of the keys that sign versions, one each. */
async function workingPassphrases({ keys }: Pick<PublishedChannel, 'keys'>, source: PassphraseSource) {
  const passphrases: Record<string, string> = {}
  for (const role of ['targets', 'release'] as const) {
    const key = keys.find((one) => one.role === role)
    const passphrase = key && (await source.of(key))
    if (key && passphrase !== undefined) passphrases[key.name] = passphrase
  }
  return passphrases
}

/** Of as many root keys as must sign, one holder after another. */
async function rootPassphrases(keys: readonly PublisherKey[], threshold: number, source: PassphraseSource) {
  const passphrases: Record<string, string> = {}
  for (const key of keys.filter(({ role }) => role === 'root')) {
    if (Object.keys(passphrases).length === threshold) break
    const passphrase = await source.of(key)
    if (passphrase !== undefined) passphrases[key.name] = passphrase
  }
  return passphrases
}
