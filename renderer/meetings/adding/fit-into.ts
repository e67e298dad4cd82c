import type { MeetingPart } from '../../../library/meetings/outline/outline.schema.ts'
import { freshId } from '../../record-form/record-path.ts'

/**
 * The open part with what was chosen for it, where it is a place that waits for something of its kind: a story that is
 * not chosen yet, a scene without its drill, an exercise without its guide, a reading without a clause. Its own title,
 * minutes and notes stay. Undefined where it waits for nothing like it; then what was chosen is a part of its own.
 */
export function fitInto(waiting: MeetingPart, taken: MeetingPart): MeetingPart | undefined {
  const title = waiting.title || taken.title
  const minutes = waiting.minutes || taken.minutes
  if (waiting.type === 'story' && taken.type === 'story' && !waiting.story) {
    return { ...waiting, title, minutes, story: taken.story, cites: joined(waiting, taken) }
  }
  if (waiting.type === 'scene' && taken.type === 'scene' && !waiting.drill) {
    return { ...waiting, title, minutes, drill: taken.drill, from: taken.from, cites: joined(waiting, taken) }
  }
  if (waiting.type === 'exercise' && taken.type === 'exercise' && !waiting.guide && !waiting.template) {
    const { guide, from, template } = taken
    return { ...waiting, title, minutes, guide, from, template, cites: joined(waiting, taken) }
  }
  if (waiting.type === 'reading' && taken.type === 'reading' && waiting.cites.length === 0 && waiting.text === '') {
    return { ...waiting, title, minutes, text: taken.text, cites: taken.cites }
  }
  return undefined
}

/** The part with the clauses of what was chosen beside its own; undefined where it has them all, or has no room. */
export function citedIn(part: MeetingPart, taken: MeetingPart): MeetingPart | undefined {
  const cites = joined(part, taken)
  return cites.length === part.cites.length ? undefined : { ...part, cites }
}

const MOST_CITES = 40

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
