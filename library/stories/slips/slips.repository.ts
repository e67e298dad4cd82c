import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import type { LibraryTables, SlipTable } from '../../store/schema.ts'
import type { SlipView } from '../process/process-view.ts'
import { type ReviewRequest, SlipBody } from './slip.schema.ts'

type Db = Kysely<LibraryTables>

/** A slip that went out or came in, and what became of it. */
export interface KeptSlip {
  readonly direction: 'in' | 'out'
  readonly state: SlipView['state']
  readonly body: SlipBody
  /** Why it is in this state, in a sentence. */
  readonly says?: string | undefined
  readonly takenAt?: string | undefined
  /** The record as it is kept here, where that is another than the one sent. */
  readonly recordSha256?: string | undefined
}

/** A slip as lists show it. */
export interface ListedSlip extends Pick<KeptSlip, 'direction' | 'state' | 'says'> {
  readonly body: Pick<SlipBody, 'id' | 'type' | 'storyId' | 'title' | 'sender' | 'sentAt' | 'note'> &
    Pick<SlipView, 'step' | 'answer'>
}

/** Requests of one sender that a new one is compared with. */
const REMEMBERED = 50

const Stored = z.object({ body: SlipBody, says: z.string().optional() })

/** False when a slip of this id is here already: it stays as it is. */
export async function insertSlip(trx: Db, slip: KeptSlip): Promise<boolean> {
  const { body, says, direction, state } = slip
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('slip')
    .values({
      id: body.id,
      type: body.type,
      direction,
      story_id: body.storyId,
      title: body.title,
      sender: body.sender.publicKey,
      sender_name: body.sender.name,
      step: body.type === 'submission' ? null : body.step,
      answer: body.type === 'review-answer' ? body.answer : null,
      note: body.note ?? null,
      record_sha256: slip.recordSha256 ?? body.recordSha256,
      body: JSON.stringify({ body, says }),
      state,
      sent_at: body.sentAt,
      taken_at: slip.takenAt ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function findSlip(db: Db, id: string): Promise<KeptSlip | undefined> {
  const row = await db.selectFrom('slip').where('id', '=', id).selectAll().executeTakeFirst()
  return row && toSlip(row)
}

/** The newest first, without what was in them. */
export async function listSlips(db: Db, limit: number): Promise<ListedSlip[]> {
  const rows = await db
    .selectFrom('slip')
    .orderBy((order) => order.fn.coalesce('taken_at', 'sent_at'), 'desc')
    .orderBy('id')
    .limit(limit)
    .select(['id', 'type', 'direction', 'state', 'story_id', 'title', 'sender', 'sender_name', 'step', 'answer'])
    .select(['note', 'sent_at', sql<string | null>`json_extract(body, '$.says')`.as('says')])
    .execute()
  return rows.map((row) => ({
    direction: row.direction as ListedSlip['direction'],
    state: row.state as ListedSlip['state'],
    says: row.says ?? undefined,
    body: {
      id: row.id,
      type: row.type as SlipView['type'],
      storyId: row.story_id,
      title: row.title,
      sender: { name: row.sender_name, publicKey: row.sender },
      sentAt: row.sent_at,
      step: (row.step as SlipView['step'] | null) ?? undefined,
      answer: (row.answer as SlipView['answer'] | null) ?? undefined,
      note: row.note ?? undefined,
    },
  }))
}

/** Says what became of a slip, unless something else has become of it since it was read. */
export async function settleSlip(
  trx: Db,
  slip: KeptSlip,
  to: { readonly state: SlipView['state']; readonly says?: string | undefined },
): Promise<void> {
  await trx
    .updateTable('slip')
    .set({ state: to.state, body: JSON.stringify({ body: slip.body, says: to.says }) })
    .where('id', '=', slip.body.id)
    .where('state', '=', slip.state)
    .execute()
}

/** Answers that came before their step, oldest first. */
export async function findWaiting(db: Db, storyId: string | undefined): Promise<KeptSlip[]> {
  let query = db.selectFrom('slip').where('direction', '=', 'in').where('state', '=', 'waiting')
  if (storyId !== undefined) query = query.where('story_id', '=', storyId)
  return (await query.orderBy('sent_at').orderBy('id').selectAll().execute()).map(toSlip)
}

/** Answers to a request that were taken in. */
export async function findAnswers(db: Db, request: ReviewRequestKey): Promise<KeptSlip[]> {
  const rows = await db
    .selectFrom('slip')
    .where('direction', '=', 'in')
    .where('type', '=', 'review-answer')
    .where('story_id', '=', request.storyId)
    .selectAll()
    .execute()
  return rows.map(toSlip).filter(({ body }) => body.type === 'review-answer' && body.request === request.id)
}
interface ReviewRequestKey {
  readonly id: string
  readonly storyId: string
}

/** Submissions of a story that were taken in: by whom, and which record each left here. */
export async function findSubmissions(db: Db, storyId: string): Promise<{ sender: string; record: string }[]> {
  return db
    .selectFrom('slip')
    .where('direction', '=', 'in')
    .where('type', '=', 'submission')
    .where('story_id', '=', storyId)
    .select(['sender', 'record_sha256 as record'])
    .execute()
}

/** Requests that came from a sender, the newest first, as far back as anybody would remember. */
export async function findRequestsFrom(db: Db, sender: string): Promise<ReviewRequest[]> {
  const rows = await db
    .selectFrom('slip')
    .where('direction', '=', 'in')
    .where('type', '=', 'review-request')
    .where('sender', '=', sender)
    .orderBy('sent_at', 'desc')
    .limit(REMEMBERED)
    .selectAll()
    .execute()
  return rows.map((row) => toSlip(row).body).filter((body) => body.type === 'review-request')
}

/** Keys of senders that something came from, with how much. */
export async function knownSenders(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('slip')
    .where('direction', '=', 'in')
    .groupBy('sender')
    .select(['sender', (select) => select.fn.countAll<number>().as('slips')])
    .execute()
  return new Map(rows.map(({ sender, slips }) => [sender, slips]))
}

const toSlip = (row: SlipTable): KeptSlip => ({
  direction: row.direction as KeptSlip['direction'],
  state: row.state as SlipView['state'],
  ...Stored.parse(JSON.parse(row.body)),
  takenAt: row.taken_at ?? undefined,
  recordSha256: row.record_sha256,
})
