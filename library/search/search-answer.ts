import type { PassageSearch, RankedPassage } from './passage-search.ts'
import { parseQuery, type SearchFilters } from './search-query.ts'
import type { GroupedAnswer, ItemHits, SearchAnswer, SearchHit } from './search-view.ts'
import { makeSnippet } from './snippet.ts'

/** How many passages of one item are shown under it. */
const PASSAGES_PER_ITEM = 3

function toHit(search: PassageSearch, ranked: RankedPassage, terms: readonly string[]): SearchHit {
  const passage = search.passage(ranked.rowid)
  const snippet = makeSnippet(passage.text, terms)
  const { document } = ranked
  return {
    itemId: document.itemId,
    kind: document.kind,
    title: document.title,
    ...(passage.heading === '' ? {} : { provision: passage.heading }),
    anchor: passage.anchor,
    path: passage.path,
    source: document.source,
    validity: document.validity,
    snippet: snippet.text,
    marks: snippet.marks,
    score: Math.round(ranked.score * 1000) / 1000,
  }
}

/** Answers with passages, best first. `limit` counts passages. */
export function answerPassages(
  search: PassageSearch,
  typed: string,
  filters: SearchFilters,
  options: { readonly limit: number; readonly explain?: boolean },
): SearchAnswer {
  const started = performance.now()
  const matches = search.match(parseQuery(typed), filters)
  const hits = matches.passages.slice(0, options.limit).map((ranked) => toHit(search, ranked, matches.terms))
  const why = matches.loose
    ? `没有一字不差的，按最接近的排列：${matches.terms.slice(0, 8).join('、')}`
    : `全部字词都在：${matches.terms.join('、')}`
  return {
    total: matches.passages.length,
    tookMs: elapsed(started),
    hits: options.explain ? hits.map((hit) => ({ ...hit, why })) : hits,
  }
}

/** Answers with items in the order of their best passage. `limit` and `offset` count items. */
export function answerGrouped(
  search: PassageSearch,
  typed: string,
  filters: SearchFilters,
  options: { readonly limit: number; readonly offset: number; readonly sort: 'relevance' | 'date' },
): GroupedAnswer {
  const started = performance.now()
  const { passages, terms, loose } = search.match(parseQuery(typed), filters)
  const groups = groupByDocument(passages)
  if (options.sort === 'date') {
    groups.sort((a, b) => (b[0]?.document.issuedOn ?? '').localeCompare(a[0]?.document.issuedOn ?? ''))
  }
  const why = loose && passages.length > 0 ? '没有一字不差的，这是最接近的' : undefined
  const items = groups.slice(options.offset, options.offset + options.limit).flatMap((group) => {
    const hits = group
      .slice(0, PASSAGES_PER_ITEM)
      .map((ranked) => ({ ...toHit(search, ranked, terms), ...(why && { why }) }))
    return toItemHits(group, hits)
  })
  return { total: passages.length, tookMs: elapsed(started), items, terms, facets: countFacets(groups) }
}

function toItemHits(group: readonly RankedPassage[], passages: readonly SearchHit[]): ItemHits[] {
  const document = group[0]?.document
  if (!document) return []
  const { itemId, revision, kind, title, label, issuer, documentNumber, issuedOn, validity, source } = document
  return [
    {
      itemId,
      revision,
      kind,
      title,
      label,
      issuer,
      documentNumber,
      issuedOn,
      validity,
      source,
      passages,
      found: group.length,
    },
  ]
}

function groupByDocument(passages: readonly RankedPassage[]): RankedPassage[][] {
  const groups = new Map<number, RankedPassage[]>()
  for (const passage of passages) {
    const group = groups.get(passage.document.id)
    if (group) group.push(passage)
    else groups.set(passage.document.id, [passage])
  }
  return [...groups.values()]
}

function countFacets(groups: readonly (readonly RankedPassage[])[]): GroupedAnswer['facets'] {
  const documents = groups.flatMap((group) => group[0]?.document ?? [])
  return {
    kind: counted(documents.map((document) => document.kind)),
    validity: counted(documents.map((document) => document.validity)),
    issuer: counted(documents.flatMap((document) => document.issuer ?? [])).slice(0, 20),
  }
}

function counted<T extends string>(values: readonly T[]): { value: T; count: number }[] {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count)
}

const elapsed = (started: number) => Math.round((performance.now() - started) * 100) / 100
