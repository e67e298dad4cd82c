import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Block } from '../../../library/meetings/deck/deck.ts'
import { type KeptShow, Show } from '../../../renderer/presenting/show/show.ts'
import { clockText, elapsed } from '../../../renderer/presenting/show/show-clock.ts'
import { keyOutcome } from '../../../renderer/presenting/show/show-keys.ts'
import type { ShowMessage, ShowRole } from '../../../renderer/presenting/show/show-messages.ts'
import {
  afterCommand,
  firstState,
  placeOf,
  type ShowCommand,
  type ShowSlide,
} from '../../../renderer/presenting/show/show-state.ts'
import { firstSteps, stepsOf } from '../../../renderer/presenting/slide/slide-steps.ts'
import { paceOf } from '../../../renderer/presenting/speaker/pace.ts'

const choices = (count: number, right?: boolean): Block => ({
  type: 'choices',
  choices: Array.from({ length: count }, (_, at) => ({
    key: String(at),
    lines: [],
    ...(right !== undefined && { right }),
  })),
})
const text: Block = { type: 'text', lines: [] }
const slide = (id: string, more: Partial<ShowSlide> & { minutes?: number } = {}): ShowSlide & { minutes?: number } => ({
  id,
  layout: 'content',
  blocks: [],
  ...more,
})
const slides = [
  slide('cover', { layout: 'cover' }),
  slide('p1-1', { partId: 'p1', minutes: 10 }),
  slide('p1-2', { partId: 'p1', layout: 'answer', blocks: [choices(1), choices(2)] }),
  slide('p2-1', { partId: 'p2', minutes: 5 }),
]
const MINUTE = 60_000
const run = (commands: readonly ShowCommand[], now = 0) =>
  commands.reduce((state, command) => afterCommand(slides, state, command, now), firstState(slides))

describe('the steps of a slide', () => {
  it('are what comes of each choice, over all its blocks', () => {
    expect(stepsOf({ layout: 'answer', blocks: [text, choices(2), choices(1)] })).toBe(3)
    expect(firstSteps({ layout: 'answer', blocks: [text, choices(2), choices(1)] })).toEqual([undefined, 0, 2])
  })

  it('the options of a question, and an answer with its right ones marked, are there at once', () => {
    expect(stepsOf({ layout: 'ask', blocks: [choices(4)] })).toBe(0)
    expect(stepsOf({ layout: 'answer', blocks: [choices(4, true)] })).toBe(0)
  })
})

describe('moving through the slides', () => {
  it('goes through the steps before the next slide, and back to the last step', () => {
    const to = (count: number) => run(Array.from({ length: count }, () => ({ type: 'next' })))
    expect(to(2)).toMatchObject({ slideId: 'p1-2', step: 0 })
    expect(to(5)).toMatchObject({ slideId: 'p1-2', step: 3 })
    expect(to(6)).toMatchObject({ slideId: 'p2-1', step: 0 })
    expect(afterCommand(slides, to(6), { type: 'previous' }, 0)).toMatchObject({ slideId: 'p1-2', step: 3 })
  })

  it('stays at the first and the last', () => {
    expect(run([{ type: 'previous' }])).toMatchObject({ slideId: 'cover' })
    expect(run([{ type: 'last' }, { type: 'next' }])).toMatchObject({ slideId: 'p2-1' })
    expect(run([{ type: 'go', at: 99 }])).toMatchObject({ slideId: 'cover' })
  })

  it('brings back a covered screen first', () => {
    const black = run([{ type: 'next' }, { type: 'cover', cover: 'black' }])
    expect(black.cover).toBe('black')
    expect(afterCommand(slides, black, { type: 'next' }, 0)).toMatchObject({ slideId: 'p1-1', cover: 'none' })
    expect(afterCommand(slides, black, { type: 'cover', cover: 'white' }, 0).cover).toBe('white')
    expect(afterCommand(slides, black, { type: 'cover', cover: 'black' }, 0).cover).toBe('none')
  })

  it('keeps its slide when the outline changes, or what is nearest to where it was', () => {
    expect(placeOf(slides.slice(1), { slideId: 'p1-2', at: 2 })).toBe(1)
    expect(placeOf(slides.slice(0, 2), { slideId: 'p2-1', at: 3 })).toBe(1)
    expect(placeOf([], { slideId: 'p2-1', at: 3 })).toBe(0)
  })

  it('never leaves the slides, whatever is pressed', () => {
    const command = fc.oneof(
      fc.constantFrom<ShowCommand>(
        { type: 'next' },
        { type: 'previous' },
        { type: 'first' },
        { type: 'last' },
        { type: 'cover', cover: 'black' },
        { type: 'pause' },
        { type: 'reset' },
      ),
      fc.record({ type: fc.constant('go' as const), at: fc.integer(), step: fc.integer() }),
    )
    fc.assert(
      fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
        const state = run(commands)
        const here = slides.find(({ id }) => id === state.slideId)
        expect(here).toBeDefined()
        expect(state.step).toBeGreaterThanOrEqual(0)
        expect(state.step).toBeLessThanOrEqual(here ? stepsOf(here) : 0)
      }),
    )
  })
})

describe('the keys', () => {
  it('of a keyboard and a clicker turn, cover and open; others mean nothing', () => {
    const actions = ['ArrowRight', ' ', 'PageDown', 'PageUp', 'b', 'B', '.', '。', 'w', 'Escape', 'F5', 's', '?', '？']
    expect(actions.map((key) => keyOutcome('', key)?.action)).toEqual([
      ...['next', 'next', 'next', 'previous', 'black', 'black', 'black', 'black', 'white', 'overview', 'full'],
      ...['speaker', 'help', 'help'],
    ])
    expect(keyOutcome('', 'x')).toBeUndefined()
    expect(keyOutcome('', 'toString')).toBeUndefined()
  })

  it('go to a slide by its number and Enter', () => {
    expect(keyOutcome('1', '2')).toEqual({ digits: '12' })
    expect(keyOutcome('12', 'Enter')).toEqual({ digits: '', slide: 12 })
    expect(keyOutcome('', 'Enter')).toEqual({ digits: '', action: 'next' })
    expect(keyOutcome('12', 'Escape')).toEqual({ digits: '' })
    expect(keyOutcome('12', 'ArrowLeft')).toEqual({ digits: '', action: 'previous' })
  })
})

describe('the clock', () => {
  it('begins with the first step forwards, is paused and goes on, and begins anew', () => {
    const at = (state: ReturnType<typeof firstState>, command: ShowCommand, now: number) =>
      afterCommand(slides, state, command, now)
    const going = at(firstState(slides), { type: 'next' }, 1_000)
    const still = at(going, { type: 'pause' }, 5_000)
    expect([elapsed(going.clock, 4_000), elapsed(still.clock, 9_000)]).toEqual([3_000, 4_000])
    const again = at(still, { type: 'pause' }, 10_000)
    expect(elapsed(again.clock, 11_000)).toBe(5_000)
    expect(elapsed(at(again, { type: 'reset' }, 12_000).clock, 20_000)).toBe(0)
  })

  it('is told as people read it', () => {
    expect([0, 65_400, 3_723_000].map(clockText)).toEqual(['00:00', '01:05', '1:02:03'])
  })
})

describe('how the time goes', () => {
  const spoken = (minutes: number, ...commands: ShowCommand[]) =>
    commands.reduce((state, command) => afterCommand(slides, state, command, minutes * MINUTE), run([{ type: 'next' }]))

  it('counts this part’s minutes down, over all its slides and also when one comes back to it', () => {
    expect(paceOf(slides, run([{ type: 'next' }]), 4 * MINUTE)).toEqual({ left: 6, behind: 0 })
    const away = spoken(4, { type: 'last' })
    const back = afterCommand(slides, away, { type: 'go', at: 1 }, 5 * MINUTE)
    expect(paceOf(slides, back, 6 * MINUTE).left).toBe(5)
  })

  it('says by how much the whole is late or early', () => {
    expect(paceOf(slides, run([{ type: 'next' }]), 13 * MINUTE)).toEqual({ left: -3, behind: 3 })
    expect(paceOf(slides, spoken(4, { type: 'last' }), 4 * MINUTE)).toEqual({ left: 5, behind: -6 })
  })

  it('says nothing where nobody planned minutes', () => {
    expect(paceOf(slides, firstState(slides), MINUTE)).toEqual({})
  })
})

/** Windows of one presentation over a wire of their own. */
function hall() {
  const listeners = new Map<string, (message: ShowMessage) => void>()
  let time = 0
  const join = (name: string, role: ShowRole, kept?: KeptShow) => {
    const onEnd = vi.fn()
    const write = vi.fn((next: KeptShow) => {
      kept = next
    })
    const show = new Show({
      role,
      name,
      slides,
      now: () => time,
      onEnd,
      keep: { read: () => kept, write },
      wire: {
        post: (message) => {
          for (const [other, listener] of listeners) if (other !== name) listener(structuredClone(message))
        },
        listen: (listener) => void listeners.set(name, listener),
        close: () => void listeners.delete(name),
      },
    })
    return { show, close: show.open(), kept: () => kept, onEnd }
  }
  return { join, later: (by: number) => (time += by) }
}

describe('the windows of a presentation', () => {
  it('lead each other, whichever does something', () => {
    const { join, later } = hall()
    const a = join('a', 'slides')
    const b = join('b', 'speaker')
    a.show.run({ type: 'next' })
    expect(b.show.view().state.slideId).toBe('p1-1')
    later(1)
    b.show.run({ type: 'cover', cover: 'black' })
    expect(a.show.view().state).toMatchObject({ slideId: 'p1-1', cover: 'black' })
  })

  it('know of each other until one goes', () => {
    const { join } = hall()
    const a = join('a', 'slides')
    const b = join('b', 'speaker')
    expect([...a.show.view().others.values()]).toEqual(['speaker'])
    expect([...b.show.view().others.values()]).toEqual(['slides'])
    b.close()
    expect(a.show.view().others.size).toBe(0)
  })

  it('one that is opened later is told where it is', () => {
    const { join, later } = hall()
    const a = join('a', 'slides')
    a.show.run({ type: 'last' })
    later(5)
    expect(join('b', 'speaker').show.view().state.slideId).toBe('p2-1')
  })

  it('one that comes back with an older place follows the others', () => {
    const { join, later } = hall()
    const a = join('a', 'slides')
    a.show.run({ type: 'next' })
    const kept = a.kept()
    a.close()
    later(5)
    const b = join('b', 'speaker')
    b.show.run({ type: 'last' })
    later(5)
    expect(join('a', 'slides', kept).show.view().state.slideId).toBe('p2-1')
  })

  it('one that was reloaded alone is where it was', () => {
    const { join } = hall()
    const a = join('a', 'slides')
    a.show.run({ type: 'last' })
    a.close()
    expect(join('a', 'slides', a.kept()).show.view()).toMatchObject({ place: 3, state: { slideId: 'p2-1' } })
  })

  it('end together when one ends the presentation, not when one is closed', () => {
    const { join } = hall()
    const a = join('a', 'slides')
    const b = join('b', 'speaker')
    b.close()
    expect(a.onEnd).not.toHaveBeenCalled()
    join('b', 'speaker').show.end()
    expect(a.onEnd).toHaveBeenCalledOnce()
  })

  it('show where another one points, until it goes', () => {
    const { join } = hall()
    const a = join('a', 'slides')
    const b = join('b', 'speaker')
    b.show.point({ x: 0.5, y: 0.25 })
    expect(a.show.view().point).toEqual({ x: 0.5, y: 0.25 })
    b.close()
    expect(a.show.view().point).toBeNull()
  })
})
