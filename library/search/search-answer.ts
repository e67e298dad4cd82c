import { Validity } from '../items/validity.ts'
import { foldText } from './han-text.ts'
import type { PassageMatches, PassageSearch, RankedPassage } from './passage-search.ts'
import { parseQuery, type SearchFilters, type SearchQuery } from './search-query.ts'
import type { GroupedAnswer, ItemHits, SearchAnswer, SearchHit } from './search-view.ts'
import { makeSnippet } from './snippet.ts'
import type { Synonym } from './vocabulary.ts'

/** By pinyin, as a Chinese reader looks titles up; numbers by their value. */
const byTitle = new Intl.Collator('zh-CN', { numeric: true })

/** How many passages of one item are shown under it. */
const PASSAGES_PER_ITEM = 3

/** Says when a passage was found by an official term rather than by the word that was typed. */
function officialReason(text: string, synonyms: readonly Synonym[]): string | undefined {
  const reasons = synonyms.flatMap(({ everyday, official }) => {
    const term = text.includes(everyday) ? undefined : official.find((one) => text.includes(one))
    return term === undefined ? [] : [`${everyday} = ${term}`]
  })
  return reasons.length === 0 ? undefined : `因 ${reasons.join('，')}`
}

function toHit(search: PassageSearch, ranked: RankedPassage, matches: PassageMatches): SearchHit {
  const passage = search.passage(ranked.rowid)
  const snippet = makeSnippet(passage.text, matches.terms)
  const { document } = ranked
  const words = [document.title, ...passage.path, passage.heading, passage.text].join('\n')
  const why = matches.synonyms.length > 0 ? officialReason(foldText(words), matches.synonyms) : undefined
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
    ...(why !== undefined && { why }),
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
  const { matches, hits } = search.consistently(() => {
    const matches = search.match(parseQuery(typed), filters)
    return { matches, hits: matches.passages.slice(0, options.limit).map((one) => toHit(search, one, matches)) }
  })
  const why = matches.loose
    ? `没有一字不差的，按最接近的排列：${matches.terms.slice(0, 8).join('、')}`
    : `全部字词都在：${matches.terms.join('、')}`
  return {
    total: matches.passages.length,
    tookMs: elapsed(started),
    hits: options.explain ? hits.map((hit) => ({ ...hit, why: hit.why ?? why })) : hits,
  }
}

/** Answers with items in the order of their best passage. `limit` and `offset` count items. */
export function answerGrouped(
  search: PassageSearch,
  typed: string,
  filters: SearchFilters,
  options: { readonly limit: number; readonly offset: number; readonly sort: 'relevance' | 'date' | 'title' },
): GroupedAnswer {
  const started = performance.now()
  return search.consistently(() => ({ ...findGrouped(search, typed, filters, options), tookMs: elapsed(started) }))
}

function findGrouped(
  search: PassageSearch,
  typed: string,
  filters: SearchFilters,
  options: { readonly limit: number; readonly offset: number; readonly sort: 'relevance' | 'date' | 'title' },
): Omit<GroupedAnswer, 'tookMs'> {
  const query = parseQuery(typed)
  const matches = search.match(query, filters)
  const { passages, terms, loose } = matches
  const groups = groupByDocument(passages)
  const facets = countFacets(search, query, filters, groups)
  if (options.sort === 'date') {
    groups.sort((a, b) => (b[0]?.document.issuedOn ?? '').localeCompare(a[0]?.document.issuedOn ?? ''))
  } else if (options.sort === 'title') {
    groups.sort((a, b) => byTitle.compare(a[0]?.document.title ?? '', b[0]?.document.title ?? ''))
  }
  const items = groups.slice(options.offset, options.offset + options.limit).flatMap((group) => {
    const hits = group.slice(0, PASSAGES_PER_ITEM).map((ranked) => toHit(search, ranked, matches))
    return toItemHits(group, hits)
  })
  return { total: passages.length, itemTotal: groups.length, nearest: loose, items, terms, facets, notices: [] }
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

/** Each facet counts as if it were not itself limited, so that a second value can be seen and chosen. */
function countFacets(
  search: PassageSearch,
  query: SearchQuery,
  filters: SearchFilters,
  groups: readonly (readonly RankedPassage[])[],
): GroupedAnswer['facets'] {
  const limits = { ...query.filters, ...filters }
  const documents = (limited: boolean, wider: SearchFilters) => {
    const counted = limited ? groupByDocument(search.match(query, { ...filters, ...wider }).passages) : groups
    return counted.flatMap((group) => group[0]?.document ?? [])
  }
  const kinds = documents(Boolean(limits.kinds?.length), { kinds: [] })
  const validities = documents(Boolean(limits.validities?.length), { validities: Validity.options })
  const issuers = documents(Boolean(limits.issuer), { issuer: '' })
  return {
    kind: counted(kinds.map((document) => document.kind)),
    validity: counted(validities.map((document) => document.validity)),
    issuer: counted(issuers.flatMap((document) => document.issuer ?? [])).slice(0, 20),
    topic: [],
    channel: [],
  }
}

function counted<T extends string>(values: readonly T[]): { value: T; count: number }[] {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count)
}

const elapsed = (started: number) => Math.round((performance.now() - started) * 100) / 100
