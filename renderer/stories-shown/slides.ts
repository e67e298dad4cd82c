import type { ShownStory } from '../../library/stories/story-view.ts'

export type Slide =
  | {
      readonly type: 'title'
      readonly storyId: string
      readonly title: string
      readonly text: string | undefined
      readonly picture: SlidePicture | undefined
      /** Where and for whom: 高岭村 · 驻村干部. */
      readonly facts: readonly string[]
    }
  | { readonly type: 'picture'; readonly storyId: string; readonly title: string; readonly picture: SlidePicture }
  | {
      readonly type: 'quote'
      readonly storyId: string
      readonly title: string
      readonly text: string
      readonly by: string
    }
  | { readonly type: 'result'; readonly storyId: string; readonly title: string; readonly text: string }

export interface SlidePicture {
  readonly sha256: string
  readonly alternative: string
  readonly caption: string | undefined
}

/** Headings of what a story came to; the first that has words is shown. */
const RESULT = /^结果/
/** Characters that can be read from the other end of a hall. */
const LONGEST = 110

/** What a hall sees of a story: its title, what it came to, its other pictures and what people said. */
export function slidesOf(
  storyId: string,
  { title, description, places, story, passages }: ShownStory,
): readonly Slide[] {
  const pictures = story.media
    .filter(({ mediaType }) => mediaType.startsWith('image/'))
    .map((media) => ({
      sha256: media.sha256,
      alternative: media.alternative ?? media.caption ?? '',
      caption: [media.caption, media.author].filter(Boolean).join('　') || undefined,
      cover: media.cover === true,
    }))
  const cover = pictures.find((picture) => picture.cover) ?? pictures[0]
  const hero = story.people.find(({ part }) => part === 'hero')
  const facts = [places.at(-1), hero?.name, hero?.post].filter((fact) => fact !== undefined && fact !== '') as string[]
  const result = passages.find(
    ({ heading, path, text }) => text !== '' && [heading, ...path].some((above) => RESULT.test(above)),
  )
  // The first paragraph: those below say how it is known, and what the pictures show.
  const came = shortened(result?.text.split('\n\n')[0] ?? '')
  return [
    { type: 'title', storyId, title, text: description, picture: cover, facts },
    ...pictures
      .filter((picture) => picture !== cover)
      .map((picture) => ({ type: 'picture' as const, storyId, title, picture })),
    ...(came === '' ? [] : [{ type: 'result' as const, storyId, title, text: came }]),
    ...story.quotes.map(({ text, by }) => ({ type: 'quote' as const, storyId, title, text, by })),
  ]
}

/** Whole sentences as far as they fit; one that does not fit by itself is cut. */
export function shortened(text: string): string {
  const sentences =
    text
      .replace(/\s+/g, ' ')
      .trim()
      .match(/[^。！？]+[。！？]?/g) ?? []
  let shown = ''
  for (const sentence of sentences) {
    if (shown !== '' && shown.length + sentence.length > LONGEST) break
    shown += sentence
  }
  return shown.length > LONGEST * 1.5 ? `${shown.slice(0, LONGEST)}……` : shown.trim()
}

/** How long a slide stays, in milliseconds: time to look, and to read slowly. */
export function stayOf(slide: Slide, pace: 'calm' | 'slow' | 'slower'): number {
  const words = slide.type === 'picture' ? (slide.picture.caption ?? '') : 'text' in slide ? (slide.text ?? '') : ''
  return (8_000 + words.length * 130) * { calm: 0.75, slow: 1, slower: 1.6 }[pace]
}
