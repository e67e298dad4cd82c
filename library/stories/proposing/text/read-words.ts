import type { StoryPerson, StoryRecord } from '../../story.schema.ts'
import type { StoryVocabulary } from '../../story-view.ts'
import type { PlacedText } from './place-sentences.ts'
import type { StoryReading } from './story-reading.ts'
import { type ScoredWord, scoredWords } from './text-words.ts'

/** How much has to speak for a word before it is proposed. */
const ENOUGH = { themes: 2.5, topics: 2, posts: 2, groups: 1.5 } as const
const MOST = { themes: 2, topics: 4, posts: 3, groups: 4 } as const
/** A second theme is near the first. */
const NEAR = 0.75

type WordField = keyof typeof ENOUGH

/** Theme, topics, posts and groups: what labels say, or what the text suggests; always words of the vocabulary. */
export function readWords(
  reading: StoryReading,
  placed: PlacedText,
  story: { readonly title: string; readonly whole: string; readonly people: readonly StoryPerson[] },
  vocabulary: StoryVocabulary,
): Pick<StoryRecord, WordField | 'audience'> {
  const field = (name: WordField) => {
    const labelled = labelledWords(reading, placed, name, vocabulary[name])
    const suggested = name === 'posts' ? postsOf(story, vocabulary.posts) : suggest(name, vocabulary[name], story)
    // What a label says is all there is to themes; the text may add to the rest.
    const words =
      name === 'themes' && labelled.length > 0 ? labelled : [...labelled, ...suggested.map(({ word }) => word)]
    for (const { word, quote } of suggested) if (words.includes(word)) reading.found(name, quote, 'likely')
    return [...new Set(words)].slice(0, 10)
  }
  return {
    themes: field('themes'),
    topics: field('topics'),
    posts: field('posts'),
    groups: field('groups'),
    audience: labelledWords(reading, placed, 'audience', vocabulary.posts),
  }
}

function suggest(
  name: WordField,
  vocabulary: readonly string[],
  { title, whole }: { title: string; whole: string },
): ScoredWord[] {
  const scored = scoredWords(name, vocabulary, title, whole)
    .filter(({ score }) => score >= ENOUGH[name])
    .toSorted((a, b) => b.score - a.score)
  const best = scored[0]?.score ?? 0
  return scored.filter(({ score }) => name !== 'themes' || score >= best * NEAR).slice(0, MOST[name])
}

/** Those whom the people of the story hold, then those that the text speaks of. */
function postsOf(
  story: { readonly title: string; readonly whole: string; readonly people: readonly StoryPerson[] },
  vocabulary: readonly string[],
): ScoredWord[] {
  const held = story.people
    .filter(({ part }) => part === 'hero' || part === 'took-part' || part === 'told')
    .flatMap(({ post, name }) =>
      post !== undefined && vocabulary.includes(post) ? [{ word: post, score: 9, quote: `${post} ${name}` }] : [],
    )
  const spoken = suggest('posts', vocabulary, story)
  return [...held, ...spoken.filter(({ word }) => !held.some((one) => one.word === word))].slice(0, MOST.posts + 1)
}

function labelledWords(
  reading: StoryReading,
  placed: PlacedText,
  name: WordField | 'audience',
  vocabulary: readonly string[],
): string[] {
  return placed.values
    .filter(({ field }) => field === name)
    .flatMap(({ label, value, line }) => {
      const said = value.split(/[、，,；;\s　/]+/).filter((word) => word !== '')
      const kind = name === 'audience' ? 'posts' : name
      const words = said.flatMap((word) => {
        if (vocabulary.includes(word)) return [word]
        const [near] = scoredWords(kind, vocabulary, word, '').toSorted((a, b) => b.score - a.score)
        return near ? [near.word] : []
      })
      if (words.length > 0) reading.found(name, `${label}：${value}`, 'certain', line)
      return words
    })
}
