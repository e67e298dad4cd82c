import path from 'node:path'
import { type Command, Option } from 'commander'
import type { ChannelVerification } from '../../jobs/job-view.ts'
import type { ChannelView, TextConflict, TrustOffer } from '../../updates/update-view.ts'
import { askService } from '../ask-service.ts'
import { placeOf } from '../channel-options.ts'
import { CommandError, type GlobalOptions } from '../command-context.ts'
import {
  describeApplied,
  describeConflict,
  describeFollowedChannel,
  describeOffer,
  describeTrust,
  describeVerification,
} from '../describe-update.ts'
import type { ServiceClient } from '../service-client.ts'

interface FromOptions extends GlobalOptions {
  readonly from: string
}

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
      askService(options, async (client, output) => {
        const { from, root } = options
        const fingerprint = options.fingerprint?.trim().toLowerCase()
        if (fingerprint !== undefined && !/^[0-9a-f]{64}$/.test(fingerprint)) throw badFingerprint()
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
      askService(options, async (client, output) => {
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
      askService(options, async (client, output) => {
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
      askService(options, async (client, output) => {
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
      askService(options, async (client, output) => {
        const channels = await client.call<ChannelView[]>('GET', '/api/channels')
        output.result({ channels }, () => channels.map(describeFollowedChannel).join('\n') || '还没有添加频道。')
      }),
    )
  update
    .command('order')
    .description('排定频道的先后：同一份资料以排在前面的频道为准')
    .argument('<ids...>')
    .action((ids: string[], options: GlobalOptions) =>
      askService(options, async (client, output) => {
        const channels = await client.call<ChannelView[]>('PUT', '/api/channels/order', { ids })
        output.result({ channels }, () => channels.map(describeFollowedChannel).join('\n'))
      }),
    )
  update
    .command('subscribe')
    .description('只要频道里某些主题的内容；不写主题则全要')
    .argument('<channel>')
    .argument('[topics...]')
    .action((id: string, topics: string[], options: GlobalOptions) =>
      askService(options, async (client, output) => {
        const body = { topics: topics.length > 0 ? topics : null }
        const channel = await client.call<ChannelView>('PATCH', `/api/channels/${id}`, body)
        output.result(channel, () => describeFollowedChannel(channel))
      }),
    )
  update
    .command('remove')
    .description('移除频道；自己的资料、批注和收藏都留着')
    .argument('<channel>')
    .action((id: string, options: GlobalOptions) =>
      askService(options, async (client, output) => {
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
        askService(options, async (client, output) => {
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
      askService(options, async (client, output) => {
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
      askService(options, async (client, output) => {
        const done = await client.call<{ itemId: string; choice: string }>('POST', `/api/updates/conflicts/${item}`, {
          choice,
        })
        output.result(done, () => (choice === 'own' ? '保留自己的。' : '用频道的；自己的仍在历史版本里。'))
      }),
    )
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

const badFingerprint = () =>
  new CommandError({
    code: 'USAGE',
    what: '指纹要写全：64 个字符，只有 0–9 和 a–f。',
    todo: '没有添加频道。不写 --fingerprint 运行一次，核对十二个词后照抄显示的那一行。',
  })
