import path from 'node:path'
import { type Command, Option } from 'commander'
import type { ChannelVerification } from '../../jobs/job-view.ts'
import type {
  AppliedUpdate,
  ChannelView,
  OfferedChange,
  TextConflict,
  TrustOffer,
  UpdateOffer,
} from '../../updates/update-view.ts'
import { CommandError, createOutput, type GlobalOptions, type Output } from '../command-context.ts'
import { openServiceClient, type ServiceClient } from '../service-client.ts'

interface FromOptions extends GlobalOptions {
  readonly from: string
}

/** A path is meant from here, wherever the service runs. */
const placeOf = (from: string) => (/^https?:/i.test(from) ? from : path.resolve(from))

const fromOption = () => new Option('--from <place>', '更新包所在的文件夹、zip 文件或网址').argParser(placeOf)

/** `xinhuo update …`: everything that the updates desk does. */
export function addUpdateCommand(program: Command): void {
  const update = program.command('update').description('内容更新：信任频道、查看、更新、退回、核对')
  addTrust(update)
  addCheckAndApply(update)
  addRollback(update)
  addChannelsList(update)
  addVerify(update)
  addConflicts(update)
}

function addTrust(update: Command): void {
  update
    .command('trust')
    .description('查看频道的核对词；核对一致后用 --fingerprint 添加频道')
    .addOption(fromOption().makeOptionMandatory())
    .option('--fingerprint <hex>', '已经核对一致的指纹（十六进制）；不写则只查看')
    .option('--root <file>', '从别的途径拿到的 root.json，代替核对')
    .action((options: FromOptions & { fingerprint?: string; root?: string }) =>
      withClient(options, async (client, output) => {
        const { from, fingerprint, root } = options
        if (fingerprint !== undefined || root !== undefined) {
          const trust = root === undefined ? { fingerprint } : { root: path.resolve(root) }
          const channel = await client.call<ChannelView>('POST', '/api/channels', { from, ...trust })
          output.result(channel, () => `已添加频道《${channel.title}》（${channel.publisher}）。`)
          return
        }
        const offer = await client.call<TrustOffer>('POST', '/api/channels/inspect', { from })
        output.result(offer, () => describeTrust(offer))
      }),
    )
}

function addCheckAndApply(update: Command): void {
  update
    .command('check')
    .description('查看更新包里有什么变化，不改动资料库')
    .addOption(fromOption().makeOptionMandatory())
    .action((options: FromOptions) =>
      withClient(options, async (client, output) => {
        const job = await client.run<'update-check'>('/api/updates/check', { from: options.from }, output)
        const offer = job.result
        if (offer) output.result(offer, () => describeOffer(offer))
      }),
    )
  update
    .command('apply')
    .description('更新到更新包里的版本')
    .addOption(fromOption().makeOptionMandatory())
    .addOption(new Option('--expect <version>', '只在更新包是这一版时更新').argParser(Number))
    .action((options: FromOptions & { expect?: number }) =>
      withClient(options, async (client, output) => {
        const body = { from: options.from, version: options.expect }
        const job = await client.run<'update'>('/api/updates/apply', body, output)
        const applied = job.result
        if (applied) output.result(applied, () => describeApplied(applied))
      }),
    )
}

function addRollback(update: Command): void {
  update
    .command('rollback')
    .description('退回频道的某一版（或再回到新版）；自己的资料和批注不受影响')
    .option('--channel <id>', '频道；只有一个频道时可以不写')
    .addOption(fromOption())
    .addOption(new Option('--to <version>', '版本；不写则退回前一版').argParser(Number))
    .action((options: GlobalOptions & { channel?: string; from?: string; to?: number }) =>
      withClient(options, async (client, output) => {
        const { from } = options
        const named = from && (await client.call<TrustOffer>('POST', '/api/channels/inspect', { from })).id
        const channel = await chooseChannel(client, options.channel ?? named)
        const version = options.to ?? previousVersion(channel)
        const path = `/api/channels/${channel.id}/roll-back`
        const job = await client.run<'roll-back'>(path, { version }, output)
        const done = job.result
        if (done) output.result(done, () => describeApplied(done))
      }),
    )
}

function addChannelsList(update: Command): void {
  update
    .command('channels')
    .description('列出已添加的频道')
    .action((options: GlobalOptions) =>
      withClient(options, async (client, output) => {
        const channels = await client.call<ChannelView[]>('GET', '/api/channels')
        output.result({ channels }, () => channels.map(describeChannel).join('\n') || '还没有添加频道。')
      }),
    )
  update
    .command('order')
    .description('排定频道的先后：同一份资料以排在前面的频道为准')
    .argument('<ids...>')
    .action((ids: string[], options: GlobalOptions) =>
      withClient(options, async (client, output) => {
        const channels = await client.call<ChannelView[]>('PUT', '/api/channels/order', { ids })
        output.result({ channels }, () => channels.map(describeChannel).join('\n'))
      }),
    )
  update
    .command('subscribe')
    .description('只要频道里某些主题的内容；不写主题则全要')
    .argument('<channel>')
    .argument('[topics...]')
    .action((id: string, topics: string[], options: GlobalOptions) =>
      withClient(options, async (client, output) => {
        const body = { topics: topics.length > 0 ? topics : null }
        const channel = await client.call<ChannelView>('PATCH', `/api/channels/${id}`, body)
        output.result(channel, () => describeChannel(channel))
      }),
    )
  update
    .command('remove')
    .description('移除频道；自己的资料、批注和收藏都留着')
    .argument('<channel>')
    .action((id: string, options: GlobalOptions) =>
      withClient(options, async (client, output) => {
        const removed = await client.call<{ removed: string }>('DELETE', `/api/channels/${id}`)
        output.result(removed, () => `已移除频道 ${id}。`)
      }),
    )
}

function addVerify(update: Command): void {
  update
    .command('verify')
    .description('逐份核对频道的内容和签名是否一致')
    .argument('[channel]', '频道；不写则核对全部')
    .addOption(new Option('--channel <id>', '同上').hideHelp())
    .option('--repair', '把受损的内容重新取回来', false)
    .addOption(new Option('--from <place>', '从哪里取回；不写则从上次更新的地方').argParser(placeOf))
    .action(
      (named: string | undefined, options: GlobalOptions & { channel?: string; repair: boolean; from?: string }) =>
        withClient(options, async (client, output) => {
          const { channel = named, repair, from } = options
          if (from !== undefined && !repair)
            throw new CommandError({ code: 'USAGE', what: '--from 要和 --repair 一起用。' })
          const all = await client.call<ChannelView[]>('GET', '/api/channels')
          const ids = channel === undefined ? all.map(({ id }) => id) : [channel]
          const results: ChannelVerification[] = []
          for (const id of ids) {
            const job = await client.run<'verify-channel'>(`/api/channels/${id}/verify`, { repair, from }, output)
            if (job.result) results.push(job.result)
          }
          const damaged = results.flatMap((result) => result.damaged)
          if (damaged.length > 0) process.exitCode = 1
          output.result({ channels: results }, () => describeVerification(results))
        }),
    )
}

function addConflicts(update: Command): void {
  update
    .command('conflicts')
    .description('列出自己改过、频道也更新了的资料')
    .action((options: GlobalOptions) =>
      withClient(options, async (client, output) => {
        const conflicts = await client.call<TextConflict[]>('GET', '/api/updates/conflicts')
        output.result({ conflicts }, () => conflicts.map(describeConflict).join('\n') || '没有需要选择的资料。')
      }),
    )
  update
    .command('choose')
    .description('同一份资料，用自己的还是用频道的')
    .argument('<item>')
    .argument('<choice>', 'own 或 channel')
    .action((item: string, choice: string, options: GlobalOptions) =>
      withClient(options, async (client, output) => {
        const done = await client.call<{ itemId: string; choice: string }>('POST', `/api/updates/conflicts/${item}`, {
          choice,
        })
        output.result(done, () => (choice === 'own' ? '保留自己的。' : '用频道的；自己的仍在历史版本里。'))
      }),
    )
}

async function withClient(
  options: GlobalOptions,
  work: (client: ServiceClient, output: Output) => Promise<void>,
): Promise<void> {
  const client = await openServiceClient(options.library)
  try {
    await work(client, createOutput(options.json))
  } finally {
    await client.close()
  }
}

async function chooseChannel(client: ServiceClient, id: string | undefined): Promise<ChannelView> {
  const channels = await client.call<ChannelView[]>('GET', '/api/channels')
  const chosen = id === undefined && channels.length === 1 ? channels[0] : channels.find((one) => one.id === id)
  if (chosen) return chosen
  throw new CommandError({
    code: 'USAGE',
    what: id === undefined ? '请用 --channel 指明频道。' : `没有频道 ${id}。`,
    ...(channels.length > 0 && { why: `现有的频道：${channels.map((one) => one.id).join('、')}` }),
  })
}

function previousVersion(channel: ChannelView): number {
  const before = channel.versions.map(({ version }) => version).find((version) => version < (channel.version ?? 0))
  if (before !== undefined) return before
  throw new CommandError({ code: 'USAGE', what: `《${channel.title}》没有更早的版本可以退回。`, todo: '没有改动。' })
}

const typeNames = { new: '新增', changed: '修改', withdrawn: '撤回', returned: '恢复' } as const
const validityNames = { 'in-force': '现行', 'not-yet': '尚未生效', repealed: '已废止', expired: '失效' } as const

function describeTrust({ title, publisher, fingerprint, known, replaces, from }: TrustOffer): string {
  const rows = [0, 4, 8].map((start) => fingerprint.words.slice(start, start + 4).join('  '))
  const next = known
    ? '这个频道已经添加过。'
    : `请向发布单位核对这十二个词；一致的话运行：\nxinhuo update trust --from ${from} --fingerprint ${fingerprint.hex}`
  const warning = replaces ? ['注意：已有同一代号的频道，根密钥却不同，可能有人冒充。'] : []
  return [`《${title}》　${publisher}`, ...warning, ...rows, next].join('\n')
}

function describeOffer(offer: UpdateOffer): string {
  const head = `《${offer.title}》　${offer.installedVersion === undefined ? '' : `第 ${offer.installedVersion} 版 → `}第 ${offer.version} 版`
  if (offer.state === 'current') return `${head}：已经是最新的。`
  const counts = countsOf(offer.changes)
  const touched = offer.touched.map(
    (work) => `  ${work.workName}：${work.title}（${work.itemTitle}${work.anchor ?? ''}）`,
  )
  return [
    head,
    counts,
    ...offer.changes.map(describeChange),
    ...(touched.length > 0 ? ['您的这些内容引用了有变化的地方：', ...touched] : []),
    `更新：xinhuo update apply --from ${offer.from}`,
  ].join('\n')
}

function describeChange({ type, title, itemId, validity, withdrawn }: OfferedChange): string {
  const notes = [validity && validityNames[validity], withdrawn?.reason].filter(Boolean).join('，')
  return `  ${typeNames[type]}　${title}　${itemId}${notes && `（${notes}）`}`
}

function countsOf(changes: readonly OfferedChange[]): string {
  const groups = Map.groupBy(changes, ({ type }) => type)
  return [...groups].map(([type, group]) => `${typeNames[type]} ${group.length}`).join(' · ') || '没有变化'
}

function describeApplied(applied: AppliedUpdate): string {
  const { title, version, conflicts } = applied
  const counts = `新增 ${applied.new} · 修改 ${applied.changed} · 撤回 ${applied.withdrawn}`
  const own = conflicts > 0 ? `\n${conflicts} 份您自己改过，保留了您的；用 xinhuo update conflicts 查看。` : ''
  return `《${title}》现在是第 ${version} 版：${counts}，${applied.seconds.toFixed(1)} 秒。${own}`
}

const describeChannel = (channel: ChannelView) =>
  `${channel.precedence}. ${channel.id}　《${channel.title}》　${channel.publisher}　${
    channel.version === undefined ? '还没有更新过' : `第 ${channel.version} 版，${channel.items} 份`
  }${channel.topics ? `　主题：${channel.topics.join('、')}` : ''}`

const describeConflict = ({ itemId, title, channelTitle, choice }: TextConflict) =>
  `${itemId}　${title}　频道《${channelTitle}》　${choice === undefined ? '未选择（现在用自己的）' : choice === 'own' ? '用自己的' : '用频道的'}`

const REST_DAMAGED = '那里没有其余的内容，或同样受损；请用 --from 指明另一处，或恢复备份。'

function describeVerification(results: readonly ChannelVerification[]): string {
  if (results.length === 0) return '还没有添加频道。'
  return results
    .map(({ channel, items, damaged, repaired }) =>
      [
        ...(repaired ? [`${channel}：从 ${repaired.from} 取回了 ${repaired.count} 处。`] : []),
        `${channel}：${items} 份，${damaged.length === 0 ? '全部一致。' : `${damaged.length} 处不一致：`}`,
        ...damaged.map(({ title, reason }) => `  ${title}　${reason}`),
        ...(damaged.length === 0
          ? []
          : [repaired ? REST_DAMAGED : `取回受损的内容：xinhuo update verify ${channel} --repair`]),
      ].join('\n'),
    )
    .join('\n')
}
