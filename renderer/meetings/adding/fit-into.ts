import type { MeetingPart } from '../../../library/meetings/outline/outline.schema.ts'
import { freshId } from '../../record-form/record-path.ts'

const MOST_CITES = 40
const MOST_PICTURES = 40

/**
 * The open part with what was chosen for it, where it is a place that waits for something of its kind: a story that is
 * not chosen yet, a scene without its drill, an exercise without its guide, a reading without a clause. What a person
 * wrote there stays. Undefined where it waits for nothing like it; then what was chosen is a part of its own.
 */
export function fitInto(waiting: MeetingPart, taken: MeetingPart): MeetingPart | undefined {
  const common = {
    title: waiting.title || taken.title,
    minutes: waiting.minutes || taken.minutes,
    notes: waiting.notes || taken.notes,
    cites: joined(waiting, taken),
    pictures: [...waiting.pictures, ...taken.pictures].slice(0, MOST_PICTURES),
  }
  if (waiting.type === 'story' && taken.type === 'story' && !waiting.story) {
    return { ...waiting, ...common, story: taken.story, ask: waiting.ask.length > 0 ? waiting.ask : taken.ask }
  }
  if (waiting.type === 'scene' && taken.type === 'scene' && !waiting.drill) {
    return { ...waiting, ...common, drill: taken.drill, from: taken.from }
  }
  if (waiting.type === 'exercise' && taken.type === 'exercise' && !waiting.guide && !waiting.template) {
    const tasks = waiting.tasks.length > 0 ? waiting.tasks : taken.tasks
    const { guide, from, template } = taken
    return { ...waiting, ...common, text: waiting.text || taken.text, tasks, guide, from, template }
  }
  if (waiting.type === 'reading' && taken.type === 'reading' && waiting.cites.length === 0) {
    return { ...waiting, ...common, text: waiting.text || taken.text }
  }
  return undefined
}

/** The part with the clauses of what was chosen beside its own; undefined where it has them all, or has no room. */
export function citedIn(part: MeetingPart, taken: MeetingPart): MeetingPart | undefined {
  const cites = joined(part, taken)
  return cites.length === part.cites.length ? undefined : { ...part, cites }
}

function joined(part: MeetingPart, taken: MeetingPart): MeetingPart['cites'] {
  const cites = [...part.cites]
  for (const cited of taken.cites) {
    const known = cites.some(
      (one) =>
        one.itemId === cited.itemId &&
        (one.itemId === undefined
          ? one.title === cited.title && one.provision === cited.provision
          : one.anchor === cited.anchor),
    )
    if (!known && cites.length < MOST_CITES) cites.push({ ...cited, id: freshId('c', cites) })
  }
  return cites
}
