import type { Kysely } from 'kysely'
import type { LibraryTables } from '../store/schema.ts'
import type { KeptStory } from './kept-story.ts'
import { findStory } from './stories.repository.ts'
import { StoryNotFoundError } from './story-errors.ts'

/**
 * An own story.
 * @throws {StoryNotFoundError} when there is none of this id, or it was deleted
 */
export async function readStory(db: Kysely<LibraryTables>, id: string): Promise<KeptStory> {
  const story = await findStory(db, id)
  if (!story || story.discardedAt !== undefined) throw new StoryNotFoundError()
  return story
}
