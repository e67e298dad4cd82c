import { type Command, Option } from 'commander'
import type { PublishedChannel } from '../../updates/publishing/publishing-view.ts'
import type { Fingerprint, TrustOffer } from '../../updates/update-view.ts'
import { openPassphrases } from '../ask-passphrases.ts'
import { askService } from '../ask-service.ts'
import {
  absolute,
  keysOption,
  numberOption,
  onChannel,
  passphrasesOption,
  placeOf,
  placesOf,
  repositoryOf,
  rootPassphrases,
  toOption,
  type UnlockingOptions,
  workingPassphrases,
} from '../channel-options.ts'
import { CommandError, type GlobalOptions } from '../command-context.ts'
import { describeChannel, describeWords } from '../describe-channel.ts'

/** Changing keys, and keeping a repository in order and copied. */
export function addChannelCare(channel: Command): void {
  addKeys(channel)
  addFinish(channel)
  addCare(channel)
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
      .action((dir: string, name: string, options: UnlockingOptions & { holder?: string; newKeys?: string }) =>
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
            keysDirectory: placesOf(options),
            newKeysDirectory: options.newKeys,
          }
          const now = await client.call<PublishedChannel>('POST', `${route}/keys/${how}`, body)
          output.result(now, () => describeChannel(now))
        }),
      )
  }
}

function addFinish(channel: Command): void {
  channel
    .command('finish')
    .description('接着做完一次中断的密钥更换')
    .argument('<dir>', '频道的文件夹')
    .addOption(keysOption())
    .addOption(passphrasesOption())
    .action((dir: string, options: UnlockingOptions) =>
      onChannel(dir, options, async (client, output, shown, route) => {
        if (!shown.brokenChange) return output.result(shown, () => '没有中断的密钥更换。')
        const passphrases = shown.brokenChange.readersWait
          ? await workingPassphrases(shown, await openPassphrases(options.passphrases))
          : {}
        const body = { passphrases, keysDirectory: placesOf(options)?.[0] }
        const now = await client.call<PublishedChannel>('POST', `${route}/keys/finish`, body)
        output.result(now, () => describeChannel(now))
      }),
    )
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
      askService(options, async (client, output) => {
        const body = { from: repositoryOf(dir), to: options.to }
        const done = (await client.run<'copy-repository'>('/api/publishing/at/copy/start', body, output)).result
        if (done) output.result(done, () => `复制了 ${done.files} 个文件，${done.bytes} 字节：${done.to}`)
      }),
    )
  channel
    .command('verify')
    .description('逐个文件核对签名和内容')
    .argument('<repository>', '频道或发布文件的文件夹')
    .action((dir: string, options: GlobalOptions) =>
      askService(options, async (client, output) => {
        const body = { repository: repositoryOf(dir) }
        const done = (await client.run<'verify-repository'>('/api/publishing/at/verify/start', body, output)).result
        if (!done) return
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
    .argument('<place>', '频道、发布文件的文件夹、压缩包或网址，或 root.json')
    .action((place: string, options: GlobalOptions) =>
      askService(options, async (client, output) => {
        const fingerprint = /^https?:|\.zip$/i.test(place)
          ? (await client.call<TrustOffer>('POST', '/api/channels/inspect', { from: placeOf(place) })).fingerprint
          : await client.call<Fingerprint>('POST', '/api/publishing/at/fingerprint', { from: repositoryOf(place) })
        output.result(fingerprint, () => [...describeWords(fingerprint), fingerprint.hex].join('\n'))
      }),
    )
}
