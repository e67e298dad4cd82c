import { randomUUID } from 'node:crypto'
import { cp, mkdir, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { localDate } from '../items/record-revision.ts'
import { writeWhole } from '../store/blob-store.ts'
import type { LibraryTables } from '../store/schema.ts'
import type { ReplacedBin } from './channel-entries.ts'
import { binHashes, entriesAt, findChannel, ownRevisions, revisionsHere, topicsOf } from './channels.repository.ts'
import type { WantedRevision } from './fetch-objects.ts'
import { allBins, binOf } from './manifest-bins.ts'
import { changeOf, headOf, isSubscribed, offers } from './plan-update.ts'
import type { BlobReference, ChannelDescription, ManifestEntry } from './repository-format.ts'
import { inParallel } from './sources/in-parallel.ts'
import { rememberedSource } from './sources/remembered-source.ts'
import type { RepositorySource } from './sources/repository-source.ts'
import { newestRoot } from './trust/newest-root.ts'
import { forgetOthers, trustedFolder } from './trust/trusted-folders.ts'
import { type VerifiedRepository, verifyRepository } from './trust/verified-repository.ts'
import { refuseUpdate } from './update-refused-error.ts'
import type { OfferedChange } from './update-view.ts'

/** Milliseconds. */
const HOUR = 3600 * 1000

/** What a check needs of the library. */
export interface CheckMeans {
  readonly db: Kysely<LibraryTables>
  /** `channels/` of the library. */
  readonly channels: string
  readonly clock: () => Date
  readonly signal: AbortSignal
}

/** A verified version, and what it would do here. Nothing is changed yet. */
export interface CheckedUpdate {
  readonly description: ChannelDescription
  readonly signedBy: readonly string[]
  readonly signaturesEndAt: string
  readonly installedVersion: number | undefined
  /** What the channel's row called trusted when this began. */
  readonly trusted: string
  /** The folder of its verified metadata, below `channels/ID/`; the caller keeps or removes it. */
  readonly metadata: string
  readonly bins: readonly ReplacedBin[]
  readonly changes: readonly OfferedChange[]
  /** The entries after the update, of changed items. */
  readonly entries: ReadonlyMap<string, ManifestEntry>
  /** Revisions and blobs that are not here. */
  readonly revisions: readonly WantedRevision[]
  /** Revisions that are here to be looked at, and not recorded. */
  readonly staged: readonly WantedRevision[]
  readonly blobs: readonly BlobReference[]
  /** Items whose entries are known and whose revisions were never fetched. */
  readonly completed: readonly string[]
  readonly repository: VerifiedRepository
}

/**
 * Reads which channel a source says it is, by its own root: enough to look it up, nothing to believe.
 * @throws {UpdateRefusedError}
 */
export async function readClaim(source: RepositorySource, channels: string) {
  const root = await newestRoot(source)
  await mkdir(channels, { recursive: true, mode: 0o700 })
  await forgetOldClaims(channels)
  const directory = path.join(channels, `.${randomUUID()}`)
  try {
    await mkdir(directory, { mode: 0o700 })
    await writeWhole(path.join(directory, 'root.json'), root.bytes)
    const { description } = await verifyRepository(source, directory)
    return { root, description }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** Folders of claims that a crash left an hour ago or earlier; younger ones may be those of somebody who asks now. */
async function forgetOldClaims(channels: string): Promise<void> {
  for (const name of await readdir(channels)) {
    if (!name.startsWith('.')) continue
    const place = path.join(channels, name)
    const age = await stat(place).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    )
    if (age > HOUR) await rm(place, { recursive: true, force: true })
  }
}

/**
 * Verifies a source against what is trusted, and says what it would change.
 * @throws {UpdateRefusedError} CHANNEL_UNKNOWN for one not trusted yet, and for every attack TUF names
 */
export async function checkUpdate(from: RepositorySource, means: CheckMeans): Promise<CheckedUpdate> {
  const source = rememberedSource(from)
  const { description: claim } = await readClaim(source, means.channels)
  const channel = await findChannel(means.db, claim.id)
  if (!channel) throw refuseUpdate('CHANNEL_UNKNOWN', `《${claim.title}》（${claim.publisher}）`)
  const home = path.join(means.channels, claim.id)
  const trusted = await trustedFolder(home, channel.trusted)
  if (trusted === undefined) throw refuseUpdate('CHANNEL_UNKNOWN', `《${claim.title}》的信任资料不在了。`)
  await forgetOthers(home, trusted)
  const metadata = randomUUID()
  const directory = path.join(home, metadata)
  await cp(path.join(home, trusted), directory, { recursive: true })
  try {
    const repository = await verifyRepository(source, directory)
    const { description } = repository
    if (description.id !== channel.id) throw refuseUpdate('PACK_FORGED', `它自称是 ${description.id}。`)
    if (description.version < (channel.newest_version ?? 0)) throw refuseUpdate('PACK_ROLLBACK')
    const bins = await changedBins(repository, source, means, channel.id)
    return {
      ...(await planOf(means, channel.id, channel.version ?? undefined, topicsOf(channel.topics), bins)),
      description,
      repository,
      signedBy: repository.signedBy,
      signaturesEndAt: repository.signaturesEndAt,
      installedVersion: channel.version ?? undefined,
      trusted: channel.trusted,
      metadata,
      bins,
    }
  } catch (error) {
    await rm(directory, { recursive: true, force: true })
    throw error
  }
}

async function changedBins(
  repository: VerifiedRepository,
  source: RepositorySource,
  means: CheckMeans,
  channel: string,
): Promise<ReplacedBin[]> {
  const here = await binHashes(means.db, channel)
  const changed: { bin: string; sha256: string | undefined }[] = []
  for (const bin of allBins) {
    const sha256 = await repository.binHash(bin)
    if (sha256 !== here.get(bin)) changed.push({ bin, sha256 })
  }
  return inParallel(changed, source.parallel, means.signal, async ({ bin, sha256 }) => {
    if (sha256 === undefined) return { bin, sha256, items: [] }
    const { items } = await repository.readBin(bin)
    const stray = items.find((entry) => binOf(entry.id) !== bin)
    if (stray) throw refuseUpdate('PACK_DAMAGED', `bins/${bin}：${stray.id}`)
    return { bin, sha256, items }
  })
}

/** What changes between the version in effect and the bins of another. */
async function planOf(
  { db, clock }: CheckMeans,
  channel: string,
  installed: number | undefined,
  topics: readonly string[] | undefined,
  bins: readonly ReplacedBin[],
) {
  const row = await findChannel(db, channel)
  const newest = row?.newest_version ?? undefined
  const entriesOf = async (version: number | undefined) =>
    version === undefined ? new Map<string, ManifestEntry>() : entriesAt(db, channel, version)
  const before = await entriesOf(installed)
  // Mostly the same version; what did not change is then the very same object.
  const after = newest === installed ? new Map(before) : await entriesOf(newest)
  const replaced = new Set(bins.map(({ bin }) => bin))
  for (const id of [...after.keys()]) if (replaced.has(binOf(id))) after.delete(id)
  for (const { items } of bins) for (const entry of items) after.set(entry.id, entry)

  const wanted = [...after.values()].filter((entry) => offers(entry) && isSubscribed(entry, topics))
  const references = wanted.flatMap((entry) => entry.revisions.map((reference) => ({ entry, reference })))
  const names = references.map(({ reference }) => reference.sha256)
  const recorded = await revisionsHere(db, names, 'revision')
  const arriving = await revisionsHere(db, names, 'arriving_revision')
  const staged = await revisionsHere(db, names, 'staged_revision')
  const missing = references.filter(({ reference }) => !recorded.has(reference.sha256))
  const revisions = missing.filter(({ reference }) => !staged.has(reference.sha256))
  // What an interrupted update brought need not come again, but counts for nothing yet.
  const undecided = references.filter(
    ({ reference }) => !recorded.has(reference.sha256) || arriving.has(reference.sha256),
  )
  const fetched = new Set(undecided.map(({ entry }) => entry.id))
  const completed = [...fetched].filter((id) => sameEntry(before.get(id), after.get(id)))

  const subscribed = (entry: ManifestEntry | undefined) => (entry && isSubscribed(entry, topics) ? entry : undefined)
  const incomplete = new Set(completed)
  const pairs = [...new Set([...before.keys(), ...after.keys()])].map((id) => ({
    id,
    before: incomplete.has(id) ? undefined : subscribed(before.get(id)),
    after: subscribed(after.get(id)),
  }))
  const candidates = pairs.filter((pair) => !sameEntry(pair.before, pair.after))
  const own = await ownRevisions(
    db,
    candidates.map(({ id }) => id),
  )
  const counting = await countingHeads(
    db,
    candidates.flatMap(({ after: entry }) => (entry ? [headOf(entry) ?? ''] : [])),
  )
  const today = localDate(clock())
  const changes: OfferedChange[] = []
  for (const pair of candidates) {
    const offered = new Set(pair.after?.revisions.map(({ sha256 }) => sha256))
    const hasOwn = [...(own.get(pair.id) ?? [])].some((sha256) => !offered.has(sha256))
    const change = changeOf(pair, today, hasOwn)
    // The very text is here already, from elsewhere.
    if (change?.type === 'new' && pair.after && counting.has(headOf(pair.after) ?? '')) continue
    if (change) changes.push(change)
  }
  const entries = new Map(
    changes.flatMap(({ itemId }) => {
      const entry = after.get(itemId)
      return entry ? [[itemId, entry] as const] : []
    }),
  )
  return {
    changes,
    entries,
    revisions,
    staged: missing.filter(({ reference }) => staged.has(reference.sha256)),
    blobs: await missingBlobs(db, missing),
    completed,
  }
}

const sameEntry = (a: ManifestEntry | undefined, b: ManifestEntry | undefined) =>
  a === b || JSON.stringify(a) === JSON.stringify(b)

async function countingHeads(db: Kysely<LibraryTables>, heads: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>()
  for (let from = 0; from < heads.length; from += 500) {
    const rows = await db
      .selectFrom('revision')
      .innerJoin('item', 'item.id', 'revision.item_id')
      .where('sha256', 'in', heads.slice(from, from + 500))
      .where('offered', '=', 1)
      .where('put_away_at', 'is', null)
      .select('sha256')
      .execute()
    for (const { sha256 } of rows) found.add(sha256)
  }
  return found
}

async function missingBlobs(db: Kysely<LibraryTables>, revisions: readonly WantedRevision[]): Promise<BlobReference[]> {
  const wanted = new Map(
    revisions.flatMap(({ reference }) => (reference.blobs ?? []).map((blob) => [blob.sha256, blob] as const)),
  )
  const names = [...wanted.keys()]
  for (let from = 0; from < names.length; from += 500) {
    const rows = await db
      .selectFrom('blob')
      .where('sha256', 'in', names.slice(from, from + 500))
      .select('sha256')
      .execute()
    for (const { sha256 } of rows) wanted.delete(sha256)
  }
  return [...wanted.values()]
}
