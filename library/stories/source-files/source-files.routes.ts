import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { Hono } from 'hono'
import { filesBelow } from '../../feedback/read-letters.ts'
import { receiveUpload } from '../../importing/receive-upload.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { actingPerson } from '../process/story-office.ts'
import { readStory } from '../read-story.ts'
import type { StorySource } from '../story.schema.ts'

/** What keeping a source's file writes, done by the writer's thread. */
export interface SourceFileWrites {
  keepBlobs(blobs: readonly { sha256: string; size: number; mediaType: string }[]): Promise<unknown>
}

type SourceFile = NonNullable<StorySource['file']>

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.doc': 'application/msword',
  '.xls': 'application/vnd.ms-excel',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.html': 'text/html',
  '.csv': 'text/csv',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
}

/**
 * `/api/stories/:id/files`: files that a story is known from, kept as they came and named by their hash. They never
 * leave the library; who writes the story puts them into its record.
 * @param incoming the folder for uploads
 */
export function sourceFileRoutes(library: LibraryAccess, writes: SourceFileWrites, incoming: string) {
  return new Hono().post('/:id/files', async (c) => {
    await actingPerson(library.db, c.req.header('x-xinhuo-person'))
    await readStory(library.db, c.req.param('id'))
    const { folder } = await receiveUpload(c.req.raw, incoming)
    try {
      const files: SourceFile[] = []
      for (const file of await filesBelow(folder)) {
        const name = path.basename(file).slice(0, 255)
        const mediaType = MEDIA_TYPES[path.extname(name).toLowerCase()] ?? 'application/octet-stream'
        const { sha256, size } = await library.blobs.take(createReadStream(file))
        files.push({ name, mediaType, sha256, size })
      }
      await writes.keepBlobs(files)
      return c.json({ files }, 201)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}
