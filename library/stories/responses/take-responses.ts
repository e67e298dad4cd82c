import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { findIdentity } from '../../feedback/reports.repository.ts'
import { senderCode } from '../../feedback/sender-identity.ts'
import type { LibraryTables } from '../../store/schema.ts'
import type { ColumnMatch } from '../../templates/known/known-view.ts'
import { feedOfUri } from './export-feedback.ts'
import { feedbackKey, openFeedback } from './feedback-file.ts'
import { maskPersonalData } from './mask-personal-data.ts'
import { openStoryMatcher, type StoryMatch } from './match-story.ts'
import { readResponseSheet, SHEET_TARGET } from './read-response-sheet.ts'
import type { ReceivedAnswers } from './received-responses.ts'
import type { TakeResponses } from './response.schema.ts'
import { responseError } from './response-errors.ts'
import type { NamedStory, ReadResponses, RefusedResponse, StoryResponse, TakenResponses } from './response-view.ts'
import { type KeptResponse, knownDigests } from './responses.repository.ts'
import { SHEET_FIELDS } from './sheet-fields.ts'

type Db = Kysely<LibraryTables>

/** Refused rows told one by one. */
const MOST_TOLD = 500
const SAMPLE = 8

/** What taking writes, done by the writer's thread. */
export interface TakeWrites {
  insertResponses(responses: readonly KeptResponse[]): Promise<number>
  saveColumnMatch(target: string, columns: readonly string[], match: readonly ColumnMatch[]): Promise<unknown>
}

/** An answer of a file, before it is kept. */
interface Given extends Omit<StoryResponse, 'id' | 'receivedAt' | 'way' | 'storyId' | 'feedId'> {
  readonly key: string
  /** As the file says: an id, a title, or what somebody typed. */
  readonly story: string | undefined
  readonly feedId?: string | undefined
}

interface Read {
  readonly given: readonly Given[]
  readonly refused: readonly RefusedResponse[]
  readonly about: Pick<ReadResponses, 'way' | 'file' | 'notes'> & Partial<ReadResponses>
  readonly headings?: readonly string[] | undefined
}

/**
 * Reads a file of answers for a person to confirm. Nothing is kept.
 * @throws {ResponseError} altered, unreadable, or all of it taken before
 */
export async function previewResponses(
  db: Db,
  received: ReceivedAnswers,
  options: { readonly sheet?: string | undefined; readonly match?: readonly ColumnMatch[] | undefined },
  today: string,
): Promise<ReadResponses> {
  const { given, refused, about } = await read(db, received, options, today)
  const matcher = await openStoryMatcher(db)
  const known = await knownDigests(
    db,
    given.map(({ key }) => key),
  )
  if (received.type === 'file' && known.size === given.length) throw responseError('RESPONSE_FILE_KNOWN')
  return {
    ...about,
    upload: received.upload,
    total: given.length,
    known: known.size,
    stories: namedStories(given, matcher),
    sample: given.slice(0, SAMPLE).map(({ key: _, story, text, ...response }) => ({
      ...response,
      ...(story !== undefined && { named: story }),
      ...(text !== undefined && { text: maskPersonalData(text).text }),
    })),
    personal: given.filter(({ text }) => text !== undefined && maskPersonalData(text).says.length > 0).length,
    refused: refused.slice(0, MOST_TOLD),
  }
}

/** Takes a file's answers as the person confirmed them: each once, with personal data masked. */
export async function takeResponses(
  db: Db,
  writes: TakeWrites,
  received: ReceivedAnswers,
  asked: TakeResponses,
  now: Date,
  today: string,
): Promise<TakenResponses> {
  const match = asked.match?.map(({ column, field }) => ({ column, ...(field !== undefined && { field }) }))
  const { given, refused, about, headings } = await read(db, received, { sheet: asked.sheet, match }, today)
  const matcher = await openStoryMatcher(db)
  const known =
    asked.again && received.type === 'sheet'
      ? new Set<string>()
      : await knownDigests(
          db,
          given.map(({ key }) => key),
        )
  if (received.type === 'file' && known.size === given.length) throw responseError('RESPONSE_FILE_KNOWN')
  const unmatched = new Set<string>()
  let masked = 0
  const kept = given
    .filter(({ key }) => !known.has(key))
    .map(({ key, story, text, feedId, ...response }): KeptResponse => {
      const storyId = chosenStory(story, asked.stories, matcher)
      if (story !== undefined && storyId === undefined) unmatched.add(story)
      const clean = text === undefined ? undefined : maskPersonalData(text)
      if (clean && clean.says.length > 0) masked += 1
      return {
        ...response,
        id: randomUUID(),
        way: received.type,
        receivedAt: now.toISOString(),
        digest: asked.again && received.type === 'sheet' ? `${key}-${received.upload}` : key,
        ...(clean && { text: clean.text }),
        ...(storyId !== undefined && { storyId }),
        ...((feedId ?? asked.feedId) && { feedId: feedId ?? asked.feedId }),
        ...(storyId === undefined && story !== undefined && { named: story.slice(0, 200) }),
      }
    })
  const taken = await writes.insertResponses(kept)
  if (headings && about.columns) await writes.saveColumnMatch(SHEET_TARGET, headings, about.columns)
  return { taken, known: given.length - taken, masked, refused: refused.slice(0, MOST_TOLD), unmatched: [...unmatched] }
}

async function read(
  db: Db,
  received: ReceivedAnswers,
  options: { readonly sheet?: string | undefined; readonly match?: readonly ColumnMatch[] | undefined },
  today: string,
): Promise<Read> {
  if (received.type === 'file') return readFile(db, received, today)
  const sheet = await readResponseSheet(db, received.folder, options, today)
  const fields = new Set(sheet.columns.flatMap(({ field }) => field ?? []))
  const says = ['useful', 'text', 'suggestion', 'question', 'error'].some((field) => fields.has(field))
  return {
    // What no column could be read from is told when it is taken: the person may still match the columns.
    given: says
      ? sheet.responses.map(({ row: _, at: __, named, ...response }) => ({ ...response, story: named }))
      : required(options),
    refused: says ? sheet.refused : [],
    headings: sheet.headings,
    about: {
      way: 'sheet',
      file: sheet.file,
      sheet: sheet.sheet,
      sheets: sheet.sheets,
      columns: sheet.columns,
      fields: SHEET_FIELDS.map(({ field, title }) => ({ field, title })),
      notes: says ? sheet.notes : [...sheet.notes, '没有一列是评价或意见，请在列的对应里指明。'],
    },
  }
}

function required({ match }: { readonly match?: readonly ColumnMatch[] | undefined }): readonly Given[] {
  if (match) throw responseError('RESPONSE_NO_COLUMN')
  return []
}

async function readFile(db: Db, received: ReceivedAnswers & { type: 'file' }, today: string): Promise<Read> {
  const { sender, createdAt, responses } = openFeedback(received.bytes)
  if ((await findIdentity(db))?.publicKey === sender.publicKey) throw responseError('RESPONSE_FILE_OWN')
  const given: Given[] = []
  const refused: RefusedResponse[] = []
  const feeds = new Map<string, string | undefined>()
  for (const [at, response] of responses.entries()) {
    const { id: _, story, feed, ...facts } = response
    if (facts.givenOn > today) {
      refused.push({ row: at + 1, reason: `日期在今天以后：${facts.givenOn}。` })
      continue
    }
    if (feed && !feeds.has(feed.uri)) feeds.set(feed.uri, await feedOfUri(db, feed.uri))
    const feedId = feed && feeds.get(feed.uri)
    given.push({
      ...facts,
      key: feedbackKey(sender.publicKey, response),
      story: story?.id ?? story?.title,
      ...(feedId !== undefined && { feedId }),
    })
  }
  const name = sender.name === undefined ? {} : { name: sender.name }
  return {
    given,
    refused,
    about: {
      way: 'file',
      file: received.file,
      sender: { ...name, code: senderCode(sender.publicKey), writtenAt: createdAt },
      notes: [],
    },
  }
}

/** What the person says goes before what the name says. */
function chosenStory(
  named: string | undefined,
  stories: TakeResponses['stories'],
  matcher: (named: string) => StoryMatch,
): string | undefined {
  if (named === undefined) return undefined
  const said = Object.hasOwn(stories, named) ? stories[named] : undefined
  return said === null ? undefined : (said ?? matcher(named).storyId)
}

function namedStories(given: readonly Given[], matcher: (named: string) => StoryMatch): NamedStory[] {
  const counts = new Map<string, number>()
  for (const { story } of given) if (story !== undefined) counts.set(story, (counts.get(story) ?? 0) + 1)
  return [...counts].map(([named, responses]) => ({ named, responses, ...matcher(named) }))
}
