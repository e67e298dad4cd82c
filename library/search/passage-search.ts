import { identityTitle } from '../items/item-identity.ts'
import type { ItemKind } from '../items/item-kind.ts'
import type { Validity } from '../items/validity.ts'
import type { SqliteConnection } from '../store/sqlite-connection.ts'
import { foldText } from './han-text.ts'
import { exactExpression, looseExpression, markTerms, officialExpression } from './match-expression.ts'
import { PASSAGES_PER_DOCUMENT } from './passage-index.ts'
import type { SearchFilters, SearchQuery } from './search-query.ts'
import { emptyVocabulary, type Synonym, type Vocabulary } from './vocabulary.ts'

/** A document of the index: one revision of an item. */
export interface IndexDocument {
  readonly id: number
  readonly itemId: string
  readonly revision: string
  readonly kind: ItemKind
  readonly title: string
  readonly label: string | undefined
  readonly issuer: string | undefined
  readonly documentNumber: string | undefined
  readonly issuedOn: string | undefined
  readonly validity: Validity
  readonly source: string
  /** As {@link identityTitle} has it, folded. */
  readonly titleKey: string
  readonly foldedIssuer: string
}

/** A matching passage, best first in its list. `score`: higher is better. */
export interface RankedPassage {
  readonly rowid: number
  readonly document: IndexDocument
  readonly score: number
}

export interface PassageMatches {
  readonly passages: readonly RankedPassage[]
  /** True when not every word was found as typed. */
  readonly loose: boolean
  readonly terms: readonly string[]
  /** The everyday words that were also looked up by their official terms. */
  readonly synonyms: readonly Synonym[]
}

export interface StoredPassage {
  readonly anchor: string
  readonly heading: string
  readonly path: readonly string[]
  readonly text: string
}

/** Reads the passage index. Cheap to keep open; sees what the writer commits. */
export interface PassageSearch {
  /** Runs `work` on one state of the index: what the writer commits meanwhile is seen afterwards. */
  consistently<T>(work: () => T): T
  /** Every passage that matches, ranked. */
  match(query: SearchQuery, filters: SearchFilters): PassageMatches
  passage(rowid: number): StoredPassage
  passageCount(): number
  /** The last change of library.db that is in the index. */
  indexedSeq(): number
}

/** Column weights in the order of the index: title, outline, text, number, topics, single. */
const WEIGHTS = '2.0, 1.5, 1.0, 4.0, 1.5, 0.3'
/** More than any sum of words: what is called so comes first. */
const TITLE_IS_QUERY = 10_000
const TITLE_IS_WORD = 15
const TITLE_HOLDS_QUERY = 6

interface DocumentRow {
  id: number
  item_id: string
  revision: string
  kind: ItemKind
  title: string
  label: string | null
  issuer: string | null
  document_number: string | null
  issued_on: string | null
  validity: Validity
  source: string
}

/** @param readVocabulary called once, when words are first looked up */
export function openPassageSearch(
  connection: SqliteConnection,
  readVocabulary: () => Vocabulary = () => emptyVocabulary,
): PassageSearch {
  let read: Vocabulary | undefined
  const vocabulary = () => {
    read ??= readVocabulary()
    return read
  }
  const dataVersion = connection.prepare('PRAGMA data_version')
  const passageRow = connection.prepare('SELECT anchor, heading, path, text FROM passage WHERE id = ?')
  const matchers = {
    current: matcher(connection, 'current_index'),
    other: matcher(connection, 'other_index'),
  }
  let documents = new Map<number, IndexDocument>()
  let seenVersion = -1
  const refresh = () => {
    const { data_version: version } = dataVersion.get([]) as { data_version: number }
    if (version === seenVersion) return
    documents = loadDocuments(connection)
    seenVersion = version
  }

  const run = (expression: string, query: SearchQuery, filters: SearchFilters): RankedPassage[] => {
    const tables = searchesOtherRevisions(filters) ? [matchers.current, matchers.other] : [matchers.current]
    const accepts = documentFilter(filters)
    const accepted = new Map<number, number | undefined>()
    const words = query.words.map((word) => word.text)
    const passages: RankedPassage[] = []
    for (const find of tables) {
      for (const { id, score } of find(expression)) {
        const documentId = Math.floor(id / PASSAGES_PER_DOCUMENT)
        const document = documents.get(documentId)
        if (!document) continue
        let bonus = accepted.get(documentId)
        if (bonus === undefined && !accepted.has(documentId)) {
          bonus = accepts(document) ? titleBonus(document.titleKey, words) : undefined
          accepted.set(documentId, bonus)
        }
        if (bonus !== undefined) passages.push({ rowid: id, document, score: bonus - score })
      }
    }
    return passages.sort((a, b) => b.score - a.score || a.rowid - b.rowid)
  }

  return {
    consistently(work) {
      return inReadTransaction(connection, work)
    },
    passageCount: () => (connection.prepare('SELECT count(*) AS n FROM passage').get([]) as { n: number }).n,
    indexedSeq: () =>
      Number(
        (connection.prepare("SELECT value FROM meta WHERE key = 'indexed_seq'").get([]) as { value: string }).value,
      ),
    passage(rowid) {
      const row = passageRow.get([rowid]) as { anchor: string; heading: string; path: string; text: string }
      return { ...row, path: JSON.parse(row.path) as string[] }
    },
    match(query, filters) {
      refresh()
      const all = { ...query.filters, ...filters }
      const exact = exactExpression(query)
      if (exact === undefined) return { passages: [], loose: false, terms: [], synonyms: [] }
      const exactly = run(exact, query, all)
      const meant = officialExpression(query, vocabulary())
      const officially = meant ? follow(exactly, unseen(run(meant, query, all), exactly)) : exactly
      // A question or a miss is answered by the nearest passages, always after the exact ones.
      if (officially.length > 0 && !query.question) {
        const synonyms = meant ? query.words.flatMap((word) => vocabulary().of(word.text) ?? []) : []
        const terms = [...markTerms(query, false), ...synonyms.flatMap((synonym) => synonym.official)]
        return { passages: officially, loose: false, terms, synonyms }
      }
      const synonyms = query.words.flatMap((word) => vocabulary().within(word.text))
      const expression = looseExpression(query, synonyms)
      const loosely = expression ? unseen(run(expression, query, all), officially) : []
      const terms = [...markTerms(query, true), ...synonyms.flatMap((synonym) => synonym.official)]
      return { passages: follow(officially, loosely), loose: exactly.length === 0, terms, synonyms }
    },
  }
}

function unseen(passages: readonly RankedPassage[], seen: readonly RankedPassage[]): RankedPassage[] {
  const rowids = new Set(seen.map((passage) => passage.rowid))
  return passages.filter((passage) => !rowids.has(passage.rowid))
}

function inReadTransaction<T>(connection: SqliteConnection, work: () => T): T {
  connection.exec('BEGIN')
  try {
    const result = work()
    connection.exec('COMMIT')
    return result
  } catch (error) {
    try {
      connection.exec('ROLLBACK')
    } catch {
      // SQLite has already ended it by itself: the first error is the telling one.
    }
    throw error
  }
}

/** Scores of two expressions do not compare: those of the second list are lowered below the first. */
function follow(first: readonly RankedPassage[], second: readonly RankedPassage[]): readonly RankedPassage[] {
  const lowest = first.at(-1)?.score
  const highest = second[0]?.score
  if (lowest === undefined || highest === undefined || highest < lowest) return [...first, ...second]
  const step = highest - lowest + 0.01
  return [...first, ...second.map((passage) => ({ ...passage, score: passage.score - step }))]
}

function matcher(connection: SqliteConnection, table: string) {
  const statement = connection.prepare(
    `SELECT rowid AS id, bm25(${table}, ${WEIGHTS}) AS score FROM ${table} WHERE ${table} MATCH ?`,
  )
  return (expression: string) => statement.all([expression]) as { id: number; score: number }[]
}

function loadDocuments(connection: SqliteConnection): Map<number, IndexDocument> {
  const rows = connection
    .prepare(
      'SELECT id, item_id, revision, kind, title, label, issuer, document_number, issued_on, validity, source FROM document',
    )
    .all([]) as DocumentRow[]
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        itemId: row.item_id,
        revision: row.revision,
        kind: row.kind,
        title: row.title,
        label: row.label ?? undefined,
        issuer: row.issuer ?? undefined,
        documentNumber: row.document_number ?? undefined,
        issuedOn: row.issued_on ?? undefined,
        validity: row.validity,
        source: row.source,
        titleKey: identityTitle(foldText(row.title)),
        foldedIssuer: foldText(row.issuer ?? ''),
      },
    ]),
  )
}

function titleBonus(titleKey: string, words: readonly string[]): number {
  const whole = identityTitle(words.join(''))
  if (whole === '') return 0
  if (whole === titleKey) return TITLE_IS_QUERY
  if (words.some((word) => identityTitle(word) === titleKey)) return TITLE_IS_WORD
  return titleKey.includes(whole) ? TITLE_HOLDS_QUERY : 0
}

/** Superseded and coming revisions are looked through only when asked for. */
function searchesOtherRevisions(filters: SearchFilters): boolean {
  return filters.validities?.some((validity) => validity !== 'in-force') ?? false
}

function documentFilter(filters: SearchFilters): (document: IndexDocument) => boolean {
  const issuer = filters.issuer === undefined ? undefined : foldText(filters.issuer)
  return (document) =>
    (!filters.kinds?.length || filters.kinds.includes(document.kind)) &&
    (!filters.validities?.length || filters.validities.includes(document.validity)) &&
    (issuer === undefined || document.foldedIssuer.includes(issuer)) &&
    (filters.after === undefined || (document.issuedOn !== undefined && document.issuedOn >= filters.after)) &&
    (filters.before === undefined || (document.issuedOn !== undefined && document.issuedOn <= filters.before))
}
