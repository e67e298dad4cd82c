import type { StoryRecord } from '../../library/stories/story.schema.ts'

/** A story of which nothing is known but its title. */
export function emptyRecord(title = ''): StoryRecord {
  return {
    format: 1,
    title,
    themes: [],
    topics: [],
    posts: [],
    places: [],
    groups: [],
    audience: [],
    people: [],
    problem: '',
    done: '',
    cost: {},
    failed: '',
    result: '',
    evidence: { how: '', kinds: [] },
    caution: '',
    policies: [],
    quotes: [],
    media: [],
    sources: [],
    consents: [],
  }
}
