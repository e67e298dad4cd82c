import type { Kysely } from 'kysely'
import { localDate } from '../../items/record-revision.ts'
import { RevisionContent } from '../../items/revision.schema.ts'
import type { PassageSearch } from '../../search/passage-search.ts'
import type { LibraryTables } from '../../store/schema.ts'
import { changeOf, offers } from '../plan-update.ts'
import type { ManifestEntry, RevisionReference } from '../repository-format.ts'
import type { OfferedChange } from '../update-view.ts'
import type { ChannelDefinition } from './channel-definition.ts'
import { type ChosenItem, chooseItems } from './choose-items.ts'

type Db = Kysely<LibraryTables>

/** An item as the next version offers it, whose newer revisions may not be stored yet. */
export type PlannedEntry = Omit<ManifestEntry, 'revisions'> & { readonly revisions: readonly PlannedRevision[] }
export type PlannedRevision = Pick<RevisionReference, 'sha256' | 'recordedAt'>

export interface ReleasePlan {
  /** By id; tombstones among them. */
  readonly entries: readonly PlannedEntry[]
  readonly changes: readonly OfferedChange[]
}

/** Revisions of one item that a channel carries: the newest. */
const MOST_REVISIONS = 500
const TOGETHER = 500
const OUT_OF_CHOICE = '已不在本频道的选材范围内。'

/** What the two repositories of a channel hold now. */
export interface PublishedEntries {
  readonly definition: ChannelDefinition
  readonly released: { readonly entries: ReadonlyMap<string, ManifestEntry> } | undefined
  readonly draft: { readonly entries: ReadonlyMap<string, ManifestEntry> } | undefined
}

/**
 * What the next version would hold, and what it would change for those who have the released one. Writes nothing.
 * @param stage a draft also says what earlier drafts offered and is gone
 */
export async function planRelease(
  { db, search }: { readonly db: Db; readonly search: PassageSearch },
  { definition, released, draft }: PublishedEntries,
  stage: 'released' | 'draft',
  now: Date,
): Promise<ReleasePlan> {
  const before = released?.entries ?? new Map<string, ManifestEntry>()
  const known = stage === 'draft' ? new Map([...before, ...(draft?.entries ?? [])]) : before
  const withdrawn = new Map(definition.withdrawn.map((tombstone) => [tombstone.itemId, tombstone]))
  const chosen = (await chooseItems(db, search, definition.choice)).filter(({ id }) => !withdrawn.has(id))
  const entries: PlannedEntry[] = []
  for (let from = 0; from < chosen.length; from += TOGETHER) {
    entries.push(...(await planItems(db, chosen.slice(from, from + TOGETHER), known)))
  }
  const offered = new Set(entries.map(({ id }) => id))
  for (const entry of known.values()) {
    if (!offered.has(entry.id)) entries.push(buried(entry, withdrawn.get(entry.id), localDate(now)))
  }
  entries.sort(byId)
  return { entries, changes: changesBetween(before, entries, localDate(now)) }
}

/**
 * The draft as a release: its very entries, and tombstones of what was released and is not in it. What only drafts
 * ever offered leaves no tombstone.
 */
export function planPromotion({ definition, released, draft }: PublishedEntries, now: Date): ReleasePlan {
  const before = released?.entries ?? new Map<string, ManifestEntry>()
  const drafted = [...(draft?.entries.values() ?? [])].filter((entry) => !entry.withdrawn || before.has(entry.id))
  const there = new Set(drafted.map(({ id }) => id))
  const withdrawn = new Map(definition.withdrawn.map((tombstone) => [tombstone.itemId, tombstone]))
  const gone = [...before.values()]
    .filter(({ id }) => !there.has(id))
    .map((entry) => buried(entry, withdrawn.get(entry.id), localDate(now)))
  const entries = [...drafted, ...gone].sort(byId)
  return { entries, changes: changesBetween(before, entries, localDate(now)) }
}

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)

/** What changes for readers of `before`. */
function changesBetween(
  before: ReadonlyMap<string, ManifestEntry>,
  entries: readonly PlannedEntry[],
  today: string,
): OfferedChange[] {
  return entries.flatMap((entry) => {
    // Only names are compared; where their bytes lie does not matter.
    const after = { ...entry, revisions: entry.revisions.map((revision) => ({ ...NOWHERE, ...revision })) }
    return changeOf({ before: before.get(entry.id), after }, today, false) ?? []
  })
}

const NOWHERE = { object: '', stored: 0, size: 0, encoding: 'none' } as const

async function planItems(
  db: Db,
  items: readonly ChosenItem[],
  before: ReadonlyMap<string, ManifestEntry>,
): Promise<PlannedEntry[]> {
  const rows = await db
    .selectFrom('revision')
    .where(
      'item_id',
      'in',
      items.map(({ id }) => id),
    )
    .where('offered', '=', 1)
    .select(['sha256', 'item_id', 'recorded_at', 'issued_on', 'effective_from'])
    .orderBy('recorded_seq')
    .execute()
  const byItem = Map.groupBy(rows, (row) => row.item_id)
  const planned: PlannedEntry[] = []
  for (const { id, kind } of items) {
    const recorded = (byItem.get(id) ?? []).slice(-MOST_REVISIONS)
    const head = recorded.at(-1)
    if (!head) continue
    const known = before.get(id)
    if (known && offers(known) && sameNames(known.revisions, recorded)) {
      planned.push(known)
      continue
    }
    const revisions = recorded.map((row) => ({
      sha256: row.sha256,
      // Its day of recording is what gives an undated revision its place.
      ...(row.issued_on === null && row.effective_from === null && { recordedAt: row.recorded_at }),
    }))
    planned.push({ id, kind, ...(await factsOf(db, head.sha256)), revisions })
  }
  return planned
}

const sameNames = (a: readonly { readonly sha256: string }[], b: readonly { readonly sha256: string }[]) =>
  a.length === b.length && a.every(({ sha256 }, index) => sha256 === b[index]?.sha256)

async function factsOf(db: Db, sha256: string) {
  const row = await db.selectFrom('revision').where('sha256', '=', sha256).select('content').executeTakeFirstOrThrow()
  const { title, topics, issuedOn, effectiveFrom, repealedOn, expiresOn } = RevisionContent.parse(
    JSON.parse(row.content),
  )
  return {
    title,
    ...(topics && { topics }),
    ...(issuedOn && { issuedOn }),
    ...(effectiveFrom && { effectiveFrom }),
    ...(repealedOn && { repealedOn }),
    ...(expiresOn && { expiresOn }),
  }
}

/** The tombstone of what was offered; an older one stays as it is unless the publisher now says more. */
function buried(
  entry: ManifestEntry,
  byHand: ChannelDefinition['withdrawn'][number] | undefined,
  today: string,
): PlannedEntry {
  const { withdrawnOn, reason, replacedBy } = byHand ??
    entry.withdrawn ?? { withdrawnOn: today, reason: OUT_OF_CHOICE, replacedBy: undefined }
  return { ...entry, revisions: [], withdrawn: { withdrawnOn, reason, ...(replacedBy && { replacedBy }) } }
}
