import { Validity } from '../items/validity.ts'
import { foldText } from './han-text.ts'
import type { IndexDocument } from './index/passage-index.ts'
import type { PassageMatches, PassageSearch } from './passage-search.ts'
import type { SimilarityOf } from './rank-nearest.ts'
import { parseQuery, type SearchFilters, type SearchQuery } from './search-query.ts'
import type { FacetValue, GroupedAnswer, ItemHits, SearchAnswer, SearchHit } from './search-view.ts'
import { makeSnippet } from './snippet.ts'
import type { Synonym } from './vocabulary.ts'

/** How many passages of one item are shown under it. */
const PASSAGES_PER_ITEM = 3
const MOST_FACETS = 20
/** Nobody reads reasons further down the list, and each takes a while to find. */
const EXPLAINED = 20

/** Says when a passage was found by an official term rather than by the word that was typed. */
function officialReason(text: string, synonyms: readonly Synonym[]): string | undefined {
  const reasons = synonyms.flatMap(({ everyday, official }) => {
    const term = text.includes(everyday) ? undefined : official.find((one) => text.includes(one))
    return term === undefined ? [] : [`${everyday} = ${term}`]
  })
  return reasons.length === 0 ? undefined : `因 ${reasons.join('，')}`
}

/** The hit at a place of the list. */
function toHit(search: PassageSearch, matches: PassageMatches, at: number): SearchHit {
  const number = matches.passages[at] as number
  const passage = search.passage(number)
  const document = search.documentOf(number)
  const snippet = makeSnippet(passage.text, matches.terms)
  const words = [document.title, ...passage.path, passage.heading, passage.text].join('\n')
  const why =
    matches.ends.find(({ end }) => at < end)?.why ??
    (matches.synonyms.length > 0 ? officialReason(foldText(words), matches.synonyms) : undefined) ??
    (at < EXPLAINED ? matches.reasonFor(at, passage) : undefined)
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
    score: Math.round((matches.scores[at] as number) * 1000) / 1000,
    ...(why !== undefined && { why }),
  }
}

/** Answers with passages, best first. `limit` counts passages. */
export function answerPassages(
  search: PassageSearch,
  typed: string,
  filters: SearchFilters,
  options: { readonly limit: number; readonly explain?: boolean; readonly similarityOf?: SimilarityOf | undefined },
): SearchAnswer {
  const started = performance.now()
  const query = parseQuery(typed)
  const { matches, hits } = search.consistently(() => {
    const matches = search.match(query, filters, options.similarityOf)
    const shown = Math.min(options.limit, matches.passages.length)
    return { matches, hits: Array.from({ length: shown }, (_, at) => toHit(search, matches, at)) }
  })
  const why = matches.loose
    ? `没有一字不差的，按最接近的排列：${matches.terms.slice(0, 8).join('、')}`
    : matches.terms.length > 0
      ? `全部字词都在：${matches.terms.join('、')}`
      : '符合所选的条件'
  return {
    total: matches.passages.length,
    tookMs: elapsed(started),
    hits: options.explain ? hits.map((hit) => ({ ...hit, why: hit.why ?? why })) : hits,
    ...(query.notices.length > 0 && { notices: query.notices }),
    ...(matches.didYouMean && { didYouMean: matches.didYouMean }),
  }
}

export interface GroupedOptions {
  readonly limit: number
  readonly offset: number
  readonly sort: 'relevance' | 'date' | 'title'
  readonly similarityOf?: SimilarityOf | undefined
}

/** Answers with items in the order of their best passage. `limit` and `offset` count items. */
export function answerGrouped(
  search: PassageSearch,
  typed: string,
  filters: SearchFilters,
  options: GroupedOptions,
): GroupedAnswer {
  const started = performance.now()
  return search.consistently(() => ({ ...findGrouped(search, typed, filters, options), tookMs: elapsed(started) }))
}

/** The matches of one document: places in the list, the best first. */
interface DocumentGroup {
  readonly document: IndexDocument
  readonly best: number[]
  found: number
}

function findGrouped(
  search: PassageSearch,
  typed: string,
  filters: SearchFilters,
  options: GroupedOptions,
): Omit<GroupedAnswer, 'tookMs'> {
  const query = parseQuery(typed)
  const matches = search.match(query, filters, options.similarityOf)
  const groups = groupByDocument(search, matches)
  const facets = countFacets(search, query, filters, groups)
  if (options.sort !== 'relevance') groups.sort(orders[options.sort])
  const items = groups.slice(options.offset, options.offset + options.limit).map((group) => ({
    ...toItemHits(group),
    passages: group.best.map((at) => toHit(search, matches, at)),
  }))
  return {
    total: matches.passages.length,
    itemTotal: groups.length,
    nearest: matches.loose,
    items,
    terms: matches.terms,
    facets,
    notices: query.notices,
    ...(matches.didYouMean && { didYouMean: matches.didYouMean }),
    ...(matches.place && { jump: matches.place }),
  }
}

/** By pinyin, as a Chinese reader looks titles up; numbers by their value. */
const byTitle = new Intl.Collator('zh-CN', { numeric: true })
const orders: Readonly<Record<'date' | 'title', (a: DocumentGroup, b: DocumentGroup) => number>> = {
  date: (a, b) => (b.document.issuedOn ?? '').localeCompare(a.document.issuedOn ?? ''),
  title: (a, b) => byTitle.compare(a.document.title, b.document.title),
}

function toItemHits({ document, found }: DocumentGroup): Omit<ItemHits, 'passages'> {
  const { itemId, revision, kind, title, label, issuer, documentNumber, issuedOn, validity, source } = document
  return { itemId, revision, kind, title, label, issuer, documentNumber, issuedOn, validity, source, found }
}

function groupByDocument(search: PassageSearch, matches: PassageMatches): DocumentGroup[] {
  const groups = new Map<IndexDocument, DocumentGroup>()
  for (let at = 0; at < matches.passages.length; at++) {
    const document = search.documentOf(matches.passages[at] as number)
    const group = groups.get(document)
    if (!group) groups.set(document, { document, best: [at], found: 1 })
    else {
      group.found += 1
      if (group.best.length < PASSAGES_PER_ITEM) group.best.push(at)
    }
  }
  return [...groups.values()]
}

/** Each facet counts as if it were not itself limited, so that a second value can be seen and chosen. */
function countFacets(
  search: PassageSearch,
  query: SearchQuery,
  filters: SearchFilters,
  groups: readonly DocumentGroup[],
): GroupedAnswer['facets'] {
  const limits = { ...query.filters, ...filters }
  const documents = (limited: boolean, wider: SearchFilters): readonly IndexDocument[] =>
    (limited ? groupByDocument(search, search.match(query, { ...filters, ...wider })) : groups).map(
      (group) => group.document,
    )
  return {
    kind: counted(documents(Boolean(limits.kinds?.length), { kinds: [] }).map((document) => document.kind)),
    validity: counted(
      documents(Boolean(limits.validities?.length), { validities: Validity.options }).map(
        (document) => document.validity,
      ),
    ),
    issuer: counted(
      documents(Boolean(limits.issuer), { issuer: '' }).flatMap((document) => document.issuer ?? []),
    ).slice(0, MOST_FACETS),
    topic: counted(
      documents(Boolean(limits.topics?.length), { topics: [] }).flatMap((document) => document.topics),
    ).slice(0, MOST_FACETS),
    channel: counted(documents(Boolean(limits.channels?.length), { channels: [] }).map((document) => document.channel)),
  }
}

function counted<T extends string>(values: readonly T[]): FacetValue<T>[] {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count)
}

const elapsed = (started: number) => Math.round((performance.now() - started) * 100) / 100
