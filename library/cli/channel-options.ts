import { existsSync } from 'node:fs'
import path from 'node:path'
import { Option } from 'commander'
import type { PublishedChannel, PublisherKey } from '../updates/publishing/publishing-view.ts'
import type { PassphraseSource } from './ask-passphrases.ts'
import { askService } from './ask-service.ts'
import type { GlobalOptions, Output } from './command-context.ts'
import { brokenNote } from './describe-channel.ts'
import type { ServiceClient } from './service-client.ts'

export interface SigningOptions extends GlobalOptions {
  readonly passphrases?: string
}
export interface UnlockingOptions extends SigningOptions {
  readonly keys: readonly string[]
}
export const absolute = (place: string) => path.resolve(place)
/** A path is meant from here, wherever the service runs. */
export const placeOf = (from: string) => (/^https?:/i.test(from) ? from : absolute(from))
const collect = (value: string, all: readonly string[]) => [...all, value]
export const many = (flags: string, description: string) =>
  new Option(flags, description).argParser(collect).default([])
export const passphrasesOption = () => new Option('--passphrases <file>', '口令文件 {密钥名: 口令}；不写则在终端输入')
export const keysOption = () => many('--keys <dir>', '密钥文件所在的文件夹，如保管人的U盘，可写多次')
export const toOption = () => new Option('--to <dir>', 'U盘或共享文件夹').argParser(absolute)
export const placesOf = ({ keys }: UnlockingOptions) => (keys.length > 0 ? keys.map(absolute) : undefined)
export const numberOption = (flags: string, description: string) => new Option(flags, description).argParser(Number)

/** Opens the channel of a folder, wherever the service runs. */
export const onChannel = (
  dir: string,
  options: GlobalOptions,
  work: (client: ServiceClient, output: Output, shown: PublishedChannel, route: string) => Promise<void>,
) =>
  askService(options, async (client, output) => {
    const directory = path.resolve(dir)
    const shown = await client.call<PublishedChannel>('POST', '/api/publishing/open', { directory })
    if (shown.brokenChange) output.note(brokenNote(shown))
    await work(client, output, shown, `/api/publishing/${shown.id}`)
  })

/** A publisher's folder, or the repository itself. */
export function repositoryOf(place: string): string {
  const directory = path.resolve(place)
  return existsSync(path.join(directory, 'channel.json')) ? path.join(directory, 'repository') : directory
}

/** Of the keys that sign versions, one each. */
export async function workingPassphrases({ keys }: Pick<PublishedChannel, 'keys'>, source: PassphraseSource) {
  const passphrases: Record<string, string> = {}
  for (const role of ['targets', 'release'] as const) {
    const key = keys.find((one) => one.role === role)
    const passphrase = key && (await source.of(key))
    if (key && passphrase !== undefined) passphrases[key.name] = passphrase
  }
  return passphrases
}

/** Of as many root keys as must sign, one holder after another. */
export async function rootPassphrases(keys: readonly PublisherKey[], threshold: number, source: PassphraseSource) {
  const passphrases: Record<string, string> = {}
  for (const key of keys.filter(({ role }) => role === 'root')) {
    if (Object.keys(passphrases).length === threshold) break
    const passphrase = await source.of(key)
    if (passphrase !== undefined) passphrases[key.name] = passphrase
  }
  return passphrases
}
