import type { Kysely } from 'kysely'
import type { SenderIdentity } from '../../feedback/sender-identity.ts'
import { findSetting } from '../../settings/settings.repository.ts'
import type { LibraryTables } from '../../store/schema.ts'
import { listedStories } from '../summaries/listed-stories.ts'
import { type FeedbackFile, type FeedbackResponse, MOST_IN_FILE, signFeedback } from './feedback-file.ts'
import type { ResponsesOf } from './response-digest.ts'
import { responseError } from './response-errors.ts'
import { findOwnResponses } from './responses.repository.ts'

/** The office's name as letters and slips are signed with it. */
const SENDER_KEY = 'report-sender'

/**
 * What readers here said of stories, signed, for the office that wrote them. Only what was received here: what others
 * sent is theirs to send. Answers given here stay here.
 * @throws {ResponseError} RESPONSES_NOTHING_TO_SEND
 */
export async function exportFeedback(
  db: Kysely<LibraryTables>,
  identity: SenderIdentity,
  of: ResponsesOf,
  now: Date,
): Promise<FeedbackFile> {
  const responses = await findOwnResponses(db, of, MOST_IN_FILE)
  if (responses.length === 0) throw responseError('RESPONSES_NOTHING_TO_SEND')
  const [stories, feeds, name] = await Promise.all([listedStories(db), feedUris(db), findSetting(db, SENDER_KEY)])
  const written = responses.map((response): FeedbackResponse => {
    const title = stories.get(response.storyId ?? '')?.title ?? response.named
    const feed = feeds.get(response.feedId ?? '')
    const { id, givenOn, useful, type, text, post } = response
    return {
      id,
      givenOn,
      type,
      ...((response.storyId || title) && {
        story: { ...(response.storyId && { id: response.storyId }), ...(title && { title: title.slice(0, 200) }) },
      }),
      ...(feed && { feed }),
      ...(useful && { useful }),
      ...(text && { text }),
      ...(post && { post }),
    }
  })
  const sender = { ...(name && { name: name.slice(0, 100) }), publicKey: identity.publicKey }
  return signFeedback(
    { format: 1, type: 'story-feedback', sender, createdAt: now.toISOString(), responses: written },
    identity,
  )
}

/** Ids of columns are this library's own, their URIs are everybody's. */
async function feedUris(db: Kysely<LibraryTables>): Promise<Map<string, { uri: string; title: string }>> {
  const rows = await db.selectFrom('feed').select(['id', 'uri', 'definition']).execute()
  return new Map(rows.map(({ id, uri, definition }) => [id, { uri, title: titleOf(definition) }]))
}

const titleOf = (definition: string): string => (JSON.parse(definition) as { title: string }).title.slice(0, 200)

/** @returns the column here that has this URI */
export async function feedOfUri(db: Kysely<LibraryTables>, uri: string): Promise<string | undefined> {
  const row = await db.selectFrom('feed').where('uri', '=', uri).select('id').executeTakeFirst()
  return row?.id
}
