import type { Slide } from '../../../library/meetings/deck/deck.ts'
import { stepsOf } from '../slide/slide-steps.ts'
import { CLOCK_AT_ZERO, elapsed, paused, type ShowClock, started } from './show-clock.ts'

/** What the hall sees instead of the slide. */
export type Cover = 'none' | 'black' | 'white'

/** Where a presentation is; the same in every window of it. */
export interface ShowState {
  readonly slideId: string
  /** Where the slide was, for when the outline has changed and it is gone. */
  readonly at: number
  /** How many of its steps are shown. */
  readonly step: number
  readonly cover: Cover
  readonly clock: ShowClock
  /** Milliseconds spent on each part, by its id; the present part's are counted from `since`. */
  readonly spent: Readonly<Record<string, number>>
  /** What the clock said when the present part began. */
  readonly since: number
}

export type ShowCommand =
  | { readonly type: 'next' }
  | { readonly type: 'previous' }
  | { readonly type: 'first' }
  | { readonly type: 'last' }
  | { readonly type: 'go'; readonly at: number; readonly step?: number }
  | { readonly type: 'cover'; readonly cover: 'black' | 'white' }
  | { readonly type: 'pause' }
  | { readonly type: 'reset' }

export type ShowSlide = Pick<Slide, 'id' | 'partId' | 'layout' | 'blocks'>

export function firstState(slides: readonly ShowSlide[]): ShowState {
  return { slideId: slides[0]?.id ?? '', at: 0, step: 0, cover: 'none', clock: CLOCK_AT_ZERO, spent: {}, since: 0 }
}

/** Where the state's slide stands now; the nearest place when the slide is gone. */
export function placeOf(slides: readonly ShowSlide[], { slideId, at }: Pick<ShowState, 'slideId' | 'at'>): number {
  const found = slides.findIndex(({ id }) => id === slideId)
  return found >= 0 ? found : Math.max(0, Math.min(at, slides.length - 1))
}

/** The state after a command. The clock begins with the first step forwards. A covered screen is uncovered by moving on. */
export function afterCommand(
  slides: readonly ShowSlide[],
  state: ShowState,
  command: ShowCommand,
  now: number,
): ShowState {
  if (command.type === 'cover') return { ...state, cover: state.cover === command.cover ? 'none' : command.cover }
  if (command.type === 'pause') return { ...state, clock: paused(state.clock, now) }
  if (command.type === 'reset') return { ...state, clock: CLOCK_AT_ZERO, spent: {}, since: 0 }
  const at = placeOf(slides, state)
  const slide = slides[at]
  if (!slide) return state
  if (command.type === 'next') {
    const running = { ...state, clock: started(state.clock, now) }
    if (state.cover !== 'none') return { ...running, cover: 'none' }
    if (state.step < stepsOf(slide)) return { ...running, step: state.step + 1 }
    return movedTo(slides, running, at + 1, 0, now)
  }
  if (command.type === 'previous') {
    if (state.cover !== 'none') return { ...state, cover: 'none' }
    if (state.step > 0) return { ...state, step: state.step - 1 }
    return movedTo(slides, state, at - 1, Number.POSITIVE_INFINITY, now)
  }
  const uncovered: ShowState = { ...state, cover: 'none' }
  if (command.type === 'go') return movedTo(slides, uncovered, command.at, command.step ?? 0, now)
  return movedTo(slides, uncovered, command.type === 'first' ? 0 : slides.length - 1, 0, now)
}

function movedTo(slides: readonly ShowSlide[], state: ShowState, at: number, step: number, now: number): ShowState {
  const goal = slides[at]
  if (!goal) return state
  const from = slides[placeOf(slides, state)]
  const moved = { ...state, slideId: goal.id, at, step: Math.max(0, Math.min(step, stepsOf(goal))) }
  if (from?.partId === goal.partId) return moved
  const clock = elapsed(state.clock, now)
  const before = from?.partId
  const spent = before ? { ...state.spent, [before]: (state.spent[before] ?? 0) + clock - state.since } : state.spent
  return { ...moved, spent, since: clock }
}
