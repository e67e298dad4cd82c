import type { Kysely } from 'kysely'
import type { ItemKind } from '../../items/item-kind.ts'
import type { Validity } from '../../items/validity.ts'
import { documentMask } from '../../search/document-mask.ts'
import { foldText } from '../../search/han-text.ts'
import type { IndexDocument } from '../../search/index/passage-index.ts'
import type { PassageSearch } from '../../search/passage-search.ts'
import { parseQuery, type SearchFilters } from '../../search/search-query.ts'
import type { LibraryTables } from '../../store/schema.ts'
import type { ChannelChoice } from './publishing-view.ts'

type Db = Kysely<LibraryTables>

/** An item that a choice takes. */
export interface ChosenItem {
  readonly id: string
  readonly kind: ItemKind
}

/**
 * The items that a choice takes, by id: what any of its queries finds exactly and what was added by hand, without the
 * excluded. What was put away is never taken.
 */
export async function chooseItems(db: Db, search: PassageSearch, choice: ChannelChoice): Promise<ChosenItem[]> {
  const rows = await readItems(db)
  const byId = new Map(rows.map((row) => [row.itemId, row]))
  const chosen = new Set(choice.items)
  for (const query of choice.queries) for (const id of findItems(rows, search, query)) chosen.add(id)
  for (const id of choice.excluded) chosen.delete(id)
  return [...chosen]
    .sort()
    .flatMap((id) => byId.get(id) ?? [])
    .map(({ itemId, kind }) => ({ id: itemId, kind }))
}

/** Only what has every word: a channel never takes what is merely near. */
function findItems(rows: readonly IndexDocument[], search: PassageSearch, typed: string): string[] {
  const query = { ...parseQuery(typed), question: false, asking: false }
  if (query.words.length === 0) return hasLimits(query.filters) ? listItems(rows, query.filters) : []
  return search.consistently(() => {
    const { loose, passages } = search.match(query, {})
    return loose ? [] : [...new Set(Array.from(passages, (passage) => search.documentOf(passage).itemId))]
  })
}

const hasLimits = (filters: SearchFilters) => Object.values(filters).some((limit) => limit !== undefined)

/** Filters alone list items by what the library says of them, whether or not they have text to be searched. */
function listItems(rows: readonly IndexDocument[], filters: SearchFilters): string[] {
  const mask = documentMask(rows, filters)
  return rows.filter((_, ordinal) => mask[ordinal] === 1).map(({ itemId }) => itemId)
}

/** Items as the search knows its documents, so that filters mean the same. */
async function readItems(db: Db): Promise<IndexDocument[]> {
  const items = await db
    .selectFrom('item')
    .where('put_away_at', 'is', null)
    .select([
      'id',
      'kind',
      'title',
      'label',
      'issuer',
      'document_number',
      'issued_on',
      'validity',
      'channel',
      'starter',
    ])
    .select('current_revision')
    .orderBy('id')
    .execute()
  const topics = Map.groupBy(await db.selectFrom('item_topic').selectAll().execute(), (row) => row.item_id)
  return items.map((row, id) => ({
    id,
    itemId: row.id,
    revision: row.current_revision,
    scope: 'current',
    kind: row.kind as ItemKind,
    title: row.title,
    alternative: [],
    label: row.label ?? undefined,
    issuer: row.issuer ?? undefined,
    documentNumber: row.document_number ?? undefined,
    issuedOn: row.issued_on ?? undefined,
    validity: row.validity as Validity,
    channel: row.channel ?? (row.starter === 1 ? 'starter' : 'own'),
    topics: (topics.get(row.id) ?? []).map(({ topic }) => topic),
    source: '',
    titleKey: '',
    foldedIssuer: foldText(row.issuer ?? ''),
  }))
}
