import { identityTitle } from '../../items/item-identity.ts'
import { foldText } from '../han-text.ts'
import type { CharacterReadings } from '../understanding/character-readings.ts'
import { matchDocumentNumber, readDocumentNumber } from '../understanding/document-number.ts'
import { createPinyinIndex, type PinyinMatch } from '../understanding/pinyin-index.ts'
import { bareTitle, type ListedTitle } from './title-list.ts'

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
  apart: 4,
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
  /** Titles that hold what was typed, or whose number it is; for letters also by sound. In no order, see {@link bestFirst}. */
  typed(typed: string): RankedTitle[]
  /** Titles that sound like it to speakers who do not tell all sounds apart. */
  similar(typed: string): RankedTitle[]
  /** Titles that hold a word. */
  holding(word: string, rank: number, why: string): RankedTitle[]
}

/** Nobody types the marks of a title in pinyin. */
const MARKS = /[^\p{L}\p{N}]/gu

interface Name {
  readonly title: ListedTitle
  readonly text: string
}

export function createTitleRanking(titles: readonly ListedTitle[], readings: CharacterReadings): TitleRanking {
  const names = titles.flatMap((title) => title.names.map((text): Name => ({ title, text })))
  const numbers = titles.flatMap((title) =>
    title.documentNumber === undefined ? [] : [{ title, printed: bareNumber(foldText(title.documentNumber)) }],
  )
  let index: ReturnType<typeof createPinyinIndex> | undefined
  const bySound = (typed: string, similar: boolean): RankedTitle[] => {
    if (!/[a-z]/.test(typed)) return []
    index ??= createPinyinIndex(
      names.map((name) => name.text.replace(MARKS, '')),
      readings,
    )
    return index.find(typed.replace(MARKS, ''), { similar }).map(({ at, extent }) => ({
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
      const parts = foldText(typed).split(/\s+/).map(bareTitle)
      const found: RankedTitle[] = []
      for (const { title, text } of names) {
        const at = text.indexOf(full)
        const short = full === key ? at : text.indexOf(key)
        if (at < 0 && short < 0) {
          if (parts.length > 1 && parts.every((part) => text.includes(part))) found.push({ title, rank: RANK.apart })
          continue
        }
        if (text === full || title.keys.includes(key)) found.push({ title, rank: RANK.same })
        else if (at === 0 || title.keys.some((one) => one.startsWith(key))) found.push({ title, rank: RANK.beginning })
        else found.push({ title, rank: RANK.inside })
      }
      return [...found, ...byNumber(numbers, typed), ...bySound(key, false)]
    },
    similar: (typed) => bySound(identityTitle(foldText(typed)), true),
    holding(word, rank, why) {
      return names.filter((name) => name.text.includes(word)).map(({ title }) => ({ title, rank, why }))
    },
  }
}

/** The best `most` titles, each once: by rank, those in force first, then the shorter. */
export function bestFirst(found: readonly RankedTitle[], most: number): RankedTitle[] {
  const byRank = new Map<number, RankedTitle[]>()
  for (const one of found) {
    const same = byRank.get(one.rank)
    if (same) same.push(one)
    else byRank.set(one.rank, [one])
  }
  const best: RankedTitle[] = []
  for (const rank of [...byRank.keys()].sort((a, b) => a - b)) {
    if (best.length >= most) break
    const ahead = best.length
    // A single letter finds most of a library: only as many as are shown are put in order.
    for (const one of byRank.get(rank) ?? []) {
      if (best.length >= most && compare(one, best[most - 1] as RankedTitle) >= 0) continue
      if (best.some((other) => other.title === one.title)) continue
      let place = best.length
      while (place > ahead && compare(one, best[place - 1] as RankedTitle) < 0) place--
      best.splice(place, 0, one)
      if (best.length > most) best.pop()
    }
  }
  return best
}

/** By the name without the state's: 土地管理法 before 土地复垦条例. */
function compare({ title: a }: RankedTitle, { title: b }: RankedTitle): number {
  const length = (title: ListedTitle) => (title.keys[0] ?? title.title).length
  return (
    Number(a.validity !== 'in-force') - Number(b.validity !== 'in-force') ||
    length(a) - length(b) ||
    (a.title < b.title ? -1 : a.title > b.title ? 1 : 0)
  )
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
