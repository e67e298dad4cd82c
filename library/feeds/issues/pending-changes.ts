import type { Kysely } from 'kysely'
import { listed } from '../../store/many-rows.ts'
import type { LibraryTables } from '../../store/schema.ts'
import { personalDataIn } from '../../stories/gate/check-text.ts'
import { eventsOf } from '../../stories/process/event-chain.ts'
import { correctionUri, withdrawalUri } from '../feed-uri.ts'
import type { KeptFeed } from '../feeds.repository.ts'
import type { KeptEntry } from './entries.repository.ts'
import { maskPersonalData } from './mask-personal-data.ts'
import { standingEntries } from './standing-entries.ts'

type Db = Kysely<LibraryTables>

/** An entry to come, before it has a number in its column. */
export type NewEntry = Omit<KeptEntry, 'number'>

/** What became of the stories that stand in a column since they were entered. */
export interface PendingChanges {
  /** The entries to come, and what they make of the ones they are about. */
  readonly corrections: readonly NewEntry[]
  readonly withdrawals: readonly NewEntry[]
}

/** A story's item as a column needs it. */
export interface StoryItem {
  readonly id: string
  readonly title: string
  readonly revision: string
  /** Why readers do not get it any more, and since when; undefined while they do. */
  readonly gone: { readonly reason: string; readonly at: string } | undefined
}

/** Looks which stories of a column have another text now, and which readers do not get any more. */
export async function pendingChanges(db: Db, feed: KeptFeed, entries: readonly KeptEntry[]): Promise<PendingChanges> {
  const standing = standingEntries(entries)
  const items = await findStoryItems(
    db,
    standing.map(({ storyId }) => storyId),
  )
  const corrections: NewEntry[] = []
  const withdrawals: NewEntry[] = []
  for (const entry of standing) {
    const item = items.get(entry.storyId)
    if (item === undefined || item.gone) {
      const { reason, at } = item?.gone ?? { reason: '资料库里没有这份资料了。', at: entry.updatedAt }
      withdrawals.push(withdrawalEntry(feed, entry, maskPersonalData(reason), at))
    } else if (item.revision !== entry.revision) {
      corrections.push({
        id: correctionUri(entry.id, item.revision),
        feedId: feed.id,
        type: 'correction',
        storyId: item.id,
        revision: item.revision,
        title: item.title,
        issue: feed.issue + 1,
        publishedAt: entry.updatedAt,
        updatedAt: entry.updatedAt,
        note: await whatChanged(db, entry, item),
        of: entry.id,
      })
    }
  }
  return { corrections, withdrawals: withdrawals.sort(byTime) }
}

/** The entry that says of another that its story was taken out. */
export function withdrawalEntry(feed: KeptFeed, entry: KeptEntry, reason: string, at: string): NewEntry {
  return {
    id: withdrawalUri(entry.id),
    feedId: feed.id,
    type: 'withdrawal',
    storyId: entry.storyId,
    title: isPrintable(entry.title) ? entry.title : `第 ${entry.issue} 期里的一篇故事`,
    issue: feed.issue,
    publishedAt: at,
    updatedAt: at,
    note: reason,
    of: entry.id,
  }
}

/** The items of stories, those that were put away or taken back too. */
export async function findStoryItems(db: Db, ids: readonly string[]): Promise<Map<string, StoryItem>> {
  const rows = await db
    .selectFrom('item')
    .leftJoin('tombstone', 'tombstone.item_id', 'item.id')
    .where('id', 'in', listed(ids))
    .where('kind', '=', 'story')
    .where('revisions', '>', 0)
    .select(['id', 'title', 'current_revision', 'validity', 'updated_at', 'put_away_at', 'withdrawn_on', 'reason'])
    .execute()
  return new Map(
    rows.map((row): [string, StoryItem] => {
      const hasEnded = row.validity === 'repealed' || row.validity === 'expired'
      const withdrawnAt = row.withdrawn_on === null ? undefined : `${row.withdrawn_on}T00:00:00.000Z`
      const since = row.put_away_at ?? withdrawnAt ?? (hasEnded ? row.updated_at : undefined)
      const reason = row.reason || (hasEnded ? '已经失效。' : '发布单位不再提供。')
      const gone = since === undefined ? undefined : { reason, at: since }
      return [row.id, { id: row.id, title: row.title, revision: row.current_revision, gone }]
    }),
  )
}

/** Of an own story what its office said; of another that it has a new text. */
async function whatChanged(db: Db, entry: KeptEntry, item: StoryItem): Promise<string> {
  const events = await eventsOf(db, 'story', item.id)
  const reason = events.findLast(({ step, at }) => step === 'correct' && at > entry.updatedAt)?.reason?.trim()
  const said = reason && maskPersonalData(reason)
  const isRenamed = entry.title !== item.title && isPrintable(entry.title)
  const renamed = isRenamed ? `原来的标题是《${entry.title}》。` : ''
  return `${said || '内容有更新，以新的为准。'}${renamed}`
}

/** A title that says what nobody may read goes with the story. */
const isPrintable = (title: string): boolean => !personalDataIn(title).some(({ severity }) => severity === 'must')

const byTime = (a: NewEntry, b: NewEntry): number =>
  a.publishedAt === b.publishedAt ? (a.id < b.id ? -1 : 1) : a.publishedAt < b.publishedAt ? -1 : 1
