import path from 'node:path'
import type { Kysely } from 'kysely'
import { findChoices, listFeeds } from '../feeds/feeds.repository.ts'
import { findEntries } from '../feeds/issues/entries.repository.ts'
import type { BlobStore } from '../store/blob-store.ts'
import type { LibraryTables } from '../store/schema.ts'
import { linksAfter } from '../stories/process/events.repository.ts'
import { tasksOf } from '../stories/process/tasks.repository.ts'
import { listResponses } from '../stories/responses/responses.repository.ts'
import { allStories } from '../stories/stories.repository.ts'
import type { StoryRecord } from '../stories/story.schema.ts'
import { copyBlob } from './copy-blob.ts'
import { blobPlace } from './revision-document.ts'
import { writeLines } from './write-lines.ts'

type Db = Kysely<LibraryTables>

/** Rows read at a time. */
const READ_TOGETHER = 500

/**
 * Own stories with their tasks, the record of all that was done with them, columns with their issues, and what came
 * back, one JSON object a line; no file where there are none. The originals of pictures and the papers of consents lie
 * beside the published blobs: an export is for the office itself.
 * @param written the blobs that are there already; those added here are added to it
 * @returns how many stories
 * @throws {ExportRefusedError} EXPORT_BLOB_MISSING
 */
export async function exportStories(db: Db, blobs: BlobStore, staging: string, written: Set<string>): Promise<number> {
  const stories = await writeLines(path.join(staging, 'stories.jsonl'), storyLines(db, blobs, staging, written))
  await writeLines(path.join(staging, 'editorial-record.jsonl'), recordLines(db))
  await writeLines(path.join(staging, 'feeds.jsonl'), feedLines(db))
  await writeLines(path.join(staging, 'story-responses.jsonl'), responseLines(db))
  return stories
}

async function* storyLines(db: Db, blobs: BlobStore, staging: string, written: Set<string>): AsyncGenerator<object> {
  for await (const story of allStories(db)) {
    for (const sha256 of blobsOf(story.record)) {
      const place = path.join(staging, 'story', blobPlace(sha256))
      if (written.has(place)) continue
      await copyBlob(blobs, sha256, place, story.record.title || story.id)
      written.add(place)
    }
    yield { ...story, tasks: await tasksOf(db, story.id) }
  }
}

const blobsOf = ({ media, sources, consents }: StoryRecord): string[] => [
  ...media.map(({ sha256 }) => sha256),
  ...sources.flatMap(({ file }) => (file ? [file.sha256] : [])),
  ...consents.flatMap(({ proof }) => (proof === undefined ? [] : [proof])),
]

/** Every link as it is kept, so that the chain can be verified anywhere. */
async function* recordLines(db: Db): AsyncGenerator<object> {
  for (let number = 0; ; ) {
    const links = await linksAfter(db, number, READ_TOGETHER)
    yield* links
    const last = links.at(-1)
    if (!last || links.length < READ_TOGETHER) return
    number = last.number
  }
}

async function* feedLines(db: Db): AsyncGenerator<object> {
  for (const feed of await listFeeds(db)) {
    yield { ...feed, choices: await findChoices(db, feed.id), entries: await findEntries(db, feed.id) }
  }
}

async function* responseLines(db: Db): AsyncGenerator<object> {
  for (let offset = 0; ; offset += READ_TOGETHER) {
    const { responses } = await listResponses(db, {}, { limit: READ_TOGETHER, offset })
    yield* responses
    if (responses.length < READ_TOGETHER) return
  }
}
