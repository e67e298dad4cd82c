import { findCitations } from '../../templates/check/policies/find-citations.ts'
import { type ShownPolicy, type StoryMedia, StoryRecord, type StorySource } from '../story.schema.ts'
import type { StoryVocabulary } from '../story-view.ts'
import type { StoryProposal } from './proposal-view.ts'
import { type PlacedText, placeSentences } from './text/place-sentences.ts'
import { readHead, type StoryHead } from './text/read-head.ts'
import { readPeople } from './text/read-people.ts'
import { readCaptions, readPictures } from './text/read-pictures.ts'
import { readSections } from './text/read-sections.ts'
import { readTimeAndPlace } from './text/read-time-and-place.ts'
import { readWords } from './text/read-words.ts'
import { type StoryLine, storyLines } from './text/story-lines.ts'
import { createStoryReading, type StoryReading } from './text/story-reading.ts'
import { isHelped, textPeople } from './text/text-people.ts'
import { textQuotes } from './text/text-quotes.ts'

/** A story as somebody wrote it down: Markdown whose pictures are `![alt](sha256:HEX)`, or notes as they were pasted in. */
export interface StoryText {
  /** Of the file's own title, where it has one that is told apart from its text. */
  readonly title?: string | undefined
  /** The file's name, or empty for notes. */
  readonly file?: string | undefined
  readonly markdown: string
  /** The pictures that the Markdown shows, by what its links say; captions and sections are added. */
  readonly media?: ReadonlyMap<string, StoryMedia> | undefined
  /** The file itself, kept by its hash. */
  readonly kept?: StorySource['file']
}

export type ProposedStory = Pick<StoryProposal, 'record' | 'read' | 'left' | 'warnings'>

/** Characters read of one story; more is a book and not a story. */
const LONGEST = 120_000

/**
 * Reads a story's fields from its text, each with the words it was read from. Nothing is invented: what the text does
 * not say stays empty, and what found no place is listed.
 */
export function proposeStory(text: StoryText, words: StoryVocabulary): ProposedStory {
  const warnings: string[] = []
  if (text.markdown.length > LONGEST) warnings.push(`文字太长，只读取了前 ${LONGEST / 10_000} 万字。`)
  return proposeLines(storyLines(text.markdown.slice(0, LONGEST), text.title), text, words, warnings)
}

/** As {@link proposeStory}, from lines that were told apart already, as those of a spreadsheet's row. */
export function proposeLines(
  lines: readonly StoryLine[],
  text: Omit<StoryText, 'title' | 'markdown'>,
  words: StoryVocabulary,
  warnings: string[] = [],
): ProposedStory {
  const reading = createStoryReading(lines)
  const head = readHead(reading, text.file ?? '')
  const captions = readCaptions(reading)
  const whole = reading.lines.map((line) => line.text).join('\n')
  const actors = textPeople(whole).filter((person) => !isHelped(person))
  const placed = placeSentences(
    reading,
    actors.map(({ name }) => name),
  )
  const people = readPeople(reading, placed, whole, words.posts, head.authors)
  const quotes = readQuotes(
    reading,
    whole,
    people.map(({ name }) => name),
  )
  const sections = readSections(reading, placed, quotes)
  const pictures = readPictures(reading, text.media ?? new Map(), captions, placed)
  if (pictures.missing > 0) warnings.push(`有 ${pictures.missing} 张图片没有读出来。`)
  const timeAndPlace = readTimeAndPlace(reading, placed, head, whole)
  const record = StoryRecord.parse({
    format: 1,
    title: head.title,
    ...sections,
    ...timeAndPlace.fields,
    ...readWords(reading, placed, { title: head.title, whole, people }, words),
    people,
    quotes: quotes.map((quote, at) => ({ id: `quote-${at + 1}`, ...quote })),
    policies: readPolicies(reading, whole),
    media: pictures.media,
    sources: readSource(reading, placed, head, timeAndPlace.writtenOn, text),
  })
  return { record, read: reading.sources(), left: reading.left(), warnings }
}

function readQuotes(reading: StoryReading, whole: string, names: readonly string[]) {
  const people = names.map((name) => ({ name, start: 0, mentions: 1 }))
  const spoken = textQuotes(whole, people)
  const seen = new Set<string>()
  return spoken
    .filter(({ text }) => !seen.has(text) && seen.add(text))
    .slice(0, 20)
    .map(({ text, by }, at) => {
      const line = reading.lines.find((one) => one.text.includes(text))
      reading.found(`quotes/${at}/text`, `“${text}”`, 'certain', ...(line ? [line] : []))
      reading.found(`quotes/${at}/by`, line?.text ?? by, 'likely')
      return { text: text.slice(0, 1000), by: by.slice(0, 80) }
    })
}

/** As cited; what the library holds of them is linked afterwards. */
function readPolicies(reading: StoryReading, whole: string): ShownPolicy[] {
  const found = new Map<string, ShownPolicy>()
  for (const { title, whole: cited, provisions } of findCitations(whole)) {
    const named = provisions.length > 0 ? provisions.map(({ provision }) => provision) : [undefined]
    for (const provision of named) {
      const key = `${title} ${provision ?? ''}`
      if (found.has(key) || (provision === undefined && [...found.values()].some((one) => one.title === title)))
        continue
      reading.found(`policies/${found.size}/title`, cited, 'certain')
      if (provision !== undefined) reading.found(`policies/${found.size}/provision`, `${cited}${provision}`, 'certain')
      found.set(key, { title: title.slice(0, 300), ...(provision !== undefined && { provision }) })
    }
  }
  return [...found.values()].slice(0, 50)
}

/** The file itself, and who wrote or sent it. */
function readSource(
  reading: StoryReading,
  placed: PlacedText,
  head: StoryHead,
  writtenOn: string | undefined,
  { file, kept }: Pick<StoryText, 'file' | 'kept'>,
): StorySource[] {
  const named = (field: 'author' | 'office') => {
    const values = placed.values.filter((value) => value.field === field)
    for (const value of values) reading.found('sources/0/from', `${value.label}：${value.value}`, 'certain', value.line)
    return values.map(({ value }) => value)
  }
  const offices = [...head.offices, ...named('office')]
  const authors = [...head.authors, ...named('author')]
  const from = [...new Set([...offices, ...authors])].join(' ')
  const told = placed.values.some(({ field }) => field === 'told') || head.isInterview
  const isPress = /融媒体|日报|晚报|电视台|广播|新闻|记者/.test(from)
  if (from === '' && !kept && !head.paper) return []
  return [
    {
      id: 'source-1',
      title: (head.paper ?? file ?? '').slice(0, 300) || (told ? '访谈记录' : '来稿'),
      type: told ? 'interview' : isPress ? 'media-report' : 'document',
      ...(from !== '' && { from: from.slice(0, 100) }),
      ...(writtenOn !== undefined && { on: writtenOn }),
      ...(kept && { file: kept }),
    },
  ]
}
