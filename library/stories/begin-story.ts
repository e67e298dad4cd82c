import { randomBytes } from 'node:crypto'
import type { KeptStory } from './kept-story.ts'
import { canonicalRecord } from './record-hash.ts'
import type { StoryRecord } from './story.schema.ts'

/** A new draft. Its id is the item's once it is published, the same for ever. */
export function beginStory(record: StoryRecord, by: string, now: Date, id: string = newStoryId()): KeptStory {
  const { record: kept, sha256 } = canonicalRecord(record)
  const at = now.toISOString()
  return { id, state: 'draft', record: kept, recordSha256: sha256, createdBy: by, createdAt: at, updatedAt: at }
}

/** `gushi-` and 80 random bits: two offices do not meet. */
const newStoryId = (): string => `gushi-${randomBytes(10).toString('hex')}`
