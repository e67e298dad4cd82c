import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import { foldText } from '../han-text.ts'
import { parseQuery } from '../search-query.ts'
import type { Suggestion, Suggestions } from '../search-view.ts'
import { createCharacterReadings } from '../understanding/character-readings.ts'
import { readPlace } from '../understanding/read-place.ts'
import { createSpeller, type Speller } from '../understanding/speller.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { findPlace } from './find-place.ts'
import { bestFirst, createTitleRanking, RANK, type RankedTitle, type TitleRanking } from './rank-titles.ts'
import { createTermSuggester, type TermSuggester } from './suggest-terms.ts'
import { type ListedTitle, readTitleList, type TitleList } from './title-list.ts'

/** Answers while somebody types. */
export interface Suggester {
  /** Never fails for what was typed; nothing typed gives nothing. */
  suggest(db: Kysely<LibraryTables>, typed: string, limit: number): Promise<Suggestions>
}

interface State {
  readonly db: Kysely<LibraryTables>
  readonly list: TitleList
  readonly ranking: TitleRanking
  readonly terms: TermSuggester
}

/** Longer input is a question, not a title. UTF-16 units. */
const LONGEST_TYPED = 120
const MOST_TERMS = 6
const MOST_PLACES = 3

/**
 * Keeps the titles of a library in memory, brought up to its newest change before each answer.
 * @param sources the words of the starter channel, read when first needed
 */
export function createSuggester(sources: {
  readonly vocabulary: () => Vocabulary
  readonly topics: () => readonly string[]
}): Suggester {
  const readings = createCharacterReadings()
  let state: State | undefined
  let speller: { readonly speller: Speller; readonly titles: number } | undefined

  const current = async (db: Kysely<LibraryTables>): Promise<State> => {
    const known = state?.db === db ? state : undefined
    const list = await readTitleList(db, known?.list)
    if (known && list === known.list) return known
    const topics = [...new Set([...list.topics, ...sources.topics()])]
    const ranking = createTitleRanking([...list.titles.values()], readings)
    state = { db, list, ranking, terms: createTermSuggester(topics, sources.vocabulary(), readings) }
    return state
  }

  /** Made when first needed, and again when a hundredth of the titles is new: a name it does not know yet only goes uncorrected. */
  const spellerFor = ({ list }: State): Speller => {
    const { size } = list.titles
    if (!speller || Math.abs(size - speller.titles) > size / 100) {
      const names = [...list.titles.values()].flatMap((title) => title.keys)
      const words = sources.vocabulary().synonyms.flatMap(({ everyday, official }) => [everyday, ...official])
      speller = { speller: createSpeller([...names, ...sources.topics(), ...words], readings), titles: size }
    }
    return speller.speller
  }

  return {
    async suggest(db, given, limit) {
      const { typed, accepts } = readTyped(given)
      if (typed === '') return { items: [], terms: [] }
      const now = await current(db)
      const places = await suggestPlaces(db, now.ranking, typed)
      const best = (...found: readonly RankedTitle[][]) =>
        bestFirst(
          found.flatMap((some) => some.filter(({ title }) => accepts(title))),
          limit,
        )
      const typedOrMeant = [now.ranking.typed(typed), bySynonym(now.ranking, sources.vocabulary(), typed)]
      let found = best(...typedOrMeant)
      if (found.length < limit) found = best(...typedOrMeant, now.ranking.similar(typed))
      if (found.length === 0 && places.length === 0) found = best(bySpelling(now.ranking, spellerFor(now), typed))
      const items = [...places, ...found.map(toSuggestion)].slice(0, limit)
      return { items, terms: now.terms(typed, MOST_TERMS) }
    },
  }
}

/** What was typed without the filters in it, and which titles those leave. */
function readTyped(given: string): { typed: string; accepts: (title: ListedTitle) => boolean } {
  const typed = given.slice(0, LONGEST_TYPED).toWellFormed().trim()
  const { filters, words } = parseQuery(typed)
  if (Object.keys(filters).length === 0) return { typed, accepts: () => true }
  const { kinds, validities, except } = filters
  return {
    typed: words.map((word) => word.text).join(' '),
    accepts: ({ kind, validity }) =>
      (kinds?.includes(kind) ?? true) &&
      (validities?.includes(validity) ?? true) &&
      !except?.kinds?.includes(kind) &&
      !except?.validities?.includes(validity),
  }
}

const toSuggestion = ({ title: { itemId, kind, title, validity }, why }: RankedTitle): Suggestion => ({
  itemId,
  kind,
  title,
  validity,
  ...(why !== undefined && { why }),
})

/** 危房 also offers titles that speak of 农村危房改造, and says so. */
function bySynonym(ranking: TitleRanking, vocabulary: Vocabulary, typed: string): RankedTitle[] {
  const synonym = vocabulary.of(foldText(typed))
  return (synonym?.official ?? []).flatMap((word) =>
    ranking.holding(word, RANK.synonym, `因 ${synonym?.everyday} = ${word}`),
  )
}

function bySpelling(ranking: TitleRanking, speller: Speller, typed: string): RankedTitle[] {
  return speller
    .corrections(typed, { most: 5 })
    .flatMap(({ word, why }, at) => ranking.typed(word).map(({ title }) => ({ title, rank: RANK.spelling + at, why })))
}

/** 土地管理法 62 leads to that provision of the titles that were named best. */
async function suggestPlaces(db: Kysely<LibraryTables>, ranking: TitleRanking, typed: string): Promise<Suggestion[]> {
  const place = readPlace(typed)
  if (!place) return []
  const named = bestFirst(ranking.typed(place.titleKey), MOST_PLACES)
  const best = named.filter(({ rank }) => rank === named[0]?.rank)
  const places = await Promise.all(
    best.map(async ({ title, why }): Promise<Suggestion[]> => {
      const found = await findPlace(db, title.itemId, place)
      return found ? [{ ...toSuggestion({ title, rank: 0, why }), anchor: found.anchor, provision: found.heading }] : []
    }),
  )
  return places.flat()
}
