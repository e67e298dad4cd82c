import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutMap } from '../../../renderer/drills/map/lay-out-map.ts'
import { drillOf } from './drill-of.ts'

const mapOf = (turns: Parameters<typeof drillOf>[0]) => layOutMap(drillOf(turns).turns)

describe('the map of a drill', () => {
  it('has each turn below all that lead to it', () => {
    const { places, rows, columns } = mapOf({ a: ['b', 'c'], b: ['d'], c: ['b'], d: [] })
    expect(places.map(({ row }) => row)).toEqual([0, 2, 1, 3])
    expect({ rows, columns }).toEqual({ rows: 4, columns: 1 })
  })

  it('stands branches side by side in the order of their choices, below the middle of what they come from', () => {
    const { places } = mapOf({ a: ['d', 'c', 'b'], b: ['end'], c: ['end'], d: [] })
    expect(places.map(({ column }) => column)).toEqual([1, 2, 1, 0])
  })

  it('names the choices on a line, and those that end or lead nowhere', () => {
    const { lines, places } = mapOf({ a: ['b', 'end', 'b', 'gone'], b: [] })
    expect(lines).toEqual([{ from: 0, to: 1, letters: 'AC', back: false }])
    expect(places.map(({ ends, lost }) => [ends, lost])).toEqual([
      ['B', 'D'],
      ['·', ''],
    ])
  })

  it('draws a loop as a line back, and stays finite', () => {
    const { lines, rows } = mapOf({ a: ['b'], b: ['a', 'b', 'end'] })
    expect(lines.map(({ from, to, back }) => [from, to, back])).toEqual([
      [0, 1, false],
      [1, 0, true],
      [1, 1, true],
    ])
    expect(rows).toBe(2)
  })

  it('puts turns that nothing leads to below all others, three in a row', () => {
    const { places } = mapOf({ a: ['end'], b: ['end'], c: ['end'], d: ['end'], e: ['end'] })
    expect(places.map(({ row, alone }) => [row, alone])).toEqual([
      [0, false],
      [1, true],
      [1, true],
      [1, true],
      [2, true],
    ])
  })

  it('gives every turn a place of its own, and every line that is no loop leads down', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    const goal = fc.option(fc.constantFrom(...ids, 'end', 'gone'), { nil: undefined })
    fc.assert(
      fc.property(fc.array(fc.array(goal, { maxLength: 4 }), { maxLength: 6 }), (goals) => {
        const { places, lines } = mapOf(Object.fromEntries(goals.map((one, at) => [ids[at] ?? 'z', one])))
        expect(new Set(places.map(({ row, column }) => `${row} ${column}`)).size).toBe(goals.length)
        const rowOf = (at: number) => places[at]?.row ?? -1
        for (const { from, to, back } of lines) {
          if (!back && !places[from]?.alone) expect(rowOf(to)).toBeGreaterThan(rowOf(from))
        }
      }),
    )
  })
})
