import { laterThan } from '../templates/forms/later-than.ts'
import type { KeptStory } from './kept-story.ts'
import type { OfficePerson } from './process/process-view.ts'
import { canonicalRecord } from './record-hash.ts'
import type { StoryRecord } from './story.schema.ts'
import { storyChanged, storyNotAllowed, storyNotOpen } from './story-errors.ts'

/**
 * A story with another record. Drafts are anybody's to write; what is being checked is changed only by those who
 * check, and what was checked before goes back to be checked again: a check is of exactly one record.
 * @param read the hash of the record it was read as
 * @throws {StoryError} STORY_CHANGED, STORY_NOT_OPEN, STORY_NOT_ALLOWED
 */
export function changeStory(
  story: KeptStory,
  draft: StoryRecord,
  read: string,
  person: OfficePerson,
  now: Date,
): KeptStory {
  const { record, sha256 } = canonicalRecord(draft)
  // Saved again after an answer that got lost: nothing more is to be done, and nothing is lost.
  if (sha256 === story.recordSha256) return story
  if (read !== story.recordSha256) throw storyChanged()
  if (story.state === 'published' || story.state === 'retired') throw storyNotOpen(story.state)
  const changed = { ...story, record, recordSha256: sha256, updatedAt: laterThan(story.updatedAt, now) }
  if (story.state === 'draft') return changed
  if (!person.roles.some((role) => role !== 'writer')) {
    throw storyNotAllowed(`这个故事已经报送，${person.name}没有核实或审定的分工。`)
  }
  return { ...changed, state: 'submitted', scheduledFor: undefined }
}
