import { describe, expect, it } from 'vitest'
import { withTurnLedTo } from '../../../renderer/drills/graph/change-turns.ts'
import { begunAt, pointOf, untakenWays, walkedSteps, wentOn } from '../../../renderer/presenting/play/drill-walk.ts'
import { drillOf } from './drill-of.ts'

describe('trying a drill out', () => {
  const drill = drillOf({ a: ['b', 'c'], b: [], c: ['end'] })

  it('begins at the turn that is named, and at the beginning where there is none', () => {
    expect(pointOf(begunAt(drill, 'c'))).toEqual({ at: 'turn', turn: 2 })
    expect(pointOf(begunAt(drill, 'gone'))).toEqual({ at: 'start' })
    expect(pointOf(begunAt(drill, undefined))).toEqual({ at: 'start' })
  })

  it('asks nothing at a turn that only leads on, and goes where it leads', () => {
    const led = withTurnLedTo(drill, 1, 'end')
    const walk = wentOn(led, begunAt(led, 'b'))
    expect(pointOf(walk)).toEqual({ at: 'end', lost: false })
    expect(walkedSteps(walk)).toEqual([{ turn: 1 }])
    expect(untakenWays(led, walk)).toEqual([])
  })
})
