import type { JobContext } from '../jobs/job-runner.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { fetchBlob, fetchRevision } from './fetch-objects.ts'
import type { RepairedRevision } from './repair-revisions.ts'
import type { RepositorySource } from './sources/repository-source.ts'
import { UpdateRefusedError } from './update-refused-error.ts'
import type { Damage } from './verify-channel.ts'

/** What repairing writes, done by the writer's thread. */
export interface RepairWrites {
  repairRevisions(revisions: readonly RepairedRevision[]): Promise<unknown>
}

export interface Repair {
  readonly channel: string
  /** The version in effect, which the damage is of. */
  readonly version: number
  readonly damage: readonly Damage[]
  readonly source: RepositorySource
  readonly access: LibraryAccess
  readonly writes: RepairWrites
}

/** Revisions put back at once. */
const REPAIRED_TOGETHER = 64

/**
 * Fetches what is damaged again, each piece verified against what was signed when it was installed. What the source
 * does not have, or has no better, stays as it is.
 * @throws {UpdateRefusedError} SOURCE_GONE or SOURCE_SILENT when the source itself is not there
 */
export async function repairChannel(repair: Repair, { signal, report }: JobContext): Promise<void> {
  const { channel, version, damage, source, access, writes } = repair
  let batch: RepairedRevision[] = []
  const store = async () => {
    const full = batch
    batch = []
    if (full.length > 0) await writes.repairRevisions(full)
  }
  const tried = new Set<string>()
  for (const [index, { entry, revision, blob }] of damage.entries()) {
    signal.throwIfAborted()
    const { sha256 } = blob ?? revision
    if (tried.has(sha256)) continue
    tried.add(sha256)
    report({ label: entry.title, done: index, total: damage.length })
    if (blob) await orNothing(fetchBlob(source, blob, access.blobs))
    else {
      const fetched = await orNothing(fetchRevision(source, { entry, reference: revision }))
      if (fetched) batch.push({ entry, reference: revision, content: fetched.content, channel, version })
    }
    if (batch.length >= REPAIRED_TOGETHER) await store()
  }
  await store()
}

async function orNothing<T>(fetching: Promise<T>): Promise<T | undefined> {
  try {
    return await fetching
  } catch (error) {
    const isGone = error instanceof UpdateRefusedError && /^SOURCE_(?:GONE|SILENT)$/.test(error.code)
    const hasNone = error instanceof UpdateRefusedError && !isGone
    if (hasNone) return undefined
    throw error
  }
}
