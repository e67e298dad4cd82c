import type { ColumnMatch } from '../known/known-view.ts'
import { MEANING_WORDS } from '../known/meaning-words.ts'
import { MEANINGS, type Meaning } from '../meanings.ts'

/** What a column may be matched to. */
export interface MatchTarget {
  /** A field's path, or a meaning for the book. */
  readonly field: string
  /** What it is called: the field's name and title. */
  readonly names: readonly string[]
  readonly meaning?: Meaning | undefined
  /** Whose it is where a form speaks of several, e.g. 配偶. */
  readonly subject?: string | undefined
}

/** Alike enough to be proposed: shared pairs of characters, 0 to 1. */
const ALIKE = 0.6

/**
 * Matches columns to targets: as the last time, by name, by meaning, by likeness. Each column and each target is
 * used once; what fits nothing stays without a field.
 * @param remembered column to field as it was the last time; null for a column left out on purpose
 */
export function matchColumns(
  columns: readonly string[],
  targets: readonly MatchTarget[],
  remembered: Readonly<Record<string, string | null>> = {},
): ColumnMatch[] {
  const found = new Map<string, ColumnMatch>()
  const free = new Set(targets)
  const match = (column: string, target: MatchTarget, by: ColumnMatch['by']) => {
    found.set(column, { column, field: target.field, by })
    free.delete(target)
  }
  const open = () => columns.filter((column) => !found.has(column))

  for (const column of columns) {
    const field = remembered[column]
    if (field === null) found.set(column, { column, by: 'remembered' })
    const target = [...free].find((one) => one.field === field)
    if (target) match(column, target, 'remembered')
  }
  for (const column of open()) {
    const keys = keysOf(column)
    const target = [...free].find((one) => one.names.some((name) => keys.includes(bare(name))))
    if (target) match(column, target, 'name')
  }
  for (const meanings of [meaningsOf, kindredOf]) {
    for (const column of open()) {
      const target = byMeaning(column, [...free], meanings)
      if (target) match(column, target, 'meaning')
    }
  }
  const likely = open()
    .flatMap((column) => [...free].map((target) => ({ column, target, likeness: likenessOf(column, target) })))
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness)
  for (const { column, target } of likely) if (!found.has(column) && free.has(target)) match(column, target, 'alike')
  return columns.map((column) => found.get(column) ?? { column })
}

/** Marks, spaces and what stands in brackets (（必填）, （亩）) tell columns not apart. */
export const bare = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[([][^)\]]*[)\]]/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** As it stands, with what is in brackets, and the last part of a two-row heading. */
function keysOf(column: string): string[] {
  const whole = column
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
  return [...new Set([bare(column), whole, bare(column.split('/').at(-1) ?? '')])].filter((key) => key !== '')
}

function byMeaning(
  column: string,
  free: readonly MatchTarget[],
  meanings: (heading: string) => readonly Meaning[],
): MatchTarget | undefined {
  const keys = keysOf(column)
  for (const target of free) {
    if (!target.meaning) continue
    const own =
      target.subject === undefined ? keys : keys.flatMap((key) => withoutSubject(key, bare(target.subject ?? '')))
    if (own.some((key) => meanings(key).includes(target.meaning as Meaning))) return target
  }
  return undefined
}

/** 配偶姓名 is the 姓名 of 配偶; 姓名 alone is not. */
function withoutSubject(key: string, subject: string): string[] {
  const rest = key.startsWith(subject) ? key.slice(subject.length).replace(/^的/, '') : ''
  return rest === '' ? [] : [rest]
}

let byWord: Map<string, Meaning[]> | undefined

/** What a heading can mean, by its words alone. */
export function meaningsOf(heading: string): readonly Meaning[] {
  if (!byWord) {
    byWord = new Map()
    for (const meaning of MEANINGS) {
      for (const word of MEANING_WORDS[meaning]) {
        const key = word
          .normalize('NFKC')
          .replace(/[^\p{L}\p{N}]/gu, '')
          .toLowerCase()
        for (const one of new Set([key, bare(word)])) byWord.set(one, [...(byWord.get(one) ?? []), meaning])
      }
    }
  }
  return byWord.get(heading) ?? []
}

/** A list of heads of household names the persons that a form asks for, and the other way about. */
const KINDRED: Readonly<Partial<Record<Meaning, Meaning>>> = {
  'household.head': 'person.name',
  'person.name': 'household.head',
}

const kindredOf = (heading: string) => meaningsOf(heading).flatMap((meaning) => KINDRED[meaning] ?? [])

function likenessOf(column: string, target: MatchTarget): number {
  const key = bare(column)
  return Math.max(0, ...target.names.map((name) => pairLikeness(key, bare(name))))
}

/** Dice's coefficient of pairs of characters. */
function pairLikeness(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return 0
  const pairsOf = (text: string) => Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2))
  const left = pairsOf(b)
  const shared = pairsOf(a).filter((pair) => {
    const at = left.indexOf(pair)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return (2 * shared.length) / (a.length + b.length - 2)
}
