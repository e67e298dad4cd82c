import { missingParts } from '../../missing-parts.ts'
import type { StoryRecord } from '../../story.schema.ts'
import type { Found } from '../found.ts'

/** Without these there is no story. */
const NEEDED: ReadonlySet<string> = new Set(['title', 'done'])

/** Parts that are still empty. */
export const checkCompleteness = (record: StoryRecord): Found[] =>
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
