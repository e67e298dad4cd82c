import { createHash } from 'node:crypto'
import type { JobContext } from '../jobs/job-runner.ts'
import type { ChannelVerification } from '../jobs/job-view.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { entriesAt, findChannel, topicsOf } from './channels.repository.ts'
import { isSubscribed, offers } from './plan-update.ts'
import { refuseUpdate } from './update-refused-error.ts'

/**
 * Reads everything that a channel's version in effect consists of here, and compares it with what was signed.
 * @throws {UpdateRefusedError} CHANNEL_NOT_FOUND
 */
export async function verifyChannel(
  { db, blobs }: LibraryAccess,
  channelId: string,
  { signal, report }: JobContext,
): Promise<ChannelVerification> {
  const channel = await findChannel(db, channelId)
  if (!channel) throw refuseUpdate('CHANNEL_NOT_FOUND', channelId)
  const all = channel.version === null ? [] : [...(await entriesAt(db, channelId, channel.version)).values()]
  const entries = all.filter((entry) => offers(entry) && isSubscribed(entry, topicsOf(channel.topics)))
  const damaged: { itemId: string; title: string; reason: string }[] = []
  let revisions = 0
  let blobsRead = 0
  for (const [index, entry] of entries.entries()) {
    if (signal.aborted) break
    const tell = (reason: string) => damaged.push({ itemId: entry.id, title: entry.title, reason })
    for (const reference of entry.revisions) {
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
        if (reason !== undefined) tell(reason)
      }
    }
    report({ label: entry.title, done: index + 1, total: entries.length })
  }
  return { channel: channelId, items: entries.length, revisions, blobs: blobsRead, damaged }
}

async function blobDamage(blobs: LibraryAccess['blobs'], sha256: string): Promise<string | undefined> {
  if (!(await blobs.has(sha256))) return `缺少附件 ${sha256.slice(0, 12)}。`
  const hash = createHash('sha256')
  for await (const piece of blobs.stream(sha256)) hash.update(piece as Buffer)
  return hash.digest('hex') === sha256 ? undefined : `附件 ${sha256.slice(0, 12)} 和签名的不一致。`
}
