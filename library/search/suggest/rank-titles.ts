import { identityTitle } from '../../items/item-identity.ts'
import { foldText } from '../han-text.ts'
import type { CharacterReadings } from '../understanding/character-readings.ts'
import { matchDocumentNumber, readDocumentNumber } from '../understanding/document-number.ts'
import { createPinyinIndex, type PinyinMatch } from '../understanding/pinyin-index.ts'
import type { ListedTitle } from './title-list.ts'

/** A title for what was typed. */
export interface RankedTitle {
  readonly title: ListedTitle
  /** Lower is better, see {@link RANK}. */
  readonly rank: number
  readonly why?: string | undefined
}

/** What was typed is the title, begins it, is its number, stands in it, or is how it sounds. */
export const RANK = {
  same: 0,
  number: 1,
  beginning: 2,
  inside: 3,
  near: 4,
  pinyin: 5,
  synonym: 9,
  similar: 10,
  spelling: 14,
} as const

const EXTENT: Readonly<Record<PinyinMatch['extent'], number>> = { whole: 0, beginning: 1, inside: 2 }
const WHY_PINYIN = '拼音'
const WHY_SIMILAR = '读音相近'

/** Ranks the titles of one list; holds what is worth keeping between keystrokes. */
export interface TitleRanking {
  /** Titles that hold what was typed, or whose number it is; for letters also by sound. Best first. */
  typed(typed: string): RankedTitle[]
  /** Titles that sound like it to speakers who do not tell all sounds apart. */
  similar(typed: string): RankedTitle[]
  /** Titles that hold a word. */
  holding(word: string, rank: number, why: string): RankedTitle[]
}

interface Name {
  readonly title: ListedTitle
  readonly text: string
}

export function createTitleRanking(titles: readonly ListedTitle[], readings: CharacterReadings): TitleRanking {
  const names = titles.flatMap(namesOf)
  const numbers = titles.flatMap((title) =>
    title.documentNumber === undefined ? [] : [{ title, printed: bareNumber(foldText(title.documentNumber)) }],
  )
  let index: ReturnType<typeof createPinyinIndex> | undefined
  const bySound = (typed: string, similar: boolean): RankedTitle[] => {
    if (!/[a-z]/.test(typed)) return []
    index ??= createPinyinIndex(
      names.map((name) => name.text),
      readings,
    )
    return index.find(typed, { similar }).map(({ at, extent }) => ({
      title: (names[at] as Name).title,
      rank: (similar ? RANK.similar : RANK.pinyin) + EXTENT[extent],
      why: similar ? WHY_SIMILAR : WHY_PINYIN,
    }))
  }

  return {
    typed(typed) {
      const full = bareTitle(foldText(typed))
      const key = identityTitle(full)
      if (key === '') return []
      const found: RankedTitle[] = []
      for (const { title, text } of names) {
        const at = text.indexOf(full)
        const short = full === key ? at : text.indexOf(key)
        if (at < 0 && short < 0) continue
        if (text === full || title.keys.includes(key)) found.push({ title, rank: RANK.same })
        else if (at === 0 || title.keys.some((one) => one.startsWith(key))) found.push({ title, rank: RANK.beginning })
        else found.push({ title, rank: RANK.inside })
      }
      return bestFirst([...found, ...byNumber(numbers, typed), ...bySound(key, false)])
    },
    similar: (typed) => bestFirst(bySound(identityTitle(foldText(typed)), true)),
    holding(word, rank, why) {
      const held = names.filter((name) => name.text.includes(word))
      return bestFirst(held.map(({ title }) => ({ title, rank, why })))
    },
  }
}

/** Each title once, by rank, those in force first, then the shorter. */
export function bestFirst(found: readonly RankedTitle[]): RankedTitle[] {
  const best = new Map<string, RankedTitle>()
  for (const one of found) {
    const before = best.get(one.title.itemId)
    if (!before || one.rank < before.rank) best.set(one.title.itemId, one)
  }
  return [...best.values()].sort(
    (a, b) =>
      a.rank - b.rank ||
      Number(a.title.validity !== 'in-force') - Number(b.title.validity !== 'in-force') ||
      a.title.title.length - b.title.title.length ||
      (a.title.title < b.title.title ? -1 : 1),
  )
}

const bareTitle = (folded: string) => folded.replace(/[\s《》〈〉「」"“”]/g, '')

function namesOf(title: ListedTitle): Name[] {
  const full = bareTitle(foldText(title.title))
  // The first key is that of the title itself, which `full` holds unless it left out more than the state.
  const others = title.keys.filter((key) => key !== '' && !full.endsWith(key))
  return [full, ...others].map((text) => ({ title, text }))
}

function byNumber(numbers: readonly { title: ListedTitle; printed: string }[], typed: string): RankedTitle[] {
  if (!/\d|[一二三四五六七八九十]/.test(foldText(typed))) return []
  const why = '文号'
  const asked = readDocumentNumber(typed)
  const bare = bareNumber(foldText(typed))
  const digits = asked && String(asked.number)
  return numbers.flatMap(({ title, printed }) => {
    const begins = bare.length >= 3 && printed.startsWith(bare)
    if (!asked || (!begins && !printed.endsWith(digits as string) && /\d$/.test(printed)))
      return begins ? [{ title, rank: RANK.near, why }] : []
    const match = matchDocumentNumber(asked, title.documentNumber ?? '')
    if (match === undefined) return begins ? [{ title, rank: RANK.near, why }] : []
    return [{ title, rank: match === 'exact' ? RANK.number : RANK.near, why }]
  })
}

/** 国发202412 for 国发〔2024〕12号, for numbers that are still being typed. */
const bareNumber = (folded: string) => folded.replace(/^中华人民共和国/, '').replace(/[\s〔〕[\]()【】第号年]/g, '')
