import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Kysely } from 'kysely'
import type { EditorialEventTable, LibraryTables } from '../../store/schema.ts'
import { findHead, findLastLink, insertLink, linksAfter, linksOf, saveHead } from './events.repository.ts'
import type { ChainVerification, StoryEvent } from './process-view.ts'

type Db = Kysely<LibraryTables>

/** What happened, before it is a link of the record. */
export type EventToAppend = Omit<StoryEvent, 'number' | 'previous' | 'hash'>

/** Links looked at together. */
const READ_TOGETHER = 1000

/**
 * Appends to the record, in the caller's transaction, so that nothing is done without being recorded. The new link
 * follows what is kept as the newest: links that went missing before stay missed for ever.
 */
export async function appendEvent(trx: Db, event: EventToAppend): Promise<StoryEvent> {
  const last = (await findHead(trx)) ?? (await findLastLink(trx))
  const unhashed = { ...event, number: (last?.number ?? 0) + 1, previous: last?.hash ?? '' }
  const body = canonicalize(unhashed)
  if (body === undefined) throw new TypeError('an event without a canonical form')
  const hash = hashOf(body)
  const { number, previous, subject, subjectId, at, by, type } = unhashed
  await insertLink(trx, { number, subject, subject_id: subjectId, at, by, type, body, previous, hash })
  await saveHead(trx, { number, hash })
  return toEvent({ number, subject, subject_id: subjectId, at, by, type, body, previous, hash })
}

/**
 * Goes through the whole record: every link's hash, that it names the one before, that none is missing between or at
 * the end. Whoever can rewrite all of the database can also rewrite all of the record; what left with slips and
 * columns still tells.
 */
export async function verifyChain(db: Db): Promise<ChainVerification> {
  let events = 0
  let previous = { number: 0, hash: '' }
  for (;;) {
    const links = await linksAfter(db, previous.number, READ_TOGETHER)
    for (const link of links) {
      const why = faultOf(link, previous)
      if (why !== undefined) return { events, broken: { number: link.number, why } }
      events += 1
      previous = link
    }
    if (links.length < READ_TOGETHER) break
  }
  const why = faultAtEnd(previous, await findHead(db))
  return why === undefined ? { events } : { events, broken: { number: previous.number + 1, why } }
}

/** What happened to a story or a column, first things first. */
export async function eventsOf(db: Db, subject: StoryEvent['subject'], id: string): Promise<StoryEvent[]> {
  return (await linksOf(db, subject, id)).map(toEvent)
}

function faultOf(link: EditorialEventTable, previous: { number: number; hash: string }): string | undefined {
  const { number, body, hash } = link
  if (number !== previous.number + 1) {
    const missing = number - previous.number - 1
    return missing === 1 ? `第 ${previous.number + 1} 条不见了` : `第 ${previous.number + 1} 至 ${number - 1} 条不见了`
  }
  if (hashOf(body) !== hash) return `第 ${number} 条写下以后被改动过`
  const said = readBody(body)
  const columns = {
    number,
    subject: link.subject,
    at: link.at,
    by: link.by,
    type: link.type,
    subjectId: link.subject_id,
  }
  const differs = Object.entries(columns).some(([name, value]) => said?.[name] !== value)
  if (differs || said?.previous !== link.previous) return `第 ${number} 条写下以后被改动过`
  if (link.previous !== previous.hash) {
    return number === 1 ? '第 1 条不是原来的第一条' : `第 ${number} 条和它前面的一条接不上`
  }
  return undefined
}

function faultAtEnd(last: { number: number; hash: string }, head: { number: number; hash: string } | undefined) {
  if (head === undefined) return last.number === 0 ? undefined : '记下的最后一条不见了，不知道末尾是否完整'
  if (head.number > last.number) return `末尾少了 ${head.number - last.number} 条`
  if (head.number < last.number) return `末尾多出了 ${last.number - head.number} 条`
  return head.hash === last.hash ? undefined : `第 ${last.number} 条不是原来的最后一条`
}

const hashOf = (body: string) => createHash('sha256').update(body).digest('hex')

function readBody(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** What the body cannot say any more, because somebody changed it, is said by the columns. */
function toEvent(link: EditorialEventTable): StoryEvent {
  return {
    ...(readBody(link.body) as Omit<StoryEvent, 'hash'> | undefined),
    number: link.number,
    subject: link.subject as StoryEvent['subject'],
    subjectId: link.subject_id,
    at: link.at,
    by: link.by,
    type: link.type as StoryEvent['type'],
    previous: link.previous,
    hash: link.hash,
  }
}
