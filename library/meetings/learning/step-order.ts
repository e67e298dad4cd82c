import type { PathFault } from './learning-view.ts'
import type { PathStep } from './path.schema.ts'

type Step = Pick<PathStep, 'id' | 'title' | 'after'>

/** What each step may be done after, with what cannot be left out, and said. */
export interface StepOrder {
  /** The steps better done before, by step. */
  readonly after: ReadonlyMap<string, readonly string[]>
  readonly faults: readonly PathFault[]
}

/**
 * Makes sense of what steps are to be done after: those that are not there are left out, and of steps that wait for
 * each other in a ring those that stand earlier in the list come first.
 */
export function orderSteps(steps: readonly Step[]): StepOrder {
  const place = new Map(steps.map(({ id }, at) => [id, at]))
  const faults: PathFault[] = []
  const known = new Map<string, string[]>()
  for (const { id, title, after } of steps) {
    const missing = [...new Set(after)].filter((one) => !place.has(one))
    if (missing.length > 0)
      faults.push({ stepId: id, fault: 'missing', others: [], says: `“${title}”要等的步骤已经不在这条路径里。` })
    known.set(
      id,
      [...new Set(after)].filter((one) => place.has(one)),
    )
  }
  const after = new Map<string, readonly string[]>()
  for (const { id, title } of steps) {
    const waits = known.get(id) ?? []
    // Waiting for a later one that waits for this one closes a ring; the list's order opens it.
    const closing = waits.filter(
      (one) => one === id || ((place.get(one) ?? 0) > (place.get(id) ?? 0) && leadsTo(one, id, known)),
    )
    if (closing.length > 0) faults.push(ringFault(id, title, closing, steps))
    after.set(
      id,
      waits.filter((one) => !closing.includes(one)),
    )
  }
  return { after, faults }
}

/** Whether one waits, over whatever others, for another. */
function leadsTo(from: string, to: string, known: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>()
  const open = [from]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === to) return true
    if (seen.has(id)) continue
    seen.add(id)
    open.push(...(known.get(id) ?? []))
  }
  return false
}

function ringFault(stepId: string, title: string, closing: readonly string[], steps: readonly Step[]): PathFault {
  const others = closing.flatMap((id) => (id === stepId ? [] : (steps.find((step) => step.id === id)?.title ?? [])))
  const says =
    others.length === 0
      ? `“${title}”要等它自己；按列出的先后来学。`
      : `“${title}”和“${others.join('”“')}”互相等着；按列出的先后来学。`
  return { stepId, fault: 'ring', others, says }
}
