import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DrillRecord } from '../../../library/meetings/drills/drill.schema.ts'
import {
  freshTurn,
  keepWays,
  onlyGoesOn,
  waysChanged,
  withLostWaysTo,
  withoutTurn,
  withTurnAt,
  withTurnFor,
  withTurnLedTo,
  withTurnMoved,
  withTurnTwice,
} from '../../../renderer/drills/graph/change-turns.ts'
import { goalKey, waysOf } from '../../../renderer/drills/graph/drill-ways.ts'
import { drillOf } from './drill-of.ts'

/** `a A→b` of every way. */
const waysIn = ({ turns }: DrillRecord) =>
  waysOf(turns).map(({ from, choice, goal }) => `${from} ${choice ?? 'on'} ${goalKey(goal)}`)
const order = ({ turns }: DrillRecord) => turns.map(({ id }) => id).join('')

describe('changing the turns of a drill', () => {
  const branching = drillOf({ a: ['c', undefined], b: ['end'], c: [] })

  it('names a new turn like no other, nor like one that went and is still led to', () => {
    expect(freshTurn(drillOf({ t1: ['t3'], t2: [] }).turns).id).toBe('t4')
  })

  it('a turn for one choice leads no other choice anywhere else', () => {
    const more = withTurnFor(branching, 1, 0)
    expect(waysIn(more)).toEqual(['a 0 turn c', 'a 1 turn b', 'b 0 turn t4', 'c 0 end', 't4 on end'])
    const first = withTurnFor(drillOf({ a: [undefined, undefined] }), 0, 0)
    expect(waysIn(first)).toEqual(['a 0 turn t2', 'a 1 end', 't2 on end'])
  })

  it('a turn that only goes on can be led elsewhere, and back into the order', () => {
    const led = withTurnLedTo(branching, 2, 'a')
    expect(waysIn(led).at(-1)).toBe('c 0 turn a')
    expect(led.turns.every(onlyGoesOn)).toBe(false)
    expect(onlyGoesOn(led.turns[2] ?? freshTurn([]))).toBe(true)
    expect(withTurnLedTo(led, 2, undefined).turns[2]?.choices).toEqual([])
  })

  it('a turn that went leaves the choices that led to it without a goal, to be led elsewhere', () => {
    const less = withoutTurn(branching, 2)
    expect(waysIn(less)).toEqual(['a 0 nowhere', 'a 1 turn b', 'b 0 end'])
    expect(waysIn(withLostWaysTo(less, 'c', 'b'))).toEqual(['a 0 turn b', 'a 1 turn b', 'b 0 end'])
  })

  it('tells which ways lead elsewhere once a turn is moved, and can keep them', () => {
    const moved = withTurnMoved(branching, 2, 1)
    expect(order(moved)).toBe('acb')
    expect(waysChanged(branching, moved).map(({ from, choice }) => [from, choice])).toEqual([
      ['a', 1],
      ['c', undefined],
    ])
    expect(waysIn(keepWays(branching, moved)).sort()).toEqual(['a 0 turn c', 'a 1 turn b', 'b 0 end', 'c 0 end'])
  })

  it('follows the order where nothing branches', () => {
    const scene = drillOf({ a: [], b: [undefined], c: [] })
    expect(waysChanged(scene, withTurnMoved(scene, 0, 2))).toEqual([])
  })

  it('takes a turn twice, the second right after the first and with a name of its own', () => {
    const twice = withTurnTwice(branching, 0)
    expect(order(twice)).toBe('at4bc')
    expect(twice.turns[1]).toMatchObject({ title: '场面a', choices: [{ to: 'c' }, {}] })
    expect(waysChanged(branching, twice).map(({ from, choice }) => [from, choice])).toEqual([['a', 1]])
  })

  it('puts a turn between two', () => {
    expect(order(withTurnAt(branching, 1))).toBe('at4bc')
  })

  it('keeps every way through any change of the order', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const goal = fc.option(fc.constantFrom(...ids, 'end'), { nil: undefined })
    const place = fc.nat({ max: 4 })
    const drills = fc.array(fc.array(goal, { maxLength: 3 }), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(drills, place, place, (goals, from, to) => {
        const before = drillOf(Object.fromEntries(goals.map((one, at) => [ids[at] ?? 'z', one])))
        const kept = keepWays(before, withTurnMoved(before, from, to))
        const goalsIn = (record: DrillRecord) =>
          waysOf(record.turns).map((way) => `${way.from} ${way.choice ?? 0} ${goalKey(way.goal)}`)
        expect(goalsIn(kept).sort()).toEqual(goalsIn(before).sort())
      }),
    )
  })
})
