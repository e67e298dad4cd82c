import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { LibraryTables } from '../../store/schema.ts'
import { StoryNotFoundError } from '../story-errors.ts'
import { listedStories } from '../summaries/listed-stories.ts'
import { maskPersonalData } from './mask-personal-data.ts'
import { openStoryMatcher } from './match-story.ts'
import type { NewResponses } from './response.schema.ts'
import { responseError } from './response-errors.ts'
import { responseKey } from './response-key.ts'
import type { KeptResponses } from './response-view.ts'
import type { KeptResponse } from './responses.repository.ts'

/**
 * Keeps answers that were typed in, each once, with personal data masked.
 * @throws {ResponseError} RESPONSE_PERSONAL_DATA where it may not be masked; a day to come
 * @throws {StoryNotFoundError}
 */
export async function enterResponses(
  db: Kysely<LibraryTables>,
  writes: { insertResponses(responses: readonly KeptResponse[]): Promise<number> },
  { responses, mask }: z.infer<typeof NewResponses>,
  now: Date,
  today: string,
): Promise<KeptResponses> {
  const stories = await listedStories(db)
  const matcher = await openStoryMatcher(db)
  const masked: KeptResponses['masked'][number][] = []
  const unmatched = new Set<string>()
  const kept = responses.map((response, at): KeptResponse => {
    const { id = randomUUID(), storyId, named, text, feedId, givenOn, useful, post, way, type } = response
    if (storyId !== undefined && !stories.has(storyId)) throw new StoryNotFoundError()
    const story = storyId ?? (named === undefined ? undefined : matcher(named).storyId)
    if (story === undefined && named !== undefined) unmatched.add(named)
    const clean = text === undefined ? undefined : maskPersonalData(text)
    if (clean && clean.says.length > 0) masked.push({ row: at + 1, says: clean.says.join('；'), text: clean.text })
    return {
      id,
      way,
      // A clock that runs ahead must not carry an answer into days to come.
      givenOn: givenOn > today ? today : givenOn,
      receivedAt: now.toISOString(),
      type,
      digest: responseKey({ entered: id }),
      ...(useful && { useful }),
      ...(clean && { text: clean.text }),
      ...(post !== undefined && { post }),
      ...(story !== undefined && { storyId: story }),
      ...(story === undefined && named !== undefined && { named }),
      ...(feedId !== undefined && { feedId }),
    }
  })
  if (!mask && masked.length > 0) {
    const says = masked.map(({ row, says: said }) => `第 ${row} 条：${said}`).join('；')
    throw responseError('RESPONSE_PERSONAL_DATA', `${says}。`)
  }
  const count = await writes.insertResponses(kept)
  return { kept: count, known: kept.length - count, masked, unmatched: [...unmatched] }
}
