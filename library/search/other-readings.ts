import { identityTitle } from '../items/item-identity.ts'
import { foldText } from './han-text.ts'
import type { IndexDocument } from './index/passage-index.ts'
import type { SearchQuery } from './search-query.ts'
import { bestFirst, createTitleRanking, RANK, type TitleRanking } from './suggest/rank-titles.ts'
import { listTitle } from './suggest/title-list.ts'
import { type CharacterReadings, createCharacterReadings } from './understanding/character-readings.ts'
import { createPinyinWords } from './understanding/pinyin-words.ts'
import { createSpeller, type Speller } from './understanding/speller.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Another way to read what was typed, when nothing holds it as it stands. */
export interface OtherReading {
  /** The whole query, to be searched instead. */
  readonly query: string
  /** 因 zjd = 宅基地. */
  readonly why: string
}

/** Items that are called as typed, in pinyin or with a slip. */
export interface TitleReading extends OtherReading {
  readonly itemId: string
}

/** Reads what was typed once more: as pinyin, with a slip put right, by how it sounds. */
export interface OtherReader {
  /** Titles that were meant, likeliest first. */
  titles(typed: string): TitleReading[]
  /** The query with the words nothing holds put right; likeliest first. */
  queries(query: SearchQuery, isFound: (word: string) => boolean): OtherReading[]
}

/** As many titles as are looked over at a glance. */
const MOST_TITLES = 8
const MOST_WORDS = 4
/** A long sentence is asked, not mistyped. Characters. */
const LONGEST_WORD = 40

/**
 * @param documents what can be found; of each title the current revision
 * @param words known words, those that matter most first
 */
export function createOtherReader(
  documents: readonly IndexDocument[],
  vocabulary: Vocabulary,
  words: Iterable<string>,
  readings: CharacterReadings = createCharacterReadings(),
): OtherReader {
  const current = documents.filter((document) => document.scope === 'current')
  let ranking: TitleRanking | undefined
  const titleRanking = () => {
    ranking ??= createTitleRanking(
      current.map(({ itemId, kind, title, titleKey, alternative, validity, documentNumber }) =>
        listTitle({
          itemId,
          kind,
          title,
          keys: [titleKey, ...alternative.map((other) => identityTitle(foldText(other)))],
          validity,
          documentNumber,
        }),
      ),
      readings,
    )
    return ranking
  }
  const known = () => [...vocabulary.synonyms.flatMap(({ everyday, official }) => [everyday, ...official]), ...words]
  let speller: Speller | undefined
  const spelling = () => {
    speller ??= createSpeller([...current.map((document) => document.title), ...known()], readings)
    return speller
  }
  let pinyin: ReturnType<typeof createPinyinWords> | undefined
  const pinyinWords = () => {
    pinyin ??= createPinyinWords(known(), readings)
    return pinyin
  }
  const wordReadings = (word: string): { word: string; why: string }[] => {
    if (word.length > LONGEST_WORD) return []
    if (/[a-z]/.test(word)) return pinyinWords()(word, MOST_WORDS)
    return spelling()
      .corrections(word, { most: MOST_WORDS })
      .map(({ word: meant, why }) => ({ word: meant, why: `因 ${word} → ${meant}（${why}）` }))
  }

  return {
    titles(typed) {
      if (typed.length > 2 * LONGEST_WORD) return []
      if (/[a-z]/.test(typed)) {
        const found = titleRanking()
          .typed(typed)
          .filter(({ rank }) => rank >= RANK.pinyin)
        return bestFirst(found, MOST_TITLES).map(({ title }) => ({
          itemId: title.itemId,
          query: title.title,
          why: `因 ${typed.trim()} 是《${title.title}》的拼音`,
        }))
      }
      return spelling()
        .corrections(typed, { most: MOST_WORDS })
        .flatMap(({ word, why }) =>
          titleRanking()
            .typed(word)
            .filter(({ rank }) => rank === RANK.same)
            .map(({ title }) => ({
              itemId: title.itemId,
              query: title.title,
              why: `因 ${typed.trim()} → ${title.title}（${why}）`,
            })),
        )
        .slice(0, MOST_TITLES)
    },
    queries(query, isFound) {
      const words = query.words.filter((word) => !word.phrase)
      if (words.length === 0 || words.length > 8) return []
      const put = words.map(({ text }) => (words.length > 1 && isFound(text) ? [] : wordReadings(text)))
      const wrong = put.findIndex((readings) => readings.length > 0)
      if (wrong < 0) return []
      const rest = (at: number) => put[at]?.[0]?.word ?? (words[at]?.text as string)
      return (put[wrong] ?? []).map((reading) => ({
        query: words.map((_, at) => (at === wrong ? reading.word : rest(at))).join(' '),
        why: [reading.why, ...put.flatMap((readings, at) => (at === wrong ? [] : (readings[0]?.why ?? [])))].join('；'),
      }))
    },
  }
}
