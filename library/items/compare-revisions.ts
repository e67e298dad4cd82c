import { compareWords } from './compare-words.ts'
import type { PassageChange, WordChange } from './item-view.ts'
import { type Passage, splitPassages } from './passages.ts'
import { plainText } from './plain-text.ts'
import { characterPairs, pairLikeness } from './text-likeness.ts'

interface ComparedPassage {
  readonly passage: Passage
  readonly text: string
}

/** Passages at least this alike (share of words in common) are one passage changed, not one removed and one added. */
const ALIKE = 0.5

/**
 * Compares two texts passage by passage, in the order of the newer one.
 * Provisions that only changed their number are `moved`; those whose words changed are `changed`,
 * with the words added and removed.
 */
export function compareBodies(older: string, newer: string): PassageChange[] {
  const before = comparable(older)
  const after = comparable(newer)
  const pairs = pairPassages(before, after)
  const changes: PassageChange[] = []
  let next = 0
  const removedUpTo = (end: number) => {
    for (; next < end; next++) {
      const old = before[next] as ComparedPassage
      if (!pairs.olderPaired.has(next)) changes.push(oneSided('removed', old))
    }
  }
  after.forEach((current, index) => {
    const oldIndex = pairs.newerToOlder.get(index)
    if (oldIndex === undefined) {
      changes.push(oneSided('added', current))
      return
    }
    removedUpTo(oldIndex)
    changes.push(paired(before[oldIndex] as ComparedPassage, current))
  })
  removedUpTo(before.length)
  return changes
}

const comparable = (body: string): ComparedPassage[] =>
  splitPassages(body).map((passage) => ({ passage, text: plainText(passage.markdown) }))

/** Same heading and text first, then same text, then same heading, then what is alike; each only once. */
function pairPassages(before: readonly ComparedPassage[], after: readonly ComparedPassage[]) {
  const newerToOlder = new Map<number, number>()
  const olderPaired = new Set<number>()
  const pair = (newIndex: number, oldIndex: number) => {
    newerToOlder.set(newIndex, oldIndex)
    olderPaired.add(oldIndex)
  }
  const pairBy = (key: (passage: ComparedPassage) => string | undefined) => {
    const waiting = new Map<string, number[]>()
    before.forEach((passage, index) => {
      const value = key(passage)
      if (value === undefined || olderPaired.has(index)) return
      waiting.set(value, [...(waiting.get(value) ?? []), index])
    })
    after.forEach((passage, index) => {
      if (newerToOlder.has(index)) return
      const value = key(passage)
      const oldIndex = value === undefined ? undefined : waiting.get(value)?.shift()
      if (oldIndex !== undefined) pair(index, oldIndex)
    })
  }
  pairBy(({ passage, text }) => `${passage.type}\n${passage.heading}\n${text}`)
  pairBy(({ passage, text }) => (text.length >= 8 ? `${passage.type}\n${text}` : undefined))
  pairAlike(before, after, newerToOlder, olderPaired, pair)
  pairBy(({ passage }) => (passage.type === 'provision' ? undefined : `${passage.type}\n${passage.heading}`))
  return { newerToOlder, olderPaired }
}

function pairAlike(
  before: readonly ComparedPassage[],
  after: readonly ComparedPassage[],
  newerToOlder: ReadonlyMap<number, number>,
  olderPaired: ReadonlySet<number>,
  pair: (newIndex: number, oldIndex: number) => void,
): void {
  const bags = new Map(
    before.flatMap((old, index) => (olderPaired.has(index) ? [] : [[index, characterPairs(old.text)] as const])),
  )
  after.forEach((current, index) => {
    if (newerToOlder.has(index) || current.passage.type === 'heading') return
    const bag = characterPairs(current.text)
    let best: number | undefined
    let bestLikeness = ALIKE
    for (const [oldIndex, oldBag] of bags) {
      const old = before[oldIndex] as ComparedPassage
      if (old.passage.type !== current.passage.type) continue
      const sameHeading = old.passage.heading === current.passage.heading
      const likeness = pairLikeness(bag, oldBag) + (sameHeading ? 0.2 : 0)
      if (likeness > bestLikeness) {
        best = oldIndex
        bestLikeness = likeness
      }
    }
    if (best !== undefined) {
      pair(index, best)
      bags.delete(best)
    }
  })
}

function oneSided(type: 'added' | 'removed', { passage, text }: ComparedPassage): PassageChange {
  const run: WordChange[] = text === '' ? [] : [{ type, text }]
  return { type, heading: passage.heading, path: passage.path, words: run }
}

function paired(old: ComparedPassage, current: ComparedPassage): PassageChange {
  const { heading, path } = current.passage
  const oldHeading = old.passage.heading === heading ? undefined : old.passage.heading
  if (old.text === current.text) {
    return {
      type: oldHeading === undefined ? 'same' : 'moved',
      heading,
      oldHeading,
      path,
      words: [{ type: 'same', text: current.text }],
    }
  }
  return { type: 'changed', heading, oldHeading, path, words: compareWords(old.text, current.text) }
}
