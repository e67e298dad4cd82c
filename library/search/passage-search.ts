import type { SqliteConnection } from '../store/sqlite-connection.ts'
import { documentMask } from './document-mask.ts'
import { foldText } from './han-text.ts'
import { openPassageIndex } from './index/open-passage-index.ts'
import type { Clause, DocumentMask, IndexDocument, Matches, StoredPassage } from './index/passage-index.ts'
import { type JoinedTiers, joinTiers, type Tier } from './join-tiers.ts'
import {
  characterTerms,
  exactClauses,
  excludedClauses,
  looseTerms,
  markTerms,
  mentionClauses,
  officialClauses,
  textOf,
} from './match-clauses.ts'
import type { Meaning } from './meaning/meaning.ts'
import type { PassageInContext } from './meaning/sentence-encoder.ts'
import {
  createTitleReader,
  createWordReader,
  readWords,
  type TitleReader,
  type TitleReading,
} from './other-readings.ts'
import { rankNearest, type SimilarityOf } from './rank-nearest.ts'
import { parseQuery, type SearchFilters, type SearchQuery } from './search-query.ts'
import type { Correction, Place } from './search-view.ts'
import { addBonus, titleBonus } from './title-bonus.ts'
import { createCharacterReadings } from './understanding/character-readings.ts'
import { matchDocumentNumber, readDocumentNumber } from './understanding/document-number.ts'
import { readPlace } from './understanding/read-place.ts'
import { emptyVocabulary, type Synonym, type Vocabulary } from './vocabulary.ts'

/** What was found: passages in tiers, best first. */
export interface PassageMatches extends JoinedTiers {
  /** True when nothing holds every word as typed. */
  readonly loose: boolean
  /** The words to mark. */
  readonly terms: readonly string[]
  /** The everyday words that were also looked up by their official terms. */
  readonly synonyms: readonly Synonym[]
  readonly didYouMean?: Correction | undefined
  /** The one place that was named by title and provision. */
  readonly place?: Place | undefined
  /** Which words brought the passage at a place of the list near, where that is not obvious. */
  reasonFor(at: number, passage: StoredPassage): string | undefined
}

/** Answers queries from the passage index. Cheap to keep open; sees what the writer commits. */
export interface PassageSearch {
  /** Runs `work` on one state of the index: what the writer commits meanwhile is seen afterwards. */
  consistently<T>(work: () => T): T
  /**
   * Every passage that matches, ranked.
   * @param similarityOf what an office's own model says of the nearest passages
   */
  match(query: SearchQuery, filters: SearchFilters, similarityOf?: SimilarityOf): PassageMatches
  /** Passage numbers mean the same as long as this stays. */
  version(): number
  /** A passage as models read it. */
  inContext(passage: number): PassageInContext
  /** Every passage of what is in force or has no end, for a model that is to read them all. */
  currentPassages(): IterableIterator<PassageInContext>
  passage(passage: number): StoredPassage
  documentOf(passage: number): IndexDocument
  passageCount(): number
  /** The last change of library.db that is in the index. */
  indexedSeq(): number
}

/** What understanding needs beside the index; each is read once, when first needed. */
export interface SearchKnowledge {
  readonly readVocabulary?: (() => Vocabulary) | undefined
  readonly readTopics?: (() => readonly string[]) | undefined
  /** Undefined when there is no model, or none that can be read. */
  readonly openMeaning?: (() => Meaning | undefined) | undefined
}

export function openPassageSearch(connection: SqliteConnection, knowledge: SearchKnowledge = {}): PassageSearch {
  const index = openPassageIndex(connection)
  const vocabulary = once(knowledge.readVocabulary ?? (() => emptyVocabulary))
  const topics = once(knowledge.readTopics ?? (() => []))
  const meaning = once(knowledge.openMeaning ?? (() => undefined))
  const readings = createCharacterReadings()
  const words = once(() => {
    const known = vocabulary().synonyms.flatMap(({ everyday, official }) => [everyday, ...official])
    return createWordReader([...topics(), ...known, ...(meaning()?.words ?? [])], readings)
  })
  let titles: { readonly version: number; readonly reader: TitleReader } | undefined
  const titleReader = () => {
    if (titles?.version !== index.version) {
      titles = { version: index.version, reader: createTitleReader(index.documents, readings) }
    }
    return titles.reader
  }

  /** Leaves out the passages that hold all of what is excluded together. */
  const withoutTogether = (query: SearchQuery, found: Matches, mask: DocumentMask): Matches => {
    const { together } = excludedClauses(query)
    if (together.length === 0) return found
    const unwanted = new Set(together.flatMap((clauses) => [...index.matchAll(clauses, [], mask).passages]))
    return only(found, (passage) => !unwanted.has(passage))
  }
  /** Passages with all of `clauses`, those first that are called as typed. */
  const matchAll = (query: SearchQuery, clauses: readonly Clause[], mask: DocumentMask): Matches => {
    const wanted = withoutTogether(query, index.matchAll(clauses, excludedClauses(query).single, mask), mask)
    const bonusOf = titleBonus(query.words.map((word) => word.text))
    const bonuses = new Map<number, number>()
    return addBonus(wanted, (passage) => {
      const ordinal = index.ordinalOf(passage)
      const known = bonuses.get(ordinal)
      if (known !== undefined) return known
      const bonus = bonusOf(index.documents[ordinal] as IndexDocument)
      bonuses.set(ordinal, bonus)
      return bonus
    })
  }
  /** The passages of documents one after the other, of each at most `most`. */
  const passagesOf = (ordinals: readonly number[], most: number): Matches => {
    const passages = Uint32Array.from(ordinals.flatMap((ordinal) => [...index.passagesOf(ordinal).slice(0, most)]))
    return { passages, scores: Float32Array.from(passages, (_, at) => passages.length - at) }
  }
  /** What has the number that was typed: it stands in few texts as typed, least of all in its own. */
  const numbered = (query: SearchQuery, mask: DocumentMask): Matches => {
    const asked = readDocumentNumber(textOf(query))
    if (!asked) return passagesOf([], 0)
    const fits = (fit: 'exact' | 'near') =>
      index.documents.flatMap(({ documentNumber }, ordinal) =>
        mask[ordinal] === 1 && documentNumber && matchDocumentNumber(asked, documentNumber) === fit ? [ordinal] : [],
      )
    return passagesOf([...fits('exact'), ...fits('near')], Number.POSITIVE_INFINITY)
  }
  /** A tier for each title with the beginning of its text, so that all are seen; then the rest of the likeliest. */
  const titled = (titles: readonly TitleReading[], mask: DocumentMask): Tier[] => {
    const found = titles.flatMap(({ itemId, why }) => {
      const ordinal = index.documents.findIndex((one) => one.itemId === itemId && one.scope === 'current')
      return mask[ordinal] === 1 ? [{ ordinal, why }] : []
    })
    return [
      ...found.map(({ ordinal, why }) => ({ matches: passagesOf([ordinal], 1), why })),
      ...found
        .slice(0, 1)
        .map(({ ordinal, why }) => ({ matches: passagesOf([ordinal], Number.POSITIVE_INFINITY), why })),
    ]
  }
  const placeOf = (query: SearchQuery, found: JoinedTiers): Place | undefined => {
    const named = readPlace(textOf(query))
    const first = found.passages[0]
    if (!named || first === undefined) return undefined
    const document = index.documents[index.ordinalOf(first)] as IndexDocument
    const passage = index.passage(first)
    const isIt = document.titleKey === named.titleKey && named.headings.includes(foldText(passage.heading))
    return isIt
      ? { itemId: document.itemId, anchor: passage.anchor, title: document.title, provision: passage.heading }
      : undefined
  }
  /** What was typed as it stands, or by the official terms for it. */
  const asTyped = (query: SearchQuery, mask: DocumentMask) => {
    const tiers: Tier[] = [{ matches: numbered(query, mask) }, { matches: matchAll(query, exactClauses(query), mask) }]
    const meant = officialClauses(query, vocabulary())
    if (meant) tiers.push({ matches: matchAll(query, meant, mask) })
    const synonyms = meant ? query.words.flatMap((word) => vocabulary().of(word.text) ?? []) : []
    const isFound = () => tiers.some((tier) => tier.matches.passages.length > 0)
    const mentioned = isFound() ? undefined : mentionClauses(query)
    if (mentioned) tiers.push({ matches: matchAll(query, mentioned, mask), why: '这里提到它，本库没有这一条的原文' })
    return { tiers, synonyms, isFound: isFound() }
  }
  /** What was probably meant, when nothing is as typed: whole titles, then words, then parts of titles. */
  const asMeant = (query: SearchQuery, mask: DocumentMask) => {
    const meantTitles = titleReader().read(textOf(query))
    const whole = meantTitles.filter((title) => title.isWhole)
    const tiers = titled(whole, mask)
    let best: Correction | undefined = tiers.length > 0 ? whole[0] : undefined
    let read: SearchQuery | undefined
    const isWordFound = (word: string) => index.matchAll([[{ text: word }]], [], mask).passages.length > 0
    for (const reading of query.question ? [] : readWords(query, words(), isWordFound)) {
      const other = { ...parseQuery(reading.query), excluded: query.excluded }
      const found = asTyped(other, mask)
      if (!found.isFound) continue
      best ??= reading
      read = other
      tiers.push(...found.tiers.map((tier) => ({ ...tier, why: reading.why })))
      break
    }
    const parts = meantTitles.filter((title) => !title.isWhole)
    if (tiers.length === 0) {
      tiers.push(...titled(parts, mask))
      if (tiers.length > 0) best = parts[0]
    }
    return { tiers, best: best && { query: best.query, why: best.why }, read }
  }

  const inContext = (passage: number): PassageInContext => ({
    ...index.passage(passage),
    title: index.documents[index.ordinalOf(passage)]?.title ?? '',
  })

  return {
    consistently: (work) => inReadTransaction(connection, work),
    passageCount() {
      index.refresh()
      return index.passageCount()
    },
    indexedSeq: () => index.indexedSeq(),
    passage: (passage) => index.passage(passage),
    documentOf: (passage) => index.documents[index.ordinalOf(passage)] as IndexDocument,
    version() {
      index.refresh()
      return index.version
    },
    inContext,
    *currentPassages() {
      index.refresh()
      const current = index.documents.flatMap(({ scope }, ordinal) => (scope === 'current' ? [ordinal] : []))
      for (const ordinal of current) for (const passage of index.passagesOf(ordinal)) yield inContext(passage)
    },
    match(query, filters, similarityOf) {
      index.refresh()
      const limits = { ...query.filters, ...filters }
      const mask = documentMask(index.documents, limits)
      if (query.words.length === 0) return nothingFor(limits, () => listed(index.documents, mask, passagesOf))
      const typed = asTyped(query, mask)
      const found = joinTiers(typed.tiers)
      if (typed.isFound && !query.question) {
        const terms = [...markTerms(query, false), ...typed.synonyms.flatMap((synonym) => synonym.official)]
        const place = placeOf(query, found)
        return { ...found, loose: false, terms, synonyms: typed.synonyms, place, reasonFor: () => undefined }
      }
      // A question or a miss is answered by the nearest passages, always after those as typed.
      const meant = typed.isFound || query.asking ? undefined : asMeant(query, mask)
      const read = meant?.read ?? query
      const synonyms = read.words.flatMap((word) => vocabulary().within(word.text))
      const text = textOf(read)
      const isRead = meant !== undefined && meant.tiers.length > 0
      const nearest = () =>
        rankNearest(
          index,
          {
            text,
            terms: looseTerms(read, synonyms),
            characters: characterTerms(read),
            excluded: excludedClauses(query).single,
            isQuestion: query.question,
            similarityOf,
          },
          mask,
          meaning(),
        )
      const rest = isRead ? meant.tiers : [{ matches: withoutTogether(query, nearest(), mask) }]
      const all = joinTiers([...typed.tiers, ...rest])
      const certain = found.passages.length
      const reason = once(() => meaning()?.reasons(text))
      return {
        ...all,
        loose: !typed.isFound,
        terms: [...markTerms(read, !isRead), ...synonyms.flatMap((synonym) => synonym.official)],
        synonyms,
        didYouMean: meant?.best,
        place: placeOf(query, found),
        reasonFor: (at, passage) => (at < certain ? undefined : reason()?.(foldText(passage.text))),
      }
    },
  }
}

/** Filters alone list what they leave, the newest first; nothing typed finds nothing. */
function nothingFor(limits: SearchFilters, list: () => Matches): PassageMatches {
  const isLimited = Object.values(limits).some((limit) => limit !== undefined && limit !== '' && !isEmpty(limit))
  const tiers = isLimited ? [{ matches: list() }] : []
  return { ...joinTiers(tiers), loose: false, terms: [], synonyms: [], reasonFor: () => undefined }
}

const isEmpty = (limit: unknown) => Array.isArray(limit) && limit.length === 0

function listed(
  documents: readonly IndexDocument[],
  mask: DocumentMask,
  passagesOf: (ordinals: readonly number[], most: number) => Matches,
): Matches {
  const ordinals = documents.flatMap((_, ordinal) => (mask[ordinal] === 1 ? [ordinal] : []))
  const dateOf = (ordinal: number) => documents[ordinal]?.issuedOn ?? ''
  return passagesOf(
    ordinals.sort((a, b) => dateOf(b).localeCompare(dateOf(a)) || a - b),
    1,
  )
}

function only(matches: Matches, isWanted: (passage: number) => boolean): Matches {
  const kept = [...matches.passages.keys()].filter((at) => isWanted(matches.passages[at] as number))
  return {
    passages: Uint32Array.from(kept, (at) => matches.passages[at] as number),
    scores: Float32Array.from(kept, (at) => matches.scores[at] as number),
  }
}

function once<T>(read: () => T): () => T {
  let result: { readonly value: T } | undefined
  return () => {
    result ??= { value: read() }
    return result.value
  }
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
