import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { UnitProfile } from '../../templates/known/known-view.ts'
import type { Meaning } from '../../templates/meanings.ts'
import { askService } from '../ask-service.ts'
import { CommandError, type GlobalOptions } from '../command-context.ts'

/** What people call each meaning, its name first. */
type MeaningNames = Readonly<Record<Meaning, readonly string[]>>

/** `xinhuo unit show | set FILE.json | set MEANING=VALUE…` */
export function addUnitCommand(program: Command): void {
  const unit = program.command('unit').description('单位资料：填一次，所有文书都用')
  unit
    .command('show')
    .description('看单位资料')
    .action((options: GlobalOptions) =>
      askService(options, async (client, output) => {
        const profile = await client.call<UnitProfile>('GET', '/api/unit')
        const names = await client.call<MeaningNames>('GET', '/api/known/meanings')
        output.result(profile, () => describe(profile, names))
      }),
    )
  unit
    .command('set')
    .description('改单位资料：一个 .json 文件换掉全部，或逐项写 town.name=溪口镇；写 town.name= 删去这一项')
    .argument('<what...>', '.json 文件，或 含义=内容')
    .action((given: string[], options: GlobalOptions) =>
      askService(options, async (client, output) => {
        const before = await client.call<UnitProfile>('GET', '/api/unit')
        const names = await client.call<MeaningNames>('GET', '/api/known/meanings')
        const changed = await applyTo(before, given, names)
        const profile = await client.call<UnitProfile>('PUT', '/api/unit', changed)
        output.result(profile, () => describe(profile, names))
      }),
    )
}

/** The service judges what is in it. */
async function applyTo(before: UnitProfile, given: readonly string[], names: MeaningNames): Promise<unknown> {
  const [first = ''] = given
  if (given.length === 1 && !first.includes('=')) return readProfile(first)
  const values: Record<string, string> = { ...before.values }
  for (const one of given) {
    const at = one.indexOf('=')
    if (at < 1) throw usage(`“${one}”没有写成 含义=内容，例如 town.name=溪口镇。`)
    const named = one.slice(0, at).trim()
    values[meaningOf(named, names)] = one.slice(at + 1)
  }
  return { ...before, values }
}

/** By its own name, or as people call it: 镇名. */
function meaningOf(named: string, names: MeaningNames): string {
  const found = Object.entries(names).find(([meaning, words]) => meaning === named || words.includes(named))
  if (found) return found[0]
  throw usage(
    `不知道“${named}”是什么；可以写：${officeNames(names)
      .map(([meaning, name]) => `${meaning}（${name}）`)
      .join('、')}。`,
  )
}

const officeNames = (names: MeaningNames) =>
  (Object.entries(names) as [Meaning, readonly string[]][])
    .filter(([meaning]) => /^(province|city|county|town|unit)\./.test(meaning))
    .map(([meaning, words]) => [meaning, words[0]] as const)

async function readProfile(file: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(file, 'utf8')).replace(/^\ufeff/, ''))
  } catch (cause) {
    throw new CommandError({
      code: 'USAGE',
      what: '单位资料没有改动。',
      why: `${file} 不存在，或不是 JSON。`,
      todo: '可以先用 xinhuo unit show --json 看看写法。',
      cause,
    })
  }
}

const usage = (what: string) => new CommandError({ code: 'USAGE', what })

function describe({ values, villages }: UnitProfile, names: MeaningNames): string {
  const lines = officeNames(names).flatMap(([meaning, name]) =>
    values[meaning] ? [`${name}  ${values[meaning]}`] : [],
  )
  const listed = villages.map(({ name, groups }) => (groups.length > 0 ? `${name}（${groups.length} 组）` : name))
  if (listed.length > 0) lines.push(`村  ${listed.join('、')}`)
  return lines.length > 0 ? lines.join('\n') : '单位资料还没有填写。可以用 xinhuo unit set town.name=溪口镇 填写。'
}
