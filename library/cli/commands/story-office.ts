import { randomBytes } from 'node:crypto'
import type { Command } from 'commander'
import type { OfficePerson, OfficeRole, StoryOffice } from '../../stories/process/process-view.ts'
import { askService } from '../ask-service.ts'
import { CommandError, type GlobalOptions } from '../command-context.ts'
import { findPerson } from '../find-person.ts'
import { harmlessLine } from '../harmless-line.ts'
import type { ServiceClient } from '../service-client.ts'
import { ROLE_NAMES } from '../story-words.ts'

interface SetOptions extends GlobalOptions {
  readonly name?: string
  readonly verifyDays?: string
  readonly approveDays?: string
  readonly publishDays?: string
  readonly reviewMonths?: string
  readonly by?: string
}

/** `xinhuo story office show|add|leave|set`: who works on stories here. */
export function addStoryOffice(story: Command): void {
  const office = story.command('office').description('谁在办故事：人员、分工、希望的天数')
  office
    .command('show')
    .description('看名单')
    .action((options: GlobalOptions) =>
      askService(options, async (client, output) => {
        const now = await read(client)
        output.result(now, () => describe(now))
      }),
    )
  office
    .command('add')
    .description('加一个人，或改他的分工')
    .argument('<name>', '姓名')
    .requiredOption(
      '--role <role...>',
      `分工：${Object.entries(ROLE_NAMES)
        .map(([id, name]) => `${id}（${name}）`)
        .join('、')}`,
    )
    .option('--by <name>', '谁设的；不写就是本机')
    .action((name: string, options: GlobalOptions & { role: readonly string[]; by?: string }) =>
      askService(options, async (client, output) => {
        const roles = options.role.flatMap((one) => one.split(/[,，、]/)).map(readRole)
        const before = await read(client)
        const known = before.people.find((person) => person.name === name)
        const id = known?.id ?? `p-${randomBytes(5).toString('hex')}`
        const person: OfficePerson = { id, name, roles }
        const people = known ? before.people.map((one) => (one === known ? person : one)) : [...before.people, person]
        const now = await save(client, { ...before, people }, options.by)
        output.result(now, () => describe(now))
      }),
    )
  office
    .command('leave')
    .description('一个人不再办故事；他办过的都留在记录里')
    .argument('<name>', '姓名')
    .option('--by <name>', '谁设的；不写就是本机')
    .action((name: string, options: GlobalOptions & { by?: string }) =>
      askService(options, async (client, output) => {
        const id = await findPerson(client, name)
        const before = await read(client)
        const people = before.people.map((one) => (one.id === id ? { ...one, left: true } : one))
        const now = await save(client, { ...before, people }, options.by)
        output.result(now, () => describe(now))
      }),
    )
  office
    .command('set')
    .description('办公室的名称、每一步希望的天数、发布后几个月复看')
    .option('--name <name>', '名称，印作发布单位')
    .option('--verify-days <n>', '报送到核实')
    .option('--approve-days <n>', '核实到审定')
    .option('--publish-days <n>', '审定到发布')
    .option('--review-months <n>', '发布后几个月复看')
    .option('--by <name>', '谁设的；不写就是本机')
    .action((options: SetOptions) =>
      askService(options, async (client, output) => {
        const before = await read(client)
        const { verifyDays, approveDays, publishDays, reviewMonths } = options
        const days = {
          verify: readNumber(verifyDays, before.days.verify),
          approve: readNumber(approveDays, before.days.approve),
          publish: readNumber(publishDays, before.days.publish),
        }
        const changed = {
          ...before,
          name: options.name ?? before.name,
          days,
          reviewMonths: readNumber(reviewMonths, before.reviewMonths),
        }
        const now = await save(client, changed, options.by)
        output.result(now, () => describe(now))
      }),
    )
}

const read = (client: ServiceClient) => client.call<StoryOffice>('GET', '/api/story-office')

const save = async (client: ServiceClient, office: StoryOffice, by: string | undefined) =>
  client.call<StoryOffice>('PUT', '/api/story-office', office, await findPerson(client, by))

function readRole(given: string): OfficeRole {
  const found = Object.entries(ROLE_NAMES).find(([id, name]) => id === given.trim() || name === given.trim())
  if (found) return found[0] as OfficeRole
  throw new CommandError({
    code: 'USAGE',
    what: `没有“${given}”这种分工。`,
    todo: `可以是 ${Object.entries(ROLE_NAMES)
      .map(([id, name]) => `${id}（${name}）`)
      .join('、')}。`,
  })
}

function readNumber(given: string | undefined, before: number): number {
  if (given === undefined) return before
  if (/^\d{1,3}$/.test(given)) return Number(given)
  throw new CommandError({ code: 'USAGE', what: `“${given}”不是一个数。`, todo: '没有改动。' })
}

function describe(office: StoryOffice): string {
  const people = office.people.map(
    ({ name, roles, left }) =>
      `  ${name}：${roles.map((role) => ROLE_NAMES[role]).join('、') || '没有分工'}${left ? '（已离开）' : ''}`,
  )
  const { verify, approve, publish } = office.days
  return [
    office.name || '（还没有名称）',
    ...(people.length > 0 ? people : ['  还没有人：本机只能写草稿和报送']),
    `希望的天数：核实 ${verify}，审定 ${approve}，发布 ${publish}；发布 ${office.reviewMonths} 个月后复看`,
  ]
    .map(harmlessLine)
    .join('\n')
}
