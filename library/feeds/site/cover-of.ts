import type { EditionStory } from '../feed-edition.ts'

/** The picture that stands for a story: the one marked, else the first. */
export function coverOf({ story, pictures }: Pick<EditionStory, 'story' | 'pictures'>): string | undefined {
  const isPicture = new Set(pictures.map(({ sha256 }) => sha256))
  return story.media.find(({ cover, sha256 }) => cover && isPicture.has(sha256))?.sha256 ?? pictures[0]?.sha256
}
