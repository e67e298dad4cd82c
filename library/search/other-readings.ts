import { identityTitle } from '../items/item-identity.ts'
import { foldText } from './han-text.ts'
import type { IndexDocument } from './index/passage-index.ts'
import type { SearchQuery } from './search-query.ts'
import { bestFirst, createTitleRanking, RANK, type TitleRanking } from './suggest/rank-titles.ts'
import { listTitle } from './suggest/title-list.ts'
import type { CharacterReadings } from './understanding/character-readings.ts'
import { createPinyinWords, type PinyinWord } from './understanding/pinyin-words.ts'
import { createSpeller, type Speller } from './understanding/speller.ts'

/** Another way to read what was typed, when nothing holds it as it stands. */
export interface OtherReading {
  /** The whole query, to be searched instead. */
  readonly query: string
  /** 因 zjd = 宅基地. */
  readonly why: string
}

/** An item that is called as typed, in pinyin or with a slip. */
export interface TitleReading extends OtherReading {
  readonly itemId: string
  /** True when all of the title, or its beginning, was meant; false for a part of it. */
  readonly isWhole: boolean
}

/** As many titles as are looked over at a glance. */
const MOST_TITLES = 8
const MOST_WORDS = 4
/** A long sentence is asked, not mistyped. Characters. */
const LONGEST_WORD = 40
const LONGEST_TITLE = 100

/** Known words, and how they are mistyped; made once, since it takes some tenths of a second. */
export interface WordReader {
  read(word: string): { readonly word: string; readonly why: string }[]
}

/** @param words those that matter most first */
export function createWordReader(words: readonly string[], readings: CharacterReadings): WordReader {
  let speller: Speller | undefined
  let pinyin: ((typed: string, most: number) => PinyinWord[]) | undefined
  return {
    read(word) {
      if (word.length > LONGEST_WORD) return []
      if (/[a-z]/.test(word)) {
        pinyin ??= createPinyinWords(words, readings)
        return pinyin(word, MOST_WORDS)
      }
      speller ??= createSpeller(words, readings)
      return speller
        .corrections(word, { most: MOST_WORDS })
        .map(({ word: meant, why }) => ({ word: meant, why: `因 ${word} → ${meant}（${why}）` }))
    },
  }
}

/** The titles of one state of the index, and how they are mistyped. */
export interface TitleReader {
  /** Titles that were meant, likeliest first. */
  read(typed: string): TitleReading[]
}

/** @param documents what can be found; of each title the current revision */
export function createTitleReader(documents: readonly IndexDocument[], readings: CharacterReadings): TitleReader {
  const current = documents.filter((document) => document.scope === 'current')
  let ranking: TitleRanking | undefined
  let speller: Speller | undefined
  const ranked = (typed: string) => {
    ranking ??= createTitleRanking(current.map(listedTitle), readings)
    return ranking.typed(typed)
  }
  return {
    read(typed) {
      const trimmed = typed.trim()
      if (trimmed.length > LONGEST_TITLE) return []
      if (/[a-z]/.test(trimmed)) {
        const found = ranked(trimmed).filter(({ rank }) => rank >= RANK.pinyin)
        return bestFirst(found, MOST_TITLES).map(({ title, rank }) => ({
          itemId: title.itemId,
          query: title.title,
          why: `因 ${trimmed} 是《${title.title}》的拼音`,
          isWhole: rank <= RANK.pinyin + 1,
        }))
      }
      speller ??= createSpeller(
        current.map((document) => document.title),
        readings,
      )
      return speller
        .corrections(trimmed, { most: MOST_WORDS })
        .flatMap(({ word, why }) =>
          ranked(word)
            .filter(({ rank }) => rank === RANK.same)
            .map(({ title }) => ({
              itemId: title.itemId,
              query: title.title,
              why: `因 ${trimmed} → ${title.title}（${why}）`,
              isWhole: true,
            })),
        )
        .slice(0, MOST_TITLES)
    },
  }
}

const listedTitle = ({ itemId, kind, title, titleKey, alternative, validity, documentNumber }: IndexDocument) =>
  listTitle({
    itemId,
    kind,
    title,
    keys: [titleKey, ...alternative.map((other) => identityTitle(foldText(other)))],
    validity,
    documentNumber,
  })

/** The query with the words that nothing holds put right; likeliest first. */
export function readWords(query: SearchQuery, reader: WordReader, isFound: (word: string) => boolean): OtherReading[] {
  const words = query.words.filter((word) => !word.phrase)
  if (words.length === 0 || words.length > 8) return []
  const readings = words.map(({ text }) => (words.length > 1 && isFound(text) ? [] : reader.read(text)))
  const wrong = readings.findIndex((ways) => ways.length > 0)
  return (readings[wrong] ?? []).map((way) => {
    const chosen = readings.map((ways, at) => (at === wrong ? way : ways[0]))
    return {
      query: words.map((word, at) => chosen[at]?.word ?? word.text).join(' '),
      why: chosen.flatMap((one) => one?.why ?? []).join('；'),
    }
  })
}
