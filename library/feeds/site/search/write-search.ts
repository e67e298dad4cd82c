import { createHash } from 'node:crypto'
import { pinyin } from 'pinyin-pro'
import { plainText as wordsOfMarkdown } from '../../../items/plain-text.ts'
import { readTopics, readVocabulary } from '../../../search/vocabulary.ts'
import { chineseDate } from '../chinese-dates.ts'
import { plainText } from '../html.ts'
import type { SitePage } from '../site-facts.ts'
import type { SiteStory } from '../site-story.ts'
import { SEARCH_FIELDS, type SearchField, type SearchShelf } from './search-format.ts'
import { fold, pairsOf, runsOf, shardOf, termsOf } from './segment.ts'

/** Bytes of postings that one file should hold: read in a few milliseconds from a slow stick. */
const SHARD = 48 * 1024
const MOST_BITS = 9
const LONGEST_SUMMARY = 120

/** The same in every story. */
const HEADINGS = /^#{1,6}\s.*$/gm

/**
 * For each term the numbers of the stories that have it once in their text; a story that has it otherwise as -1 less its
 * number, followed by how often in title, words and text. Numbers alone, since there are millions of them.
 */
type Postings = Map<string, number[]>

/** The files of a site's search, and the one that leads to the others. */
export interface WrittenSearch {
  readonly files: readonly SitePage[]
  readonly shelf: string
}

/**
 * Writes the index that a site is searched by: postings divided over files by their terms' first character, so that a
 * search reads a few kilobytes however large the site is. Files are named by what is in them.
 * @param breathe lets others have their turn, and throws when it is given up
 */
export async function writeSearch(
  stories: readonly SiteStory[],
  breathe: () => Promise<void> = async () => {},
): Promise<WrittenSearch> {
  // Numbers grow with time, so that what is new is added at the end of postings.
  const told = stories.filter(({ story }) => story).toReversed()
  const postings: Postings = new Map()
  const lengths: string[] = []
  const words = new Set<string>()
  for (const [number, shown] of told.entries()) {
    if (number % 50 === 0) await breathe()
    const fields = fieldsOf(shown)
    collectWords(shown, words)
    const counts = new Map<string, [number, number, number]>()
    for (const [at, field] of SEARCH_FIELDS.entries()) {
      const terms = termsOf(fields[field])
      lengths.push(terms.length.toString(36))
      for (const term of terms) {
        const count = counts.get(term)
        if (count) count[at] = (count[at] ?? 0) + 1
        else counts.set(term, [at === 0 ? 1 : 0, at === 1 ? 1 : 0, at === 2 ? 1 : 0])
      }
    }
    for (const [term, [title, tags, text]] of counts) {
      const list = postings.get(term) ?? []
      if (list.length === 0) postings.set(term, list)
      if (title + tags === 0 && text === 1) list.push(number)
      else list.push(-1 - number, title, tags, text)
    }
  }
  const shards = writeShards(postings)
  const sounds = named('sounds', `xinhuoSearch.sounds(${scriptText(soundsOf(told, words, postings))})\n`)
  const shelf: SearchShelf = {
    stories: told.map(storyLine),
    lengths: lengths.join(' '),
    bits: shards.bits,
    shards: shards.names,
    sounds: sounds.path,
  }
  const shelfFile = named('shelf', `xinhuoSearch.shelf(${scriptText(shelf)})\n`)
  return { files: [...shards.files, sounds, shelfFile], shelf: shelfFile.path }
}

function fieldsOf({ title, story }: SiteStory): Record<SearchField, string> {
  const content = story?.content
  const facts = story?.story
  const words = [
    ...(facts?.themes ?? []),
    ...(content?.topics ?? []),
    ...(content?.posts ?? []),
    ...(content?.places ?? []),
    ...(facts?.groups ?? []),
    ...(facts?.people.map(({ name }) => name) ?? []),
    ...(story?.policies.map((policy) => `${policy.title}${policy.provision ?? ''}`) ?? []),
  ]
  const said = [
    content?.description ?? '',
    wordsOfMarkdown((content?.body ?? '').replace(HEADINGS, '')),
    ...(facts?.quotes.map(({ text }) => text) ?? []),
    ...(facts?.media.map(({ caption }) => caption ?? '') ?? []),
  ]
  return { title, words: words.join('\n'), text: said.join('\n') }
}

function storyLine({ path, title, story, publishedAt }: SiteStory) {
  const text = story?.content.description ?? firstParagraph(story?.content.body ?? '')
  const summary = plainText(text).replace(/\s+/g, ' ')
  const places = (story?.content.places ?? []).slice(-1)
  return {
    path,
    title: plainText(title),
    summary: summary.length > LONGEST_SUMMARY ? `${summary.slice(0, LONGEST_SUMMARY).toWellFormed()}…` : summary,
    line: [...(story?.story.themes ?? []).slice(0, 1), ...places, chineseDate(publishedAt)].map(plainText).join(' · '),
  }
}

const firstParagraph = (body: string) =>
  wordsOfMarkdown(
    body
      .replace(HEADINGS, '')
      .trim()
      .split(/\n\s*\n/, 1)[0] ?? '',
  )

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** The words that may be typed by their sound: of the title, and the names of themes, posts and places. */
function collectWords({ title, story }: SiteStory, words: Set<string>): void {
  for (const { segment } of segmenter.segment(title)) words.add(segment)
  for (const value of [
    ...(story?.story.themes ?? []),
    ...(story?.content.topics ?? []),
    ...(story?.content.posts ?? []),
    ...(story?.content.places ?? []),
    ...(story?.story.groups ?? []),
    ...(story?.story.people.map(({ name }) => name) ?? []),
  ])
    words.add(value)
}

const soundOf = (text: string) =>
  pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed' }).join(' ').replace(/ü/g, 'v')

/** Words of the vocabulary that are not in any story are of no use to its readers. */
function soundsOf(
  told: readonly SiteStory[],
  words: ReadonlySet<string>,
  postings: ReadonlyMap<string, unknown>,
): string {
  const known = [
    ...readTopics(),
    ...readVocabulary().synonyms.flatMap(({ everyday, official }) => [everyday, ...official]),
  ]
  const isTold = (word: string) => pairsOf(word).every((pair) => postings.has(pair))
  const meant = new Set(known.filter(isTold).map(fold))
  const candidates = [...words, ...meant].map(fold)
  const typed = [...new Set(candidates)].filter((word) => {
    const [run, second] = runsOf(word)
    return run?.han === true && second === undefined && run.text === word && [...word].length > 1
  })
  const lines = typed.sort().map((word) => `${word}\t${soundOf(word)}${meant.has(word) ? '\t1' : ''}`)
  return [...lines, '', ...told.map(({ title }) => soundOf(fold(title)))].join('\n')
}

function writeShards(postings: Postings) {
  let bytes = 0
  for (const [term, list] of postings) bytes += 3 * term.length + 2 * list.length + 2
  const bits = Math.min(MOST_BITS, Math.max(0, Math.ceil(Math.log2(bytes / SHARD))))
  const terms: string[][] = Array.from({ length: 2 ** bits }, () => [])
  for (const term of postings.keys()) terms[shardOf(term, bits)]?.push(term)
  const files: SitePage[] = []
  const names = terms.map((those, number) => {
    if (those.length === 0) return ''
    const lines = those.sort().map((term) => `${term}\t${written(postings.get(term) ?? [])}`)
    const file = named('part', `xinhuoSearch.shard(${number},${scriptText(lines.join('\n'))})\n`)
    files.push(file)
    return file.path
  })
  return { bits, names, files }
}

/** As in `SearchShard`. */
function written(list: readonly number[]): string {
  const parts: string[] = []
  let before = 0
  for (let at = 0; at < list.length; at++) {
    const number = list[at] ?? 0
    const story = number < 0 ? -1 - number : number
    let often = ''
    if (number < 0) {
      const [title, words, text] = [list[++at], list[++at], list[++at]]
      often = `${title ? `t${title}` : ''}${words ? `w${words}` : ''}${text ? `x${text}` : ''}`
    }
    parts.push(`${(story - before).toString(36)}${often}`)
    before = story
  }
  return parts.join(',')
}

/** A value as it may stand in any script. */
const scriptText = (value: unknown) =>
  JSON.stringify(value).replace(/[<\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)

function named(name: string, text: string): SitePage {
  return { path: `search/${name}-${createHash('sha256').update(text).digest('hex').slice(0, 16)}.js`, text }
}
