import { createHash } from 'node:crypto'
import type { JobContext } from '../jobs/job-runner.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { findStaged } from './channels.repository.ts'
import type { CheckedUpdate } from './check-update.ts'
import { fetchBlob, fetchRevision, type WantedRevision } from './fetch-objects.ts'
import type { ArrivingRevision } from './record-arriving.ts'
import { inParallel } from './sources/in-parallel.ts'
import type { RepositorySource } from './sources/repository-source.ts'

/** What fetching writes, done by the writer's thread. */
export interface FetchWrites {
  recordArriving(revisions: readonly ArrivingRevision[]): Promise<unknown>
}

/** Revisions recorded at once: few enough that a note saved meanwhile need not wait long. */
const RECORDED_TOGETHER = 64

/**
 * Fetches what is not here, attachments first, and records it where it does not count yet; what was fetched before an
 * interruption stays, and is not fetched again.
 */
export async function fetchUpdate(
  source: RepositorySource,
  { revisions, staged, blobs, description }: CheckedUpdate,
  access: LibraryAccess,
  writes: FetchWrites,
  { signal, report }: JobContext,
): Promise<void> {
  const total = revisions.length + blobs.length
  let done = 0
  const count = (label: string) => report({ label, done: ++done, total })
  await inParallel(blobs, Math.min(2, source.parallel), signal, async (blob) => {
    if (!(await access.blobs.has(blob.sha256))) await fetchBlob(source, blob, access.blobs)
    count('附件')
  })
  let batch: ArrivingRevision[] = []
  const record = async () => {
    const full = batch
    batch = []
    await writes.recordArriving(full)
  }
  const arrive = async ({ reference }: WantedRevision, content: string) => {
    batch.push({ reference, content, channel: description.id, version: description.version })
    if (batch.length >= RECORDED_TOGETHER) await record()
  }
  try {
    for (const wanted of staged) await arrive(wanted, (await stagedContent(access, source, wanted)).content)
    await inParallel(revisions, source.parallel, signal, async (wanted) => {
      const { content } = await fetchRevision(source, wanted)
      count(wanted.entry.title)
      await arrive(wanted, content)
    })
  } catch (error) {
    // What came before a stick was pulled out need not come again.
    await record().catch(() => {})
    throw error
  }
  await record()
}

/** A revision that was fetched to be looked at, unless it is damaged by now. */
async function stagedContent(access: LibraryAccess, source: RepositorySource, wanted: WantedRevision) {
  const { sha256 } = wanted.reference
  const content = await findStaged(access.db, sha256)
  const whole = content !== undefined && createHash('sha256').update(content).digest('hex') === sha256
  return whole ? { content } : fetchRevision(source, wanted)
}
