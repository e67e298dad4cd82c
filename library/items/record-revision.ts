import type { Kysely } from 'kysely'
import { foldText } from '../search/han-text.ts'
import type { ItemTable, LibraryTables } from '../store/schema.ts'
import { arrangeHistory } from './arrange-history.ts'
import { type CanonicalRevision, canonicalRevision } from './canonical-form.ts'
import { identityTitle } from './item-identity.ts'
import type { ProvenanceEntry } from './item-view.ts'
import {
  appendChange,
  countRevision,
  findContent,
  findItem,
  findProvenance,
  findRevisions,
  insertBlob,
  insertProvenance,
  insertRevision,
  linkBlob,
  recordAgain,
  saveItem,
} from './items.repository.ts'
import type { RevisionContent } from './revision.schema.ts'
import { titleInitials } from './title-key.ts'

/** A blob that a revision holds: already in the blob store. */
export interface HeldBlob {
  readonly sha256: string
  readonly size: number
  readonly mediaType: string
}

export interface RevisionToRecord {
  readonly content: RevisionContent
  readonly blobs: readonly HeldBlob[]
  readonly provenance: Omit<ProvenanceEntry, 'at'>
  readonly starter: boolean
  /** When another library recorded it: an undated text carried over keeps its place among dated ones. */
  readonly recordedAt?: string | undefined
  /** The revision that this source held before, if any. */
  readonly replaces?: string | undefined
}

export interface RecordedOutcome {
  readonly itemId: string
  readonly revision: string
  readonly outcome: 'imported' | 'revised' | 'unchanged'
  /** For `unchanged`: the source this content was first recorded from, when it is another one. */
  readonly sameAs: string | undefined
}

/**
 * Records a revision of an item in the caller's transaction: a new item, a further revision, or
 * nothing when this very content is already here. Never changes or removes an existing revision.
 */
export async function recordRevision(
  trx: Kysely<LibraryTables>,
  toRecord: RevisionToRecord,
  now: Date,
): Promise<RecordedOutcome> {
  const revision = canonicalRevision(toRecord.content)
  const itemId = revision.content.identifier
  const at = now.toISOString()
  const item = await findItem(trx, itemId)
  const known = item ? await findRevisions(trx, itemId, 'every') : []
  const provenance = { ...toRow(toRecord.provenance), revision: revision.sha256, at }

  if (known.some((recorded) => recorded.sha256 === revision.sha256)) {
    const counted = await countRevision(trx, itemId, revision.sha256)
    const sources = await findProvenance(trx, revision.sha256)
    if (!sources.some((entry) => entry.source === toRecord.provenance.source)) await insertProvenance(trx, provenance)
    const first = sources[0]?.source
    const sameAs = first === toRecord.provenance.source ? undefined : first
    // Bringing in again what had been put away is how a person asks for it back.
    if (item && (item.put_away_at || counted)) {
      await arrangeItem(trx, { ...item, put_away_at: null }, now)
      return { itemId, revision: revision.sha256, outcome: 'imported', sameAs }
    }
    // A source that returns to an earlier text means that text, not the one it held meanwhile.
    if (item && toRecord.replaces !== undefined && toRecord.replaces !== revision.sha256) {
      await recordAgain(trx, revision.sha256, at)
      await arrangeItem(trx, item, now)
      return { itemId, revision: revision.sha256, outcome: 'revised', sameAs: undefined }
    }
    return { itemId, revision: revision.sha256, outcome: 'unchanged', sameAs }
  }

  for (const blob of toRecord.blobs) await insertBlob(trx, blob, at)
  const { recordedAt } = toRecord
  await insertRevision(trx, revision, recordedAt !== undefined && recordedAt < at ? recordedAt : at)
  for (const blob of toRecord.blobs) await linkBlob(trx, revision.sha256, blob.sha256)
  await insertProvenance(trx, provenance)
  await arrangeItem(trx, { ...(item ?? newItem(revision, toRecord.starter, at)), put_away_at: null }, now)
  return {
    itemId,
    revision: revision.sha256,
    outcome: item && item.revisions > 0 ? 'revised' : 'imported',
    sameAs: undefined,
  }
}

/** Decides again which revision is current today, and tells the index. */
export async function arrangeItem(trx: Kysely<LibraryTables>, item: ItemTable, now: Date): Promise<void> {
  const at = now.toISOString()
  const history = arrangeHistory(await findRevisions(trx, item.id), localDate(now))
  const content = await findContent(trx, history.current.revision.sha256)
  if (!content) throw new Error(`revision ${history.current.revision.sha256} has no content`)
  await saveItem(
    trx,
    {
      ...item,
      ...summaryColumns(content),
      current_revision: history.current.revision.sha256,
      validity: history.current.validity,
      revisions: history.revisions.length,
      next_change_on: history.nextChangeOn ?? null,
      updated_at: at,
    },
    content.topics ?? [],
  )
  await appendChange(trx, item.id, at)
}

/** Today where the person is, `YYYY-MM-DD`. */
export function localDate(now: Date): string {
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

/** What an item's row says of its current revision. */
export function summaryColumns(content: RevisionContent) {
  const keys = [content.title, ...(content.alternative ?? [])].map((title) => identityTitle(foldText(title)))
  return {
    kind: content.kind,
    title: content.title,
    title_key: keys.join('\n'),
    title_initials: keys.map(titleInitials).join('\n'),
    label: content.label ?? null,
    issuer: content.issuer ?? null,
    document_number: content.documentNumber ?? null,
    issued_on: content.issuedOn ?? null,
    effective_from: content.effectiveFrom ?? null,
    description: content.description ?? null,
  }
}

function newItem({ sha256, content }: CanonicalRevision, starter: boolean, at: string): ItemTable {
  return {
    ...summaryColumns(content),
    id: content.identifier,
    validity: 'in-force',
    current_revision: sha256,
    revisions: 1,
    starter: starter ? 1 : 0,
    added_at: at,
    updated_at: at,
    put_away_at: null,
    next_change_on: null,
    channel: null,
  }
}

const toRow = (provenance: RevisionToRecord['provenance']) => ({
  activity: provenance.activity,
  agent: provenance.agent,
  source: provenance.source,
  source_sha256: provenance.sourceSha256,
})
