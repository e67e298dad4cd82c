import type { Slide } from '../../../library/meetings/deck/deck.ts'
import { elapsed } from '../show/show-clock.ts'
import { placeOf, type ShowState } from '../show/show-state.ts'

const MINUTE = 60_000

type PlannedSlide = Pick<Slide, 'id' | 'partId' | 'minutes' | 'layout' | 'blocks'>

/** How the time goes; whole minutes. */
export interface Pace {
  /** Left of the present part; negative once it takes longer. Undefined where nobody planned minutes for it. */
  readonly left?: number | undefined
  /** How much later the whole is than planned; negative when it is ahead. Undefined without a plan. */
  readonly behind?: number | undefined
}

/** How the present part and the whole stand to their planned minutes. */
export function paceOf(slides: readonly PlannedSlide[], state: ShowState, now: number): Pace {
  const { partId } = slides[placeOf(slides, state)] ?? {}
  const plan = minutesByPart(slides)
  const planned = partId === undefined ? undefined : plan.get(partId)
  if (partId === undefined || planned === undefined || planned === 0) return {}
  const clock = elapsed(state.clock, now)
  const inPart = (state.spent[partId] ?? 0) + clock - state.since
  let before = 0
  for (const [part, minutes] of plan) {
    if (part === partId) break
    before += minutes
  }
  const late = clock - (before + planned) * MINUTE
  const early = before * MINUTE - clock
  return {
    left: Math.ceil(planned - inPart / MINUTE),
    behind: late > 0 ? Math.ceil(late / MINUTE) : early > 0 ? -Math.floor(early / MINUTE) : 0,
  }
}

function minutesByPart(slides: readonly PlannedSlide[]): ReadonlyMap<string, number> {
  const plan = new Map<string, number>()
  for (const { partId, minutes } of slides) {
    if (partId !== undefined) plan.set(partId, (plan.get(partId) ?? 0) + (minutes ?? 0))
  }
  return plan
}
