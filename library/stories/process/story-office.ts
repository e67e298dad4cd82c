import type { Kysely } from 'kysely'
import { findSetting, saveSetting } from '../../settings/settings.repository.ts'
import type { LibraryTables } from '../../store/schema.ts'
import { appendEvent } from './event-chain.ts'
import { ProcessError } from './process-errors.ts'
import type { OfficePerson, StoryOffice } from './process-view.ts'
import { StoryOfficeSchema } from './story-office.schema.ts'

type Db = Kysely<LibraryTables>

/** Where the office lives among the settings, and under what its changes stand in the record. */
export const STORY_OFFICE_KEY = 'story-office'

/** Who acts where nobody is named: may write drafts and submit them, nothing further. */
export const THIS_COMPUTER: OfficePerson = { id: 'this-computer', name: '本机', roles: ['writer'] }

/** Who works on stories here; nobody until it is set up, or where it is no longer understood. */
export async function readOffice(db: Db): Promise<StoryOffice> {
  const stored = await findSetting(db, STORY_OFFICE_KEY)
  return StoryOfficeSchema.safeParse(parse(stored)).data ?? StoryOfficeSchema.parse({})
}

/** Keeps who works on stories, and records who there was from then on: roles decide what a step was worth. */
export async function saveOffice(db: Db, office: StoryOffice, by: string, at: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (JSON.stringify(await readOffice(trx)) === JSON.stringify(office)) return
    await saveSetting(trx, STORY_OFFICE_KEY, JSON.stringify(office))
    const people = office.people.map(({ id, name, roles, left }) => ({ id, name, roles, ...(left && { left }) }))
    await appendEvent(trx, {
      subject: 'office',
      subjectId: STORY_OFFICE_KEY,
      type: 'edit',
      by,
      at,
      detail: { name: office.name, people },
    })
  })
}

/**
 * The person named in a request's `X-Xinhuo-Person` (percent-encoded id); {@link THIS_COMPUTER} without one.
 * @throws {ProcessError} PERSON_UNKNOWN
 */
export async function actingPerson(db: Db, headerValue: string | undefined): Promise<OfficePerson> {
  if (headerValue === undefined || headerValue === '') return THIS_COMPUTER
  const id = decode(headerValue)
  if (id === THIS_COMPUTER.id) return THIS_COMPUTER
  const person = (await readOffice(db)).people.find((one) => one.id === id && !one.left)
  if (person) return person
  throw new ProcessError({
    code: 'PERSON_UNKNOWN',
    what: '没有办：不知道是谁在办。',
    why: '选的人不在办公室的名单上，或已经离开。',
    todo: '内容没有改动。请重新选择由谁来办。',
  })
}

/** As {@link actingPerson}, for what is only read: whoever is no longer on the list sees it as this computer does. */
export const readingPerson = (db: Db, headerValue: string | undefined): Promise<OfficePerson> =>
  actingPerson(db, headerValue).catch((error: unknown) => {
    if (error instanceof ProcessError) return THIS_COMPUTER
    throw error
  })

function parse(stored: string | undefined): unknown {
  try {
    return JSON.parse(stored ?? '{}')
  } catch {
    return {}
  }
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
