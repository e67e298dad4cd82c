import { createHash } from 'node:crypto'
import type { JobContext } from '../jobs/job-runner.ts'
import type { ChannelVerification } from '../jobs/job-view.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { entriesAt, findChannel, topicsOf } from './channels.repository.ts'
import { isSubscribed, offers } from './plan-update.ts'
import type { BlobReference, ManifestEntry, RevisionReference } from './repository-format.ts'
import { refuseUpdate } from './update-refused-error.ts'

/** A revision or an attachment of an entry in effect that is not as it was signed. */
export interface Damage {
  readonly entry: ManifestEntry
  readonly revision: RevisionReference
  /** Set where it is this attachment of the revision. */
  readonly blob?: BlobReference | undefined
  readonly reason: string
}

/** What verifying read, and what of it differs. */
export interface FoundDamage extends Pick<ChannelVerification, 'channel' | 'items' | 'revisions' | 'blobs'> {
  /** The version in effect. */
  readonly version: number
  readonly damage: readonly Damage[]
}

/**
 * Reads everything that a channel's version in effect consists of here, and compares it with what was signed.
 * @throws {UpdateRefusedError} CHANNEL_NOT_FOUND
 */
export async function verifyChannel(
  { db, blobs }: LibraryAccess,
  channelId: string,
  { signal, report }: JobContext,
): Promise<FoundDamage> {
  const channel = await findChannel(db, channelId)
  if (!channel) throw refuseUpdate('CHANNEL_NOT_FOUND', channelId)
  const all = channel.version === null ? [] : [...(await entriesAt(db, channelId, channel.version)).values()]
  const entries = all.filter((entry) => offers(entry) && isSubscribed(entry, topicsOf(channel.topics)))
  const damage: Damage[] = []
  let revisions = 0
  let blobsRead = 0
  for (const [index, entry] of entries.entries()) {
    if (signal.aborted) break
    for (const reference of entry.revisions) {
      const tell = (reason: string, blob?: BlobReference) => damage.push({ entry, revision: reference, blob, reason })
      revisions += 1
      const row = await db
        .selectFrom('revision')
        .where('sha256', '=', reference.sha256)
        .select('content')
        .executeTakeFirst()
      if (!row) tell('缺少这个版本。')
      else if (createHash('sha256').update(row.content).digest('hex') !== reference.sha256) tell('内容和签名的不一致。')
      for (const blob of reference.blobs ?? []) {
        blobsRead += 1
        const reason = await blobDamage(blobs, blob.sha256)
        if (reason !== undefined) tell(reason, blob)
      }
    }
    report({ label: entry.title, done: index + 1, total: entries.length })
  }
  return {
    channel: channelId,
    version: channel.version ?? 0,
    items: entries.length,
    revisions,
    blobs: blobsRead,
    damage,
  }
}

/** What was found, for people. */
export const viewDamage = ({ channel, items, revisions, blobs, damage }: FoundDamage): ChannelVerification => ({
  channel,
  items,
  revisions,
  blobs,
  damaged: damage.map(({ entry, reason }) => ({ itemId: entry.id, title: entry.title, reason })),
})

async function blobDamage(blobs: LibraryAccess['blobs'], sha256: string): Promise<string | undefined> {
  if (!(await blobs.has(sha256))) return `缺少附件 ${sha256.slice(0, 12)}。`
  const hash = createHash('sha256')
  for await (const piece of blobs.stream(sha256)) hash.update(piece as Buffer)
  return hash.digest('hex') === sha256 ? undefined : `附件 ${sha256.slice(0, 12)} 和签名的不一致。`
}
