import type { Kysely } from 'kysely'
import { arrangeHistory } from '../items/arrange-history.ts'
import { findContent, findItem, findProvenance, findRevisions } from '../items/items.repository.ts'
import { splitPassages } from '../items/passages.ts'
import { plainText } from '../items/plain-text.ts'
import { localDate } from '../items/record-revision.ts'
import type { LibraryTables } from '../store/schema.ts'
import { inTransaction, type SqliteConnection } from '../store/sqlite-connection.ts'
import { createIndexTables, dropIndexTables, hasIndexFormat } from './index/index-schema.ts'
import type { IndexedRevision } from './index/passage-index.ts'
import { passageIndexWriter } from './index/passage-index-writer.ts'
import { changeAt, isIndexOf, nameOf, saveIndexedChange } from './index-mark.ts'
import type { SentenceEncoder } from './meaning/sentence-encoder.ts'

/** How much is left after a step; `total` and `done` count items. */
export interface CatchUp {
  readonly done: number
  readonly remaining: number
}

/** Keeps search.db in step with library.db: takes in what changed since, or everything when it is new. */
export interface IndexKeeper {
  /**
   * Indexes up to `limit` changed items, in one transaction together with the mark of how far it got;
   * then, in another, one bounded piece of merging what has become many small segments.
   */
  step(limit: number, now: Date): Promise<CatchUp>
  passageCount(): number
}

/** @param encoder gives passages their vectors; an index with those of another is made anew */
export async function openIndexKeeper(
  connection: SqliteConnection,
  db: Kysely<LibraryTables>,
  encoder?: SentenceEncoder,
): Promise<IndexKeeper> {
  if (!hasIndexFormat(connection, encoder?.id ?? null) || !(await isIndexOf(db, connection))) {
    const newest = await newestSeq(db)
    const change = await changeAt(db, newest)
    inTransaction(connection, () => {
      dropIndexTables(connection)
      createIndexTables(connection, encoder)
      saveIndexedChange(connection, change)
      // Items after this id are still to be taken in; both rows go away with the last one. Until then
      // the index counts as behind, so that nobody takes a half of it for the whole.
      connection.prepare("INSERT INTO meta VALUES ('rebuild_after', ''), ('rebuild_to', ?)").run([String(newest)])
    })
  }
  let writer = passageIndexWriter(connection, encoder)
  const rebuildAfter = () =>
    (connection.prepare("SELECT value FROM meta WHERE key = 'rebuild_after'").get([]) as { value: string } | undefined)
      ?.value

  const write = (work: () => void) => {
    try {
      inTransaction(connection, work)
    } catch (error) {
      // This writer still holds what was rolled back.
      writer = passageIndexWriter(connection, encoder)
      throw error
    }
  }
  const index = (items: readonly (readonly IndexedRevision[])[], itemIds: readonly string[], mark: () => void) => {
    write(() => {
      for (const itemId of itemIds) writer.remove(itemId)
      for (const revision of items.flat()) writer.add(revision)
      writer.flush()
      mark()
    })
    write(() => void writer.mergeStep())
  }

  return {
    passageCount: () => writer.passageCount(),
    async step(limit, now) {
      const after = rebuildAfter()
      if (after !== undefined) {
        const ahead = await itemsAfter(db, after, limit + 1)
        const ids = ahead.slice(0, limit)
        const isWhole = ahead.length <= limit
        const items = await Promise.all(ids.map((id) => indexedRevisions(db, id, now)))
        index(items, ids, () => {
          if (isWhole) endRebuild(connection)
          else connection.prepare("UPDATE meta SET value = ? WHERE key = 'rebuild_after'").run([ids.at(-1) as string])
        })
        if (!isWhole) return { done: ids.length, remaining: await countAfter(db, ids.at(-1) as string) }
      }
      const seq = writer.indexedSeq()
      const changes = await db
        .selectFrom('change')
        .where('seq', '>', seq)
        .orderBy('seq')
        .select(['seq', 'item_id', 'at'])
        .limit(limit)
        .execute()
      const last = changes.at(-1)
      if (!last) return { done: 0, remaining: 0 }
      const ids = [...new Set(changes.map((change) => change.item_id))]
      const items = await Promise.all(ids.map((id) => indexedRevisions(db, id, now)))
      index(items, ids, () => {
        writer.setIndexedSeq(last.seq)
        saveIndexedChange(connection, nameOf(last))
      })
      const { n } = await db
        .selectFrom('change')
        .where('seq', '>', last.seq)
        .select((select) => select.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
      return { done: ids.length, remaining: n }
    },
  }
}

/** The index is whole, as of the change at which its rebuilding began. */
function endRebuild(connection: SqliteConnection): void {
  connection.exec(`
    UPDATE meta SET value = (SELECT value FROM meta WHERE key = 'rebuild_to') WHERE key = 'indexed_seq';
    DELETE FROM meta WHERE key IN ('rebuild_after', 'rebuild_to');
  `)
}

/** The number of the library's last change; the index is in step when it holds this one. */
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
      channel: item.channel ?? (item.starter === 1 ? 'starter' : 'own'),
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
