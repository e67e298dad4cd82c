import type { Kysely } from 'kysely'
import { summaryColumns } from '../items/record-revision.ts'
import { RevisionContent } from '../items/revision.schema.ts'
import { writeRows } from '../store/many-rows.ts'
import type { ItemTable, LibraryTables } from '../store/schema.ts'
import { revisionsHere } from './channels.repository.ts'
import type { RevisionReference } from './repository-format.ts'

type Db = Kysely<LibraryTables>

/** A verified revision of a version that is to take effect; its attachments are in the blob store. */
export interface ArrivingRevision {
  readonly reference: RevisionReference
  /** Its canonical form, JSON. */
  readonly content: string
  readonly channel: string
  /** The channel's version that it came with. */
  readonly version: number
}

/** What an item's row will say once this revision counts. */
export interface ArrivingSummary {
  readonly columns: ReturnType<typeof summaryColumns>
  readonly topics: readonly string[]
}

/**
 * Records revisions ahead of the version they belong to, so that its taking effect moves no texts and is over in a
 * moment. Until then they count for nothing, and an item that had none is put away and has no revision that counted.
 */
export async function recordArriving(db: Db, arriving: readonly ArrivingRevision[], now: Date): Promise<void> {
  const at = now.toISOString()
  await db.transaction().execute(async (trx) => {
    const names = [...new Set(arriving.map(({ reference }) => reference.sha256))]
    const here = await revisionsHere(trx, names, 'revision')
    const byName = new Map(arriving.map((one) => [one.reference.sha256, one]))
    const missing = names.flatMap((name) => (here.has(name) ? [] : (byName.get(name) ?? [])))
    if (missing.length > 0) await recordMissing(trx, missing, at)
    await trx.deleteFrom('staged_revision').where('sha256', 'in', names).execute()
  })
}

interface Arriving extends ArrivingRevision {
  readonly sha256: string
  readonly fields: RevisionContent
  readonly columns: ReturnType<typeof summaryColumns>
}

/** Records revisions that are not here, in the caller's transaction. */
export async function recordMissing(trx: Db, arriving: readonly ArrivingRevision[], at: string): Promise<void> {
  const all = arriving.map((one) => {
    const content = RevisionContent.parse(JSON.parse(one.content))
    const { sha256, recordedAt, blobs } = one.reference
    const recorded = recordedAt !== undefined && recordedAt < at ? recordedAt : at
    return { ...one, sha256, fields: content, blobs: blobs ?? [], recorded, columns: summaryColumns(content) }
  })
  await insertItems(trx, all, at)
  const { last } = await trx
    .selectFrom('revision')
    .select((select) => select.fn.max('recorded_seq').as('last'))
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('revision')
    .values(
      all.map(({ sha256, fields, content, recorded }, index) => ({
        sha256,
        item_id: fields.identifier,
        recorded_seq: (last ?? 0) + index + 1,
        recorded_at: recorded,
        title: fields.title,
        document_number: fields.documentNumber ?? null,
        issued_on: fields.issuedOn ?? null,
        effective_from: fields.effectiveFrom ?? null,
        repealed_on: fields.repealedOn ?? null,
        expires_on: fields.expiresOn ?? null,
        content,
        offered: 0,
      })),
    )
    .execute()
  await insertBlobs(trx, all, at)
  await trx
    .insertInto('provenance')
    .values(
      all.map(({ sha256, fields, reference, channel, version }) => ({
        revision: sha256,
        activity: 'update',
        agent: channel,
        source: `${channel}/${version}/${fields.identifier}`,
        source_sha256: reference.object,
        at,
      })),
    )
    .execute()
  await trx
    .insertInto('arriving_revision')
    .values(
      all.map(({ sha256, fields, columns }) => ({
        sha256,
        item_id: fields.identifier,
        summary: JSON.stringify({ columns, topics: fields.topics ?? [] } satisfies ArrivingSummary),
      })),
    )
    .execute()
}

/** Items that are new, with what their rows will say when the revision counts. */
async function insertItems(trx: Db, all: readonly Arriving[], at: string): Promise<void> {
  const begun = await trx
    .insertInto('item')
    .values(all.map(({ sha256, fields, columns }) => notYet(fields.identifier, sha256, columns, at)))
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'current_revision'])
    .execute()
  const firsts = new Set(begun.map((row) => row.current_revision))
  const topics = all.flatMap(({ sha256, fields }) =>
    firsts.has(sha256) ? [...new Set(fields.topics)].map((topic) => ({ item_id: fields.identifier, topic })) : [],
  )
  await writeRows(trx, 'item_topic', topics, 'is refused')
}

async function insertBlobs(
  trx: Db,
  all: readonly {
    readonly sha256: string
    readonly blobs: readonly { readonly sha256: string; readonly size: number; readonly mediaType: string }[]
  }[],
  at: string,
): Promise<void> {
  const links = all.flatMap(({ sha256, blobs }) => blobs.map((blob) => ({ revision: sha256, blob })))
  if (links.length === 0) return
  await trx
    .insertInto('blob')
    .values(
      links.map(({ blob }) => ({ sha256: blob.sha256, size: blob.size, media_type: blob.mediaType, added_at: at })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await trx
    .insertInto('revision_blob')
    .values(links.map(({ revision, blob }) => ({ revision, blob: blob.sha256 })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The row of an item none of whose revisions has counted: a revision must belong to some item. */
function notYet(id: string, sha256: string, columns: ReturnType<typeof summaryColumns>, at: string): ItemTable {
  return {
    ...columns,
    id,
    validity: 'in-force',
    current_revision: sha256,
    revisions: 0,
    starter: 0,
    added_at: at,
    updated_at: at,
    put_away_at: at,
    next_change_on: null,
    channel: null,
  }
}
