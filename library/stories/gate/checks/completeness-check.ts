import { missingParts } from '../../missing-parts.ts'
import type { StoryRecord } from '../../story.schema.ts'
import type { Found } from '../found.ts'

/** Without these there is no story. */
const NEEDED: ReadonlySet<string> = new Set(['title', 'done'])

/** Parts that are still empty, and a time that cannot be. */
export const checkCompleteness = (record: StoryRecord): Found[] => [...checkEmpty(record), ...checkTime(record)]

const checkEmpty = (record: StoryRecord): Found[] =>
  missingParts(record)
    // Said by the sources themselves.
    .filter(({ field }) => field !== 'sources')
    .map(({ field, says }) => ({
      code: 'incomplete',
      severity: NEEDED.has(field) || /^people\/\d+\/name$/.test(field) ? 'must' : 'should',
      place: { field },
      says,
      todo: '请补上；确实没有的，写一句“没有”也好。',
      about: [says],
    }))

function checkTime({ happenedFrom, happenedTo }: StoryRecord): Found[] {
  const found = (field: string, says: string): Found => ({
    code: 'incomplete',
    severity: 'should',
    place: { field },
    says,
    todo: '请改成真的时候；只记得年份，写年份也行。',
    about: [says],
  })
  const wrong = Object.entries({ happenedFrom, happenedTo }).flatMap(([field, day]) =>
    day === undefined || isRealDay(day) ? [] : [found(field, `什么时候的事写的是 ${day}，没有这一天。`)],
  )
  if (wrong.length > 0 || happenedFrom === undefined || happenedTo === undefined) return wrong
  // A year and a day of it are not in the wrong order.
  const known = Math.min(happenedFrom.length, happenedTo.length)
  return happenedTo.slice(0, known) < happenedFrom.slice(0, known)
    ? [found('happenedTo', `什么时候的事写的是从 ${happenedFrom} 到 ${happenedTo}，前后颠倒了。`)]
    : []
}

/** A year or a month always is. */
function isRealDay(day: string): boolean {
  if (day.length < 10) return true
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}
