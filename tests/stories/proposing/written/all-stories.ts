import { briefs } from './briefs.ts'
import { cases } from './cases.ts'
import { features } from './features.ts'
import { notes } from './notes.ts'
import { tables } from './tables.ts'
import type { WrittenStory } from './written-story.ts'

/** Thirty stories in five styles. */
export const allStories: readonly WrittenStory[] = [...briefs, ...features, ...cases, ...notes, ...tables]
