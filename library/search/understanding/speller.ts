import { identityTitle } from '../../items/item-identity.ts'
import { foldText } from '../han-text.ts'
import { type CharacterReadings, createCharacterReadings } from './character-readings.ts'
import { createEditIndex } from './edit-index.ts'
import { oneEdit } from './one-edit.ts'
import { createSoundIndex } from './sound-index.ts'

/** A word as it was probably meant. */
export interface Spelling {
  /** The whole word typed, its wrong part put right. Folded. */
  readonly word: string
  /** What was put right with: a term. */
  readonly term: string
  readonly why: '同音' | '音近' | '一字之差' | '多一字' | '少一字' | '字序颠倒'
}

/** Puts right what was mistyped, by the terms it was made from. */
export interface Speller {
  /** What may have been meant by `word`, best first, never the word itself. */
  corrections(word: string, options: { readonly most: number }): Spelling[]
}

interface Candidate extends Spelling {
  /** Lower is better. */
  readonly cost: number
  readonly order: number
}

/** Longer words are taken whole or not at all; shorter ones may hold the wrong part. Characters. */
const LONGEST_RUN = 40
const LONGEST_PART = 8
const LONGEST_TERM = 100
const STATE = '中华人民共和国'
const COST = { 同音: 1, 音近: 1.3, 字序颠倒: 1.5, 一字之差: 2, 多一字: 2.3, 少一字: 2.3 } as const

/**
 * @param terms in order of preference: titles, topics, words of the vocabulary; 中华人民共和国 before a title may
 * be left out when typing
 * @example createSpeller(['宅基地', '审批']).corrections('在基地审批', { most: 3 }) // 宅基地审批, 音近
 */
export function createSpeller(
  terms: Iterable<string>,
  readings: CharacterReadings = createCharacterReadings(),
): Speller {
  const list: string[] = []
  const orders = new Map<string, number>()
  const sounds = createSoundIndex(readings)
  const edits = createEditIndex()
  for (const given of terms) {
    const term = identityTitle(foldText(given))
    if (orders.has(term) || term.length < 2 || term.length > LONGEST_TERM || !/\p{Script=Han}/u.test(term)) continue
    const id = list.push(term) - 1
    orders.set(term, id)
    sounds.add(term, id)
    if (term.length >= 3) edits.add(term, id)
  }

  /** What `part` may have been meant as, with the places of it that are wrong. */
  const fixes = (part: string, soundsOnly: boolean) => {
    const found: { term: string; order: number; why: Spelling['why']; cost: number; wrong: number[] }[] = []
    for (const order of sounds.like(part)) {
      const term = list[order] as string
      const wrong = [...part].flatMap((character, at) => (character === term[at] ? [] : [at]))
      if (wrong.length === 0) continue
      const why = wrong.every((at) => sounds.same(part[at] as string, term[at] as string)) ? '同音' : '音近'
      found.push({ term, order, why, cost: COST[why] + (wrong.length - 1) * 0.8, wrong })
    }
    if (soundsOnly) return found
    for (const order of edits.near(part)) {
      const term = list[order] as string
      const edit = oneEdit(part, term)
      if (!edit) continue
      const why = ({ wrong: '一字之差', swapped: '字序颠倒', extra: '多一字', missing: '少一字' } as const)[edit.type]
      const wrong = edit.type === 'swapped' || edit.type === 'missing' ? [edit.at, edit.at + 1] : [edit.at]
      if (edit.type === 'missing') wrong[1] = edit.at - 1
      found.push({ term, order, why, cost: COST[why], wrong })
    }
    return found
  }

  return {
    corrections(word, { most }) {
      const whole = identityTitle(foldText(word.slice(0, 2 * LONGEST_TERM)))
      const typed = withoutState(whole)
      if (orders.has(typed)) return typed === whole ? [] : [{ word: typed, term: typed, why: '一字之差' }]
      const characters = [...typed]
      if (characters.length < 2 || characters.length > LONGEST_TERM) return []
      // Terms are compared unit by unit, so a character of two units is set aside by one that no term holds.
      const text = characters.map((one) => (one.length === 1 ? one : '\uFFFC')).join('')
      const best = new Map<string, Candidate>()
      const offer = (candidate: Candidate) => {
        const before = best.get(candidate.word)
        if (candidate.word !== typed && (!before || candidate.cost < before.cost)) best.set(candidate.word, candidate)
      }

      for (const { term, order, why, cost } of fixes(text, text.length < 3)) {
        offer({ word: term, term, why, cost: cost - 2, order })
      }
      if (text.length > 2 && text.length <= LONGEST_RUN && best.size === 0) {
        const known = coveredBy(orders, text)
        for (let from = 0; from < text.length; from++) {
          for (let length = 2; length <= LONGEST_PART && from + length <= text.length; length++) {
            if (length === text.length) continue
            const part = text.slice(from, from + length)
            if (orders.has(part)) continue
            for (const { term, order, why, cost, wrong } of fixes(part, length < 3)) {
              if (wrong.every((at) => known[from + at] !== 0)) continue
              const rest = [...characters.slice(0, from), term, ...characters.slice(from + length)].join('')
              offer({ word: rest, term, why, cost: cost - 0.2 * term.length, order })
            }
          }
        }
      }
      return [...best.values()]
        .sort((a, b) => a.cost - b.cost || a.order - b.order)
        .slice(0, most)
        .map(({ word: meant, term, why }) => ({ word: meant, term, why }))
    },
  }
}

/** The text without a mistyped 中华人民共和国 at its beginning; typed rightly it is gone already. */
function withoutState(text: string): string {
  for (const length of [7, 6, 8]) {
    const head = text.slice(0, length)
    if (text.length > length + 1 && oneEdit(head, STATE)) return text.slice(length)
  }
  return text
}

/** 1 at each character that stands in a term of the text: what is known there is not what is wrong. */
function coveredBy(terms: ReadonlyMap<string, number>, text: string): Uint8Array {
  const covered = new Uint8Array(text.length)
  for (let from = 0; from < text.length; from++) {
    for (let to = from + 2; to <= Math.min(text.length, from + LONGEST_PART); to++) {
      if (terms.has(text.slice(from, to))) covered.fill(1, from, to)
    }
  }
  return covered
}
