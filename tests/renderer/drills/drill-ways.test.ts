import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { branches, endingTurns, goalOf, reachedTurns, waysOf } from '../../../renderer/drills/graph/drill-ways.ts'
import { drillOf } from './drill-of.ts'

const { turns } = drillOf({ a: ['c', undefined], b: ['end'], c: ['a', 'gone'], d: [] })

describe('the ways of a drill', () => {
  it('lead to the turn named, else to the next, and after the last to the end', () => {
    expect(
      waysOf(turns).map(({ from, choice, goal }) => [from, choice, goal.kind === 'turn' ? goal.at : goal.kind]),
    ).toEqual([
      ['a', 0, 2],
      ['a', 1, 1],
      ['b', 0, 'end'],
      ['c', 0, 0],
      ['c', 1, 'nowhere'],
      ['d', undefined, 'end'],
    ])
  })

  it('follow a turn to its new place', () => {
    const moved = [turns[2], turns[0]].flatMap((turn) => turn ?? [])
    expect(goalOf(moved, 1, 'c')).toEqual({ kind: 'turn', id: 'c', at: 0 })
  })

  it('never get to a turn that nothing leads to', () => {
    expect([...reachedTurns(turns)].sort()).toEqual([0, 1, 2])
    expect([...reachedTurns(turns, 3)]).toEqual([3])
    expect([...reachedTurns([])]).toEqual([])
  })

  it('tell from where the end can be reached, also around a loop', () => {
    expect([...endingTurns(turns)].sort()).toEqual([0, 1, 2, 3])
    expect([...endingTurns(drillOf({ a: ['b', 'c'], b: ['b'], c: ['end'] }).turns)].sort()).toEqual([0, 2])
  })

  it('branch only where a turn leads to several places', () => {
    expect(branches(turns)).toBe(true)
    expect(branches(drillOf({ a: [undefined, 'b'], b: [] }).turns)).toBe(false)
  })

  it('are gone through however the turns are tied together', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const goal = fc.option(fc.constantFrom(...ids, 'end', 'gone'), { nil: undefined })
    fc.assert(
      fc.property(fc.array(fc.array(goal, { maxLength: 3 }), { minLength: 1, maxLength: 5 }), (goals) => {
        const drill = drillOf(Object.fromEntries(goals.map((one, at) => [ids[at] ?? 'z', one])))
        const reached = reachedTurns(drill.turns)
        expect(reached.has(0)).toBe(true)
        for (const { at, goal: to } of waysOf(drill.turns)) {
          if (reached.has(at) && to.kind === 'turn') expect(reached.has(to.at)).toBe(true)
          if (to.kind === 'end') expect(endingTurns(drill.turns).has(at)).toBe(true)
        }
      }),
    )
  })
})
