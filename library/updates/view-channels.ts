import type { Kysely } from 'kysely'
import type { LibraryTables } from '../store/schema.ts'
import { entriesAt, listChannels, listVersions, topicsOf } from './channels.repository.ts'
import { fingerprintWords } from './fingerprint.ts'
import type { ChannelView } from './update-view.ts'

/** All channels, the strongest first. */
export async function viewChannels(db: Kysely<LibraryTables>): Promise<ChannelView[]> {
  const views: ChannelView[] = []
  for (const [index, channel] of (await listChannels(db)).entries()) {
    const versions = await listVersions(db, channel.id)
    const entries = channel.version === null ? [] : [...(await entriesAt(db, channel.id, channel.version)).values()]
    const topics = topicsOf(channel.topics)
    views.push({
      id: channel.id,
      title: channel.title,
      publisher: channel.publisher,
      stage: channel.stage === 'draft' ? 'draft' : 'released',
      precedence: index + 1,
      topics,
      topicsOffered: [...new Set(entries.flatMap((entry) => entry.topics ?? []))].sort((a, b) =>
        a.localeCompare(b, 'zh'),
      ),
      version: channel.version ?? undefined,
      newestVersion: channel.newest_version ?? undefined,
      versions: versions.map((row) => ({
        version: row.version,
        publishedAt: row.published_at,
        appliedAt: row.applied_at,
        notes: row.notes,
        current: row.version === channel.version,
      })),
      items: entries.filter((entry) => !entry.withdrawn).length,
      publishedAt: channel.published_at ?? undefined,
      signedBy: JSON.parse(channel.signed_by) as string[],
      receivedFrom: channel.received_from ?? undefined,
      receivedAt: channel.received_at ?? undefined,
      nextExpectedOn: channel.next_expected_on ?? undefined,
      signaturesEndAt: channel.signatures_end_at ?? undefined,
      verified:
        channel.verified_at === null ? undefined : { at: channel.verified_at, damaged: channel.verified_damaged ?? 0 },
      fingerprint: { hex: channel.fingerprint, words: fingerprintWords(channel.fingerprint) },
      addedAt: channel.added_at,
    })
  }
  return views
}
