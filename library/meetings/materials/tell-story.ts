import { storySections } from '../../stories/derive-story.ts'
import type { ReadStory } from '../../stories/read-public-story.ts'
import { QUOTES_HEADING } from '../../stories/render-story.ts'
import { withoutPictures } from '../../stories/retell-story.ts'
import { STORY_SECTIONS } from '../../stories/story.schema.ts'
import { ToldStory } from '../outline/outline.schema.ts'

/**
 * A published story as it is told in a meeting: its sections in their order, under their own headings when it was
 * written elsewhere.
 */
export function tellStory({ content, story, revision }: ReadStory, takenOn: string): ToldStory {
  const sections = storySections(content.body)
  const known = STORY_SECTIONS.filter(({ heading }) => sections.has(heading)).map(({ heading }) => heading as string)
  const headings = known.length > 0 ? known : [...sections.keys()].filter((heading) => heading !== QUOTES_HEADING)
  return ToldStory.parse({
    title: content.title.slice(0, 300),
    from: { id: content.identifier, revision, takenOn },
    ...(content.description !== undefined && { summary: content.description.slice(0, 1000) }),
    ...(content.places?.length && { place: content.places.join('').slice(0, 200) }),
    ...(story.happenedFrom !== undefined && { happened: happened(story.happenedFrom, story.happenedTo) }),
    sections: headings.slice(0, 12).map((heading) => ({
      heading: heading.slice(0, 60),
      text: withoutPictures(sections.get(heading) ?? ''),
    })),
    quotes: story.quotes.slice(0, 20).map(({ text, by }) => ({ text: text.slice(0, 1000), by: by.slice(0, 80) })),
  })
}

const happened = (from: string, to: string | undefined): string =>
  to === undefined || to === from ? from : `${from} 至 ${to}`
