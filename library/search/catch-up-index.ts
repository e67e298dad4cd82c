import type { Kysely } from 'kysely'
import { arrangeHistory } from '../items/arrange-history.ts'
import { findContent, findItem, findProvenance, findRevisions } from '../items/items.repository.ts'
import { splitPassages } from '../items/passages.ts'
import { plainText } from '../items/plain-text.ts'
import { localDate } from '../items/record-revision.ts'
import type { LibraryTables } from '../store/schema.ts'
import { inTransaction, type SqliteConnection } from '../store/sqlite-connection.ts'
import { createIndexTables, hasIndexFormat, type IndexedRevision, passageIndexWriter } from './passage-index.ts'

/** How much is left after a step; `total` and `done` count items. */
export interface CatchUp {
  readonly done: number
  readonly remaining: number
}

/** Keeps search.db in step with library.db: takes in what changed since, or everything when it is new. */
export interface IndexKeeper {
  /** Indexes up to `limit` changed items, in one transaction together with the mark of how far it got. */
  step(limit: number, now: Date): Promise<CatchUp>
  passageCount(): number
}

export async function openIndexKeeper(connection: SqliteConnection, db: Kysely<LibraryTables>): Promise<IndexKeeper> {
  if (!hasIndexFormat(connection)) {
    const newest = await newestSeq(db)
    inTransaction(connection, () => {
      createIndexTables(connection)
      passageIndexWriter(connection).setIndexedSeq(newest)
      // Items after this id are still to be taken in; the row goes away with the last one.
      connection.prepare("INSERT INTO meta VALUES ('rebuild_after', '')").run([])
    })
  }
  const writer = passageIndexWriter(connection)
  const rebuildAfter = () =>
    (connection.prepare("SELECT value FROM meta WHERE key = 'rebuild_after'").get([]) as { value: string } | undefined)
      ?.value

  const index = (items: readonly (readonly IndexedRevision[])[], itemIds: readonly string[], mark: () => void) =>
    inTransaction(connection, () => {
      for (const itemId of itemIds) writer.remove(itemId)
      for (const revision of items.flat()) writer.add(revision)
      mark()
    })

  return {
    passageCount: () => writer.passageCount(),
    async step(limit, now) {
      const after = rebuildAfter()
      if (after !== undefined) {
        const ids = await itemsAfter(db, after, limit)
        const items = await Promise.all(ids.map((id) => indexedRevisions(db, id, now)))
        index(items, ids, () => {
          const statement =
            ids.length < limit
              ? connection.prepare("DELETE FROM meta WHERE key = 'rebuild_after'")
              : connection.prepare("UPDATE meta SET value = ? WHERE key = 'rebuild_after'")
          statement.run(ids.length < limit ? [] : [ids.at(-1) as string])
        })
        if (ids.length === limit) return { done: ids.length, remaining: await countAfter(db, ids.at(-1) as string) }
      }
      const seq = writer.indexedSeq()
      const changes = await db
        .selectFrom('change')
        .where('seq', '>', seq)
        .orderBy('seq')
        .select(['seq', 'item_id'])
        .limit(limit)
        .execute()
      const last = changes.at(-1)
      if (!last) return { done: 0, remaining: 0 }
      const ids = [...new Set(changes.map((change) => change.item_id))]
      const items = await Promise.all(ids.map((id) => indexedRevisions(db, id, now)))
      index(items, ids, () => writer.setIndexedSeq(last.seq))
      const { n } = await db
        .selectFrom('change')
        .where('seq', '>', last.seq)
        .select((select) => select.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
      return { done: ids.length, remaining: n }
    },
  }
}

/** How many items the index lacks; 0 when it is in step. For readers that cannot write it. */
export async function newestSeq(db: Kysely<LibraryTables>): Promise<number> {
  const row = await db
    .selectFrom('change')
    .select((select) => select.fn.max('seq').as('seq'))
    .executeTakeFirst()
  return row?.seq ?? 0
}

async function itemsAfter(db: Kysely<LibraryTables>, after: string, limit: number): Promise<string[]> {
  const rows = await db.selectFrom('item').where('id', '>', after).orderBy('id').select('id').limit(limit).execute()
  return rows.map((row) => row.id)
}

async function countAfter(db: Kysely<LibraryTables>, after: string): Promise<number> {
  const { n } = await db
    .selectFrom('item')
    .where('id', '>', after)
    .select((select) => select.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** Everything of an item that is searched: nothing when it is put away. */
async function indexedRevisions(db: Kysely<LibraryTables>, itemId: string, now: Date): Promise<IndexedRevision[]> {
  const item = await findItem(db, itemId)
  if (!item || item.put_away_at) return []
  const history = arrangeHistory(await findRevisions(db, itemId), localDate(now))
  const indexed: IndexedRevision[] = []
  for (const { revision, validity, current } of history.revisions) {
    const content = await findContent(db, revision.sha256)
    if (!content) continue
    const [provenance] = await findProvenance(db, revision.sha256)
    indexed.push({
      itemId,
      revision: revision.sha256,
      scope: current ? 'current' : 'other',
      kind: content.kind,
      title: content.title,
      alternative: content.alternative ?? [],
      label: content.label,
      issuer: content.issuer,
      documentNumber: content.documentNumber,
      issuedOn: content.issuedOn,
      validity,
      topics: content.topics ?? [],
      source: provenance?.source ?? '',
      passages: indexedPassages(content.body, content.description),
    })
  }
  return indexed
}

/** Headings stand in the path of what is below them and are no passages of their own. */
function indexedPassages(body: string, description: string | undefined): IndexedRevision['passages'] {
  const passages = splitPassages(body)
    .filter((passage) => passage.type !== 'heading')
    .map((passage) => ({
      anchor: passage.anchor,
      heading: passage.heading,
      path: passage.path,
      text: plainText(passage.markdown),
    }))
  if (passages.length > 0 && !description) return passages
  return [{ anchor: '', heading: '', path: [], text: description ?? '' }, ...passages]
}
