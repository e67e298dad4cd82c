import { pinyin } from 'pinyin-pro'
import { findDocumentNumbers } from '../../../importing/recognition/document-number.ts'
import type { ListedTitle, TitleList } from '../../../search/suggest/title-list.ts'
import { oneEdit } from '../../../search/understanding/one-edit.ts'
import { policyKey } from './policy-key.ts'

/** The policies of a library, by what documents call them. */
export interface PolicyIndex {
  readonly count: number
  /** Those of this title or short name. */
  named: (title: string) => readonly ListedTitle[]
  /** Those of this 发文字号, in its normal form. */
  numbered: (number: string) => readonly ListedTitle[]
  /** Whether the library holds a long work of this title in pieces: 民法典 总则, 民法典 物权编. */
  readonly inPieces: (title: string) => boolean
  /** The one whose title is a slip of the hand away; undefined when there is none, or several. */
  nearest: (title: string) => ListedTitle | undefined
}

/** Shorter titles are near too many others: 教师法, 律师法. */
const SHORTEST_NEAR = 5
/** Titles of different places, orders and trades may differ by one letter and both be right. */
const ONE_LETTER_APART = /省|市|县|区|州|[一二三四五六七八九十]/

export function indexPolicies(list: TitleList): PolicyIndex {
  const byName = new Map<string, ListedTitle[]>()
  const byNumber = new Map<string, ListedTitle[]>()
  const pieces = new Set<string>()
  let count = 0
  for (const title of list.titles.values()) {
    if (title.kind !== 'policy') continue
    count += 1
    const [work, piece] = title.title.split(/\s+/)
    if (work && piece) pieces.add(policyKey(work))
    for (const key of new Set([...title.keys, ...title.names])) add(byName, key, title)
    const [number] = title.documentNumber ? findDocumentNumbers(title.documentNumber) : []
    if (number) add(byNumber, number.number, title)
  }
  return {
    count,
    named: (title) => byName.get(policyKey(title)) ?? [],
    numbered: (number) => byNumber.get(number) ?? [],
    inPieces: (title) => pieces.has(policyKey(title)),
    nearest(title) {
      const key = policyKey(title)
      if (key.length < SHORTEST_NEAR || ONE_LETTER_APART.test(key)) return undefined
      const near = new Set([...byName].flatMap(([other, titles]) => (isSlip(key, other) ? titles.slice(0, 1) : [])))
      const [only] = near
      return near.size === 1 ? only : undefined
    },
  }
}

/** One letter too many or too few, two exchanged, or another that sounds the same: 管里 for 管理, but not 刑法 for 宪法. */
function isSlip(typed: string, meant: string): boolean {
  const edit = oneEdit(typed, meant)
  if (!edit) return false
  return edit.type !== 'wrong' || soundOf(typed.charAt(edit.at)) === soundOf(meant.charAt(edit.at))
}

const soundOf = (letter: string) => pinyin(letter, { toneType: 'none' })

function add(map: Map<string, ListedTitle[]>, key: string, title: ListedTitle): void {
  const same = map.get(key)
  if (same) same.push(title)
  else map.set(key, [title])
}
