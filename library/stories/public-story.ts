import canonicalize from 'canonicalize'
import { evidenceLevel } from './evidence-level.ts'
import type { KeptStory } from './kept-story.ts'
import type { PictureCopy } from './media/picture-recipe.ts'
import { monthsAfter } from './process/after-step.ts'
import type { StoryOffice } from './process/process-view.ts'
import { PublicStory, type StoryMedia, type StoryRecord } from './story.schema.ts'

/**
 * The structured part of a published story.
 * @param record as readers may see it
 * @param copies the cleaned copies of its pictures, by their ids
 */
export function publicStory(
  record: StoryRecord,
  story: KeptStory,
  copies: ReadonlyMap<string, PictureCopy>,
  office: StoryOffice,
  today: string,
): PublicStory {
  return PublicStory.parse({
    format: 1,
    themes: record.themes,
    groups: record.groups,
    audience: record.audience,
    happenedFrom: record.happenedFrom,
    happenedTo: record.happenedTo,
    people: record.people.map(({ name, part, post }) => ({ name, part, post })),
    evidence: evidenceLevel(record),
    policies: record.policies.filter(({ title }) => title !== ''),
    quotes: record.quotes.map(({ text, by }) => ({ text, by })),
    media: record.media.flatMap((media) => mediaOf(media, copies.get(media.id))),
    sources: {
      total: record.sources.length,
      verified: record.sources.filter(({ verified }) => verified !== undefined).length,
    },
    publishedOn: story.publishedOn ?? today,
    reviewOn: monthsAfter(today, office.reviewMonths),
    office: office.name || undefined,
    record: story.recordSha256,
  })
}

function mediaOf(media: StoryMedia, copy: PictureCopy | undefined): object[] {
  const { caption, alternative, takenOn, place, author, cover } = media
  const facts = { caption, alternative, takenOn, place, author, cover }
  if (copy) {
    const { sha256, mediaType, width, height } = copy
    return [{ sha256, mediaType, width, height, ...facts }]
  }
  if (media.mediaType.startsWith('image/')) return []
  return [{ sha256: media.sha256, mediaType: media.mediaType, ...facts }]
}

/** Its bytes as they are attached: the same story is the same bytes. */
export function publicStoryBytes(story: PublicStory): Buffer {
  const json = canonicalize(story)
  if (json === undefined) throw new TypeError('a public story has no canonical form')
  return Buffer.from(json)
}
