import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MeetingPartType } from '../../../library/meetings/outline/outline.schema.ts'
import { distributeMinutes, outlineClock } from '../../../renderer/meetings/outline-clock.ts'

const parts = (...minutes: number[]) => minutes.map((each, at) => ({ id: `p${at + 1}`, minutes: each }))

describe('the clock of an outline', () => {
  it('adds up the minutes and says when each part begins and when it ends', () => {
    const clock = outlineClock({ startsAt: '14:30', minutesPlanned: 60, parts: parts(5, 20, 0, 15) })
    expect(clock).toMatchObject({ minutes: 40, planned: 60, over: 0, left: 20, ends: '15:10' })
    expect([...clock.starts.values()]).toEqual(['14:30', '14:35', '14:55', '14:55'])
  })

  it('says by how much it runs over', () => {
    expect(outlineClock({ minutesPlanned: 45, parts: parts(30, 35) })).toMatchObject({ over: 20, left: 0 })
  })

  it('counts from the beginning while nobody has said when it starts', () => {
    const clock = outlineClock({ parts: parts(5, 20) })
    expect(clock).toMatchObject({ planned: undefined, over: 0, ends: undefined })
    expect(clock.starts.size).toBe(0)
    expect([...clock.begins.values()]).toEqual([0, 5])
  })

  it('takes a plan of no minutes for no plan', () => {
    expect(outlineClock({ minutesPlanned: 0, parts: parts(5) })).toMatchObject({ planned: undefined, over: 0 })
  })

  it('goes on after midnight', () => {
    expect(outlineClock({ startsAt: '23:50', parts: parts(20, 5) }).starts.get('p2')).toBe('00:10')
  })
})

describe('distributing the planned minutes', () => {
  const types: MeetingPartType[] = ['opening', 'reading', 'story', 'scene', 'discussion', 'exercise', 'quiz', 'closing']
  const outline = fc.array(fc.record({ type: fc.constantFrom(...types), minutes: fc.integer({ min: 0, max: 120 }) }), {
    minLength: 1,
    maxLength: 60,
  })

  it('gives exactly the plan, and each part at least a minute while there are enough', () => {
    fc.assert(
      fc.property(outline, fc.integer({ min: 1, max: 600 }), (given, planned) => {
        const shared = distributeMinutes(given, planned)
        expect(shared.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(planned)
        if (planned >= given.length) expect(shared.every(({ minutes }) => minutes >= 1)).toBe(true)
      }),
    )
  })

  it('keeps the proportions people gave, in steps of five', () => {
    const given = [
      { type: 'opening' as const, minutes: 10 },
      { type: 'reading' as const, minutes: 40 },
      { type: 'closing' as const, minutes: 10 },
    ]
    expect(distributeMinutes(given, 90).map(({ minutes }) => minutes)).toEqual([15, 60, 15])
  })

  it('takes what a part usually needs where nobody has said', () => {
    const given = [
      { type: 'opening' as const, minutes: 0 },
      { type: 'exercise' as const, minutes: 0 },
    ]
    expect(distributeMinutes(given, 35).map(({ minutes }) => minutes)).toEqual([5, 30])
  })

  it('leaves parts that keep their minutes as they are', () => {
    const given = [{ type: 'opening' as const, minutes: 30 }]
    expect(distributeMinutes(given, 30)[0]).toBe(given[0])
  })

  it('changes nothing without a plan or without parts', () => {
    expect(distributeMinutes([], 60)).toEqual([])
    const given = [{ type: 'quiz' as const, minutes: 7 }]
    expect(distributeMinutes(given, 0)).toEqual(given)
  })
})
