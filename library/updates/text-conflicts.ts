import type { Kysely } from 'kysely'
import { compareBodies } from '../items/compare-revisions.ts'
import type { ItemKind } from '../items/item-kind.ts'
import { findContent } from '../items/items.repository.ts'
import type { LibraryTables, TextConflictTable } from '../store/schema.ts'
import { findConflict, listConflicts } from './channels.repository.ts'
import { refuseUpdate } from './update-refused-error.ts'
import type { ConflictComparison, TextConflict } from './update-view.ts'

type Db = Kysely<LibraryTables>

/** Where the person's own texts stand against a channel's, undecided ones first. */
export async function viewConflicts(db: Db): Promise<TextConflict[]> {
  const views: TextConflict[] = []
  for (const row of await listConflicts(db)) {
    const view = await toView(db, row)
    if (view) views.push(view)
  }
  return views.sort((a, b) => Number(a.choice !== undefined) - Number(b.choice !== undefined))
}

/**
 * Three texts of one item, compared.
 * @throws {UpdateRefusedError} CONFLICT_NOT_FOUND
 */
export async function compareConflict(db: Db, itemId: string): Promise<ConflictComparison> {
  const row = await findConflict(db, itemId)
  const view = row && (await toView(db, row))
  if (!view) throw refuseUpdate('CONFLICT_NOT_FOUND')
  const body = async (revision: string | undefined) =>
    revision === undefined ? undefined : (await findContent(db, revision))?.body
  const [own, offered, base] = await Promise.all([body(view.own), body(view.offered), body(view.base)])
  return {
    ...view,
    ownChanges: base === undefined ? [] : compareBodies(base, own ?? ''),
    offeredChanges: compareBodies(base ?? own ?? '', offered ?? ''),
  }
}

async function toView(db: Db, row: TextConflictTable): Promise<TextConflict | undefined> {
  const item = await db.selectFrom('item').where('id', '=', row.item_id).select(['title', 'kind']).executeTakeFirst()
  const channel = await db.selectFrom('channel').where('id', '=', row.channel).select('title').executeTakeFirst()
  return (
    item && {
      itemId: row.item_id,
      title: item.title,
      kind: item.kind as ItemKind,
      channel: row.channel,
      channelTitle: channel?.title ?? row.channel,
      own: row.own,
      offered: row.offered,
      base: row.base ?? undefined,
      since: row.since,
      choice: (row.choice ?? undefined) as TextConflict['choice'],
    }
  )
}
