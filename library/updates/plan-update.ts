import { ownValidity } from '../items/validity.ts'
import type { ManifestEntry } from './repository-format.ts'
import type { OfferedChange } from './update-view.ts'

/** An item's entry before and after; either may be missing. */
export interface EntryPair {
  readonly before: ManifestEntry | undefined
  readonly after: ManifestEntry | undefined
}

/** Whether a subscription takes an entry: all topics, or one of those chosen. */
export function isSubscribed(entry: ManifestEntry, topics: readonly string[] | undefined): boolean {
  return topics === undefined || (entry.topics ?? []).some((topic) => topics.includes(topic))
}

/** An entry that is there to be read. */
export const offers = (entry: ManifestEntry | undefined): boolean =>
  entry !== undefined && entry.withdrawn === undefined && entry.revisions.length > 0

/** The revision a publisher means: the last. */
export const headOf = (entry: ManifestEntry): string | undefined => entry.revisions.at(-1)?.sha256

/**
 * What replacing one entry by another means for a reader; undefined when nothing changes.
 * @param today `YYYY-MM-DD`
 * @param hasOwnText the person has a text of their own for this item
 */
export function changeOf({ before, after }: EntryPair, today: string, hasOwnText: boolean): OfferedChange | undefined {
  const type = typeOf(before, after)
  const entry = after ?? before
  if (!type || !entry) return undefined
  return {
    itemId: entry.id,
    kind: entry.kind,
    title: entry.title,
    topics: entry.topics ?? [],
    type,
    ...(type !== 'withdrawn' && { validity: validityChange(before, entry, today) }),
    effectiveFrom: entry.effectiveFrom,
    repealedOn: entry.repealedOn,
    withdrawn: type === 'withdrawn' ? (after?.withdrawn ?? undefined) : undefined,
    ownText: hasOwnText,
  }
}

function typeOf(
  before: ManifestEntry | undefined,
  after: ManifestEntry | undefined,
): OfferedChange['type'] | undefined {
  if (after && offers(after)) {
    if (before && offers(before)) return sameRevisions(before, after) ? undefined : 'changed'
    return before?.withdrawn ? 'returned' : 'new'
  }
  return offers(before) ? 'withdrawn' : undefined
}

const sameRevisions = (a: ManifestEntry, b: ManifestEntry) =>
  a.revisions.length === b.revisions.length &&
  a.revisions.every(({ sha256 }, index) => sha256 === b.revisions[index]?.sha256)

/** Said only where this update is what changes it. */
function validityChange(
  before: ManifestEntry | undefined,
  after: ManifestEntry,
  today: string,
): OfferedChange['validity'] {
  const now = ownValidity(after, today)
  if (now === 'amended') return undefined
  const then = before && ownValidity(before, today)
  if (then === now && before?.effectiveFrom === after.effectiveFrom) return undefined
  if (now !== 'in-force') return now
  return after.effectiveFrom === undefined ? undefined : now
}

/** Counts for a summary, in the order in which they are best read. */
export function countChanges(changes: readonly OfferedChange[]) {
  const byKind = Map.groupBy(changes, ({ kind, type }) => `${kind} ${type}`)
  const topics = new Map<string, number>()
  for (const { topics: all } of changes) for (const topic of all) topics.set(topic, (topics.get(topic) ?? 0) + 1)
  return {
    byKind: [...byKind.values()].map((group) => {
      const { kind, type } = group[0] as OfferedChange
      return { kind, type, count: group.length }
    }),
    byTopic: [...topics].map(([topic, count]) => ({ topic, count })).sort((a, b) => b.count - a.count),
  }
}
