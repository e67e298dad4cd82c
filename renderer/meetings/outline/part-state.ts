import type { CitedPassage } from '../../../library/meetings/materials/cited.schema.ts'
import type { CitedState } from '../../../library/meetings/materials/material-view.ts'
import type { MeetingPart } from '../../../library/meetings/outline/outline.schema.ts'

export type ShownState = CitedState['state']

/** From what needs a look first to what is well. */
const order: readonly ShownState[] = ['withdrawn', 'repealed', 'expired', 'amended', 'not-yet', 'missing', 'in-force']

/** What a part cites, in words for one line of the outline. */
export function citedWords(part: MeetingPart): readonly string[] {
  return citedPassages(part).map(({ title, provision }) => `${title}${provision ?? ''}`)
}

/** Passages of the part itself; a drill or guide within it has its own. */
export function citedPassages(part: MeetingPart): readonly CitedPassage[] {
  const within = part.type === 'quiz' ? part.questions.flatMap(({ cites }) => cites) : []
  return within.length === 0 ? part.cites : [...part.cites, ...within]
}

/** The state that most needs a look of all that each part cites. */
export function worstStates(cited: readonly CitedState[]): ReadonlyMap<string, ShownState> {
  const worst = new Map<string, ShownState>()
  for (const { partId, state } of cited) {
    const before = worst.get(partId)
    if (before === undefined || order.indexOf(state) < order.indexOf(before)) worst.set(partId, state)
  }
  return worst
}
