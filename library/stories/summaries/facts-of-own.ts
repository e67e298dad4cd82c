import { evidenceLevel } from '../evidence-level.ts'
import type { KeptStory } from '../kept-story.ts'
import { wordsOfRecord } from '../likeness/words-of-record.ts'
import { publicName } from '../public-name.ts'
import type { StoryMedia, StoryRecord } from '../story.schema.ts'
import type { StoryFacts } from './story-facts.ts'

/** What is said of an own story: its record as it is now. */
export function factsOfOwn({ id, state, record, ...story }: KeptStory): StoryFacts {
  const pictures = record.media.filter(({ mediaType }) => mediaType.startsWith('image/'))
  return {
    id,
    own: true,
    state,
    title: record.title,
    summary: record.summary,
    themes: record.themes,
    topics: record.topics,
    posts: record.posts,
    places: record.places,
    groups: record.groups,
    audience: record.audience,
    heroes: heroesOf(record),
    heroNames: record.people.filter(({ part }) => part === 'hero').map(({ name }) => name.replace(/\s/gu, '')),
    happenedFrom: record.happenedFrom,
    evidence: evidenceLevel(record),
    pictures: pictures.length,
    cover: coverOf(pictures)?.sha256,
    publishedOn: story.publishedOn,
    reviewOn: story.reviewOn,
    dueOn: story.dueOn,
    scheduledFor: story.scheduledFor,
    revision: story.revision,
    policies: record.policies,
    words: record.people.map(({ name }) => name),
    text: wordsOfRecord(record),
    updatedAt: story.updatedAt,
  }
}

/** Who the story is about, as they may be printed, each once. */
function heroesOf({ people, consents }: StoryRecord): string[] {
  const heroes = people.filter(({ part, name }) => part === 'hero' && name !== '')
  return [...new Set(heroes.map((person) => publicName(person, consents)))]
}

const coverOf = (pictures: readonly StoryMedia[]) => pictures.find(({ cover }) => cover) ?? pictures[0]
