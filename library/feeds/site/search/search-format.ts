/** What the files of a site's search hold, for who writes them and who reads them. */

/** The fields of a story that are searched, in the order of {@link SearchShelf.lengths}. */
export const SEARCH_FIELDS = ['title', 'words', 'text'] as const
export type SearchField = (typeof SEARCH_FIELDS)[number]

/** How much a term counts in each. */
export const SEARCH_BOOSTS: Readonly<Record<SearchField, number>> = { title: 6, words: 4, text: 1 }

/** The story of a number: what is shown of it, newest last. */
export interface SearchedStory {
  readonly path: string
  readonly title: string
  readonly summary: string
  /** Where and when, in a line. */
  readonly line: string
}

export interface SearchShelf {
  readonly stories: readonly SearchedStory[]
  /** Terms in each field of each story, in thirds, base 36. */
  readonly lengths: string
  /** As in {@link shardOf}. */
  readonly bits: number
  /** Files of postings from the site's root; an empty name where nothing begins so. */
  readonly shards: readonly string[]
  /** The file of sounds, from the site's root. */
  readonly sounds: string
}

/**
 * Words by their sound, one a line: `低保\tdi bao\t1`, the last for a word of the vocabulary, which was meant sooner than
 * one that happens to sound alike. Then, after an empty line, each story's title in sounds, in the order
 * of the stories.
 */
export type SearchSounds = string

/**
 * Postings, one term a line: the term, a tab, and for each story that has it the distance from the story before, in
 * base 36, followed by how often: nothing for once in the text, else `t`, `w` or `x` with a number for title, words, text.
 * Stories are parted by commas: `低保\t4,1t1x3,a`.
 */
export type SearchShard = string

/** What the files of a search do when they are loaded as scripts. */
export interface SearchReceiver {
  shelf(shelf: SearchShelf): void
  sounds(text: SearchSounds): void
  shard(number: number, text: SearchShard): void
}
