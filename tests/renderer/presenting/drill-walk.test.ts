import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DrillChoice, DrillTurn } from '../../../library/meetings/drills/drill.schema.ts'
import {
  beginning,
  chose,
  type DrillWalk,
  pointOf,
  untakenWays,
  walkedSteps,
  wentBack,
  wentOn,
} from '../../../renderer/presenting/play/drill-walk.ts'

const choice = (id: string, to?: string): DrillChoice => ({ id, text: id, outcome: '', cites: [], ...(to && { to }) })
const turn = (id: string, choices: DrillChoice[] = []): DrillTurn => ({ id, title: id, text: '', lines: [], choices })
const drill = {
  turns: [
    turn('door', [choice('ask'), choice('leave', 'end'), choice('again', 'door')]),
    turn('inside'),
    turn('talk', [choice('gone', 'nowhere')]),
  ],
}
const walk = (...moves: (number | 'on' | 'back')[]) =>
  moves.reduce<DrillWalk>(
    (now, move) => (move === 'on' ? wentOn(drill, now) : move === 'back' ? wentBack(now) : chose(drill, now, move)),
    beginning,
  )

describe('a drill on screen', () => {
  it('goes from its beginning to a turn, to what comes of a choice, and on from there', () => {
    expect(pointOf(walk('on'))).toEqual({ at: 'turn', turn: 0 })
    expect(pointOf(walk('on', 0))).toEqual({ at: 'outcome', turn: 0, choice: 0 })
    expect(pointOf(walk('on', 0, 'on'))).toEqual({ at: 'turn', turn: 1 })
  })

  it('waits for a choice where there is one, and goes on by itself where there is none', () => {
    expect(walk('on', 'on')).toEqual(walk('on'))
    expect(pointOf(walk('on', 0, 'on', 'on'))).toEqual({ at: 'turn', turn: 2 })
    expect(walk('on', 7)).toEqual(walk('on'))
  })

  it('ends where a way ends, and says so where it leads nowhere', () => {
    expect(pointOf(walk('on', 1, 'on'))).toEqual({ at: 'end', lost: false })
    expect(pointOf(walk('on', 0, 'on', 'on', 0, 'on'))).toEqual({ at: 'end', lost: true })
    expect(pointOf(wentOn({ turns: [] }, beginning))).toEqual({ at: 'end', lost: false })
  })

  it('goes one step back to try another way', () => {
    expect(walk('on', 0, 'back')).toEqual(walk('on'))
    expect(walk('on', 0, 'back', 1, 'on', 'back', 'back')).toEqual(walk('on'))
    expect(walk('back', 'back')).toEqual(beginning)
  })

  it('tells the way that was walked, and the ways that were not', () => {
    const ended = walk('on', 2, 'on', 1, 'on')
    expect(walkedSteps(ended)).toEqual([
      { turn: 0, choice: 2 },
      { turn: 0, choice: 1 },
    ])
    expect(untakenWays(drill, ended)).toEqual([{ turn: 0, choice: 0 }])
  })

  it('can be walked and taken back in any order', () => {
    const move = fc.oneof(fc.constantFrom<'on' | 'back'>('on', 'back'), fc.integer({ min: 0, max: 9 }))
    fc.assert(
      fc.property(fc.array(move, { maxLength: 80 }), (moves) => {
        const walked = walk(...moves)
        expect(walked[0]).toEqual({ at: 'start' })
        for (const { turn: at, choice: chosen } of walkedSteps(walked)) {
          expect(drill.turns[at]).toBeDefined()
          if (chosen !== undefined) expect(drill.turns[at]?.choices[chosen]).toBeDefined()
        }
      }),
    )
  })
})
