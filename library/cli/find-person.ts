import type { StoryOffice } from '../stories/process/process-view.ts'
import { CommandError } from './command-context.ts'
import type { ServiceClient } from './service-client.ts'

/**
 * The id of who of the office acts, by name or id; undefined where nobody is named, which is this computer.
 * @throws {CommandError} USAGE when nobody of the office, or several, are called so
 */
export async function findPerson(client: ServiceClient, named: string | undefined): Promise<string | undefined> {
  if (named === undefined) return undefined
  const { people } = await client.call<StoryOffice>('GET', '/api/story-office')
  const here = people.filter(({ left }) => left !== true)
  const found = here.filter(({ id, name }) => id === named || name === named)
  if (found.length === 1) return found[0]?.id
  const names = here.map(({ name }) => name).join('、')
  throw new CommandError({
    code: 'USAGE',
    what: found.length === 0 ? `办公室里没有叫“${named}”的人。` : `办公室里有几位叫“${named}”的人，请改用编号。`,
    ...(names !== '' && { why: `现在有：${names}。` }),
    todo: '没有改动。可以用 xinhuo story office 查看和设置人员。',
  })
}
