import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyPart } from '../../../renderer/meetings/outline/empty-part.ts'
import {
  duplicateParts,
  insertParts,
  MOST_PARTS,
  moveParts,
  removedParts,
  removeParts,
  restoreParts,
  stepParts,
} from '../../../renderer/meetings/outline/outline-moves.ts'

const named = (id: string) => ({ ...emptyPart('discussion', id, 5), id })
const outline = (ids: string) => [...ids].map(named)
const idsOf = (parts: readonly { readonly id: string }[]) => parts.map(({ id }) => id).join('')
const of = (ids: string) => new Set(ids)

describe('moving parts', () => {
  it.each([
    ['abcd', 'a', 4, 'bcda'],
    ['abcd', 'd', 0, 'dabc'],
    ['abcd', 'b', 3, 'acbd'],
    ['abcde', 'bd', 0, 'bdace'],
    ['abcde', 'bd', 5, 'acebd'],
    ['abcde', 'ae', 3, 'bcaed'],
  ])('%s: %s before place %i gives %s', (before, moving, to, after) => {
    expect(idsOf(moveParts(outline(before), of(moving), to))).toBe(after)
  })

  it('gives the very same list back when nothing moves', () => {
    const parts = outline('abcd')
    expect(moveParts(parts, of('b'), 1)).toBe(parts)
    expect(moveParts(parts, of('b'), 2)).toBe(parts)
    expect(moveParts(parts, of('x'), 0)).toBe(parts)
  })

  it.each([
    ['b', -1, 'bacde'],
    ['b', 1, 'acbde'],
    ['a', -1, 'abcde'],
    ['e', 1, 'abcde'],
    ['bd', 1, 'acebd'],
    ['bd', -1, 'bdace'],
    ['de', 1, 'abcde'],
  ] as const)('a step of %s by %i gives %s', (moving, by, after) => {
    expect(idsOf(stepParts(outline('abcde'), of(moving), by))).toBe(after)
  })

  it('never loses or doubles a part, wherever it goes', () => {
    const letters = 'abcdefgh'
    fc.assert(
      fc.property(fc.subarray([...letters]), fc.integer({ min: -5, max: 15 }), (moving, to) => {
        const parts = outline(letters)
        const next = moveParts(parts, new Set(moving), to)
        expect(next.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(parts)
        expect(idsOf(next).replace(/[^a-h]/g, '')).toContain(moving.join(''))
        const rest = (list: readonly { readonly id: string }[]) =>
          list.filter(({ id }) => !moving.includes(id)).map(({ id }) => id)
        expect(rest(next)).toEqual(rest(parts))
      }),
    )
  })
})

describe('parts that come and go', () => {
  it('new ones get ids nobody has, where they collide', () => {
    const { parts, ids } = insertParts(outline('ab'), [named(''), named('a'), named('z')], 1)
    expect(new Set(parts.map(({ id }) => id)).size).toBe(5)
    expect(parts.map(({ title }) => title)).toEqual(['a', '', 'a', 'z', 'b'])
    expect(ids[2]).toBe('z')
  })

  it('copies stand behind the last of what was copied', () => {
    const { parts, ids } = duplicateParts(outline('abcd'), of('ac'))
    expect(parts.map(({ title }) => title).join('')).toBe('abcacd')
    expect(ids).toEqual([parts[3]?.id, parts[4]?.id])
  })

  it('an outline that is full takes no more', () => {
    const full = Array.from({ length: MOST_PARTS - 1 }, (_, at) => named(`p${at}`))
    const { parts, ids } = insertParts(full, [named('x'), named('y')], 0)
    expect(parts).toHaveLength(MOST_PARTS)
    expect(ids).toEqual(['x'])
  })

  it('taking out what is not there changes nothing', () => {
    const parts = outline('ab')
    expect(removeParts(parts, of('z'))).toBe(parts)
    expect(idsOf(removeParts(parts, of('a')))).toBe('b')
  })

  it('what was taken out comes back to where it was, whatever came meanwhile', () => {
    const parts = outline('abcde')
    const removed = removedParts(parts, of('bd'))
    expect(idsOf(restoreParts(removeParts(parts, of('bd')), removed))).toBe('abcde')
    const { parts: more } = insertParts(removeParts(parts, of('bd')), [named('z')], 0)
    expect(idsOf(restoreParts(more, removed))).toBe('zbadce')
    expect(restoreParts(parts, removed)).toBe(parts)
  })
})
