import lunr from 'lunr'
import { SEARCH_BOOSTS, SEARCH_FIELDS, type SearchReceiver, type SearchShelf } from '../search/search-format.ts'
import { fold, pairsOf, runsOf, shardOf } from '../search/segment.ts'
import { loadScript } from './load-script.ts'
import { openSounds, type Sounds } from './sounds.ts'

/** What a search found, best first. */
export interface FoundStories {
  readonly stories: readonly { readonly number: number; readonly score: number }[]
  /** What was looked for, to be marked where it stands. */
  readonly words: readonly string[]
  /** Words that what was typed sounds like. */
  readonly sounded: readonly string[]
  /** False when no story has everything, and these have some of it. */
  readonly all: boolean
}

export interface SiteSearch {
  readonly shelf: SearchShelf
  find(query: string): Promise<FoundStories>
  /** Reads what was not asked for yet, a file at a time while nothing else is to be done. */
  readAhead(): Promise<void>
}

/** Okapi BM25 as lunr reckons it. */
const K1 = 1.2
const B = 0.75
const MARKS = { t: 0, w: 1, x: 2 } as const
const MOST_WORDS = 12

/** For each story that has a term, how often in each field. */
type Postings = readonly { readonly story: number; readonly counts: readonly number[] }[]

/**
 * Searches the site: reads the files of the index that the typed terms are in, and lets lunr weigh what stands there.
 * @param root from the page to the site's root
 */
export function openSearch(shelf: SearchShelf, receiver: SearchReceiver, root: string): SiteSearch {
  const shards = new Map<number, Promise<ReadonlyMap<string, string>>>()
  const arrived = new Map<number, string>()
  let sounds: Promise<Sounds> | undefined
  let soundText = ''
  receiver.shard = (number, text) => void arrived.set(number, text)
  receiver.sounds = (text) => {
    soundText = text
  }
  const lengths = shelf.lengths.split(' ').map((length) => Number.parseInt(length, 36) || 0)
  const averages = SEARCH_FIELDS.map((_, field) => {
    let sum = 0
    for (let at = field; at < lengths.length; at += SEARCH_FIELDS.length) sum += lengths[at] ?? 0
    return sum / Math.max(1, shelf.stories.length)
  })

  const shardFor = (term: string): Promise<ReadonlyMap<string, string>> => {
    const number = shardOf(term, shelf.bits)
    let shard = shards.get(number)
    if (!shard) {
      const name = shelf.shards[number]
      shard = name
        ? loadScript(root + name).then(() => {
            const lines = (arrived.get(number) ?? '').split('\n').map((line) => line.split('\t') as [string, string])
            arrived.delete(number)
            return new Map(lines)
          })
        : Promise.resolve(new Map())
      shards.set(number, shard)
    }
    return shard
  }
  const loadSounds = () => {
    sounds ??= loadScript(root + shelf.sounds).then(() => openSounds(soundText))
    return sounds
  }

  /** The terms that are in the index, by what was asked: each itself, or all that begin so. */
  const gather = async (wanted: readonly string[], prefix: boolean): Promise<Map<string, Postings>> => {
    const found = new Map<string, Postings>()
    for (const [index, shard] of (await Promise.all(wanted.map(shardFor))).entries()) {
      const term = wanted[index] ?? ''
      const list = shard.get(term)
      if (list !== undefined) found.set(term, readPostings(list))
      if (!prefix) continue
      for (const [other, postings] of shard) if (other.startsWith(term)) found.set(other, readPostings(postings))
    }
    return found
  }

  /** The stories that have all of these pairs, or anything that begins with one prefix. */
  const match = async (wanted: readonly string[], prefix: boolean): Promise<Map<number, number>> => {
    const index = weigh(await gather(wanted, prefix), shelf.stories.length, lengths, averages)
    const hits = index.query((query) => {
      for (const term of new Set(wanted)) {
        query.term(prefix ? `${term}*` : term, { presence: lunr.Query.presence.REQUIRED, usePipeline: false })
      }
    })
    return new Map(hits.map(({ ref, score }) => [Number(ref), score]))
  }
  const matchHan = (run: string) => ([...run].length > 1 ? match(pairsOf(run), false) : match([run], true))

  const matchLetters = async (run: string): Promise<{ scores: Map<number, number>; words: string[] }> => {
    const scores = await match([run], true)
    const known = await loadSounds()
    const words = known.wordsLike(run).slice(0, MOST_WORDS)
    const taken: string[] = []
    for (const { word, likeness } of words) {
      // What has a longer word has the shorter one in it, and was found by that.
      if (taken.some((shorter) => word.includes(shorter))) continue
      taken.push(word)
      for (const [story, score] of await matchHan(word)) add(scores, story, score * likeness)
    }
    for (const { title, likeness } of known.titlesLike(run)) add(scores, title, 10 * likeness)
    return { scores, words: words.map(({ word }) => word) }
  }

  return {
    shelf,
    async readAhead() {
      for (const name of [shelf.sounds, ...shelf.shards.filter(Boolean)]) {
        await new Promise<void>((resolve) => {
          if ('requestIdleCallback' in window) requestIdleCallback(() => resolve())
          else setTimeout(resolve, 20)
        })
        await loadScript(root + name)
      }
    },
    async find(query) {
      const words: string[] = []
      const sounded: string[] = []
      const parts: Map<number, number>[] = []
      for (const run of runsOf(fold(query)).slice(0, MOST_WORDS)) {
        words.push(run.text)
        if (run.han) {
          const whole = await matchHan(run.text)
          const apart = whole.size > 0 ? [] : wordsIn(run.text)
          if (apart.length < 2) parts.push(whole)
          else for (const word of apart) parts.push(await matchHan(word))
          words.push(...apart)
        } else {
          const found = await matchLetters(run.text)
          parts.push(found.scores)
          sounded.push(...found.words)
        }
      }
      const [first = new Map<number, number>(), ...rest] = parts
      const common = [...first.keys()].filter((story) => rest.every((part) => part.has(story)))
      const all = common.length > 0 || parts.length < 2
      const candidates = all ? common : parts.flatMap((part) => [...part.keys()])
      const stories = [...new Set(candidates)].map((number) => ({
        number,
        score:
          parts.reduce((sum, part) => sum + (part.get(number) ?? 0), 0) +
          nearness(shelf.stories[number]?.title ?? '', words),
      }))
      // Of two alike, the newer first.
      stories.sort((a, b) => b.score - a.score || b.number - a.number)
      return { stories, words: [...words, ...sounded], sounded, all }
    },
  }
}

/** The words of several written together, which may stand apart in a story; empty where the browser cannot tell. */
function wordsIn(run: string): string[] {
  if (!('Segmenter' in Intl) || [...run].length < 4) return []
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(run)].map(({ segment }) => segment)
  return words.filter((word) => [...word].length > 1)
}

/** What stands whole in the title was probably meant. */
const nearness = (title: string, words: readonly string[]) =>
  words.reduce((sum, word) => sum + (fold(title).includes(word) ? 5 * word.length : 0), 0)

const add = (scores: Map<number, number>, story: number, score: number) =>
  scores.set(story, Math.max(scores.get(story) ?? 0, score))

function readPostings(list: string): Postings {
  let story = 0
  return list.split(',').map((posting) => {
    const [, distance = '0', often = ''] = /^([0-9a-s]+?)((?:[twx]\d+)*)$/.exec(posting) ?? []
    story += Number.parseInt(distance, 36)
    const counts = [0, 0, often === '' ? 1 : 0]
    for (const [, mark, count] of often.matchAll(/([twx])(\d+)/g))
      counts[MARKS[mark as keyof typeof MARKS]] = Number(count)
    return { story, counts }
  })
}

/** An index of these terms alone, weighed as lunr's builder would with all the others. */
function weigh(
  terms: ReadonlyMap<string, Postings>,
  total: number,
  lengths: readonly number[],
  averages: readonly number[],
): lunr.Index {
  const inverted: [string, object][] = []
  const vectors = new Map<string, number[]>()
  for (const [index, term] of [...terms.keys()].sort().entries()) {
    const postings = terms.get(term) ?? []
    const idf = Math.log(1 + Math.abs((total - postings.length + 0.5) / (postings.length + 0.5)))
    const entry: Record<string, unknown> = { _index: index }
    for (const [field, name] of SEARCH_FIELDS.entries()) {
      const having: Record<number, object> = {}
      for (const { story, counts } of postings) {
        const often = counts[field] ?? 0
        if (often === 0) continue
        const length = lengths[story * SEARCH_FIELDS.length + field] ?? 0
        const score = (idf * ((K1 + 1) * often)) / (K1 * (1 - B + B * (length / (averages[field] || 1))) + often)
        having[story] = {}
        const reference = `${name}/${story}`
        const vector = vectors.get(reference)
        if (vector) vector.push(index, score * SEARCH_BOOSTS[name])
        else vectors.set(reference, [index, score * SEARCH_BOOSTS[name]])
      }
      entry[name] = having
    }
    inverted.push([term, entry])
  }
  return lunr.Index.load({
    version: lunr.version,
    fields: [...SEARCH_FIELDS],
    fieldVectors: [...vectors],
    invertedIndex: inverted,
    pipeline: [],
  })
}
