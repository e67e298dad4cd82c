import { open, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { compareBodies } from '../items/compare-revisions.ts'
import { findContent, findItem } from '../items/items.repository.ts'
import { RevisionContent } from '../items/revision.schema.ts'
import type { JobContext } from '../jobs/job-runner.ts'
import type { ChannelVerification } from '../jobs/job-view.ts'
import { syncDirectory } from '../store/blob-store.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import type { UpdateOutcome, UpdateToApply } from './apply-update.ts'
import { findChannel, findStaged } from './channels.repository.ts'
import { type CheckedUpdate, type CheckMeans, checkUpdate } from './check-update.ts'
import { type FetchedRevision, fetchRevision } from './fetch-objects.ts'
import { type FetchWrites, fetchUpdate } from './fetch-update.ts'
import { findTouched, type ItemTexts } from './find-touched.ts'
import { countChanges, headOf } from './plan-update.ts'
import { type RepairWrites, repairChannel } from './repair-channel.ts'
import { answersTarget, type ManifestEntry, ReportAnswers } from './repository-format.ts'
import { openSource } from './sources/open-source.ts'
import type { RepositorySource } from './sources/repository-source.ts'
import type { CitingWork } from './touched-work.ts'
import { forgetOthers } from './trust/trusted-folders.ts'
import { refuseUpdate } from './update-refused-error.ts'
import type { AppliedUpdate, OfferedComparison, UpdateOffer } from './update-view.ts'
import { verifyChannel, viewDamage } from './verify-channel.ts'

/** Writing that updates need, done by the writer's thread. */
export interface UpdateWrites extends FetchWrites, RepairWrites {
  stageRevisions(revisions: readonly FetchedRevision[]): Promise<unknown>
  applyUpdate(update: UpdateToApply): Promise<UpdateOutcome>
  rollBack(channel: string, version: number): Promise<UpdateOutcome>
  takeAnswers(answers: ReportAnswers): Promise<unknown>
  saveVerification(channel: string, damaged: number): Promise<unknown>
}

export interface UpdateEngine {
  check(from: string, context: JobContext): Promise<UpdateOffer>
  apply(from: string, version: number | undefined, context: JobContext): Promise<AppliedUpdate>
  rollBack(channel: string, version: number, context: JobContext): Promise<AppliedUpdate>
  /**
   * Compares what is here with what was signed.
   * @param repair fetches what is damaged again, from where the channel was received or another place
   */
  verify(
    channel: string,
    context: JobContext,
    repair?: { readonly from?: string | undefined },
  ): Promise<ChannelVerification>
  /** The last check of each channel since the start, as far as it is not applied. */
  offers(): UpdateOffer[]
  /** One item of an offer, clause by clause. */
  compare(channel: string, itemId: string): Promise<OfferedComparison>
}

export interface UpdateMeans {
  readonly access: LibraryAccess
  /** `channels/` of the library. */
  readonly channels: string
  readonly writes: UpdateWrites
  /** The kinds of the person's own work that may cite items. */
  readonly works: readonly CitingWork[]
  readonly catchUpIndex: (context: Pick<JobContext, 'signal' | 'report'>) => Promise<void>
}

/** Checks, fetches, applies and goes back: everything of an update but the transaction itself. */
export function createUpdateEngine({ access, channels, writes, works, catchUpIndex }: UpdateMeans): UpdateEngine {
  const offered = new Map<string, { readonly offer: UpdateOffer; readonly entries: CheckedUpdate['entries'] }>()
  const meansOf = (signal: AbortSignal): CheckMeans => ({ db: access.db, channels, clock: access.clock, signal })

  /** An item's text as it counts here, and as the source has it. */
  const textsOf = (source: RepositorySource, entries: CheckedUpdate['entries']): ItemTexts => ({
    before: async (itemId) => (await currentContent(access, itemId))?.body,
    after: async (itemId) => {
      const entry = entries.get(itemId)
      return entry && (await offeredContent(access, writes, source, entry))?.body
    },
  })

  const offerOf = async (source: RepositorySource, from: string, checked: CheckedUpdate): Promise<UpdateOffer> => {
    const { description, changes } = checked
    const nothing =
      checked.installedVersion === description.version && changes.length === 0 && checked.revisions.length === 0
    const objects = [...checked.revisions.map(({ reference }) => reference), ...checked.blobs]
    return {
      channel: description.id,
      title: description.title,
      publisher: description.publisher,
      from,
      checkedAt: access.clock().toISOString(),
      installedVersion: checked.installedVersion,
      version: description.version,
      publishedAt: description.publishedAt,
      notes: description.notes.filter(({ version }) => version > (checked.installedVersion ?? 0)),
      state: nothing ? 'current' : 'available',
      changes,
      ...countChanges(changes),
      bytes: objects.reduce((sum, { stored }) => sum + stored, 0),
      touched: await findTouched(access.db, works, changes, textsOf(source, checked.entries)),
    }
  }

  return {
    offers: () => [...offered.values()].map(({ offer }) => offer),
    async check(from, { signal, report }) {
      report({ label: from, done: 0, total: 0 })
      const source = await openSource(from, signal)
      try {
        const checked = await checkUpdate(source, meansOf(signal))
        const offer = await offerOf(source, from, checked)
        offered.set(offer.channel, { offer, entries: checked.entries })
        await forgetMetadata(channels, access, offer.channel)
        return offer
      } finally {
        await source.close()
      }
    },
    async apply(from, version, context) {
      const started = performance.now()
      context.report({ label: from, done: 0, total: 0 })
      const source = await openSource(from, context.signal)
      try {
        const checked = await checkUpdate(source, meansOf(context.signal))
        if (version !== undefined && version !== checked.description.version) throw refuseUpdate('OFFER_CHANGED')
        const offer = await offerOf(source, from, checked)
        const answers = await checked.repository.readTarget(answersTarget, ReportAnswers)
        await fetchUpdate(source, checked, access, writes, context)
        context.signal.throwIfAborted()
        await makeDurable(path.join(channels, checked.description.id, checked.metadata))
        context.report({ label: '更新资料库', done: 0, total: 0 })
        const outcome = await writes.applyUpdate(toApply(checked, from))
        offered.delete(checked.description.id)
        await forgetMetadata(channels, access, checked.description.id, checked.trusted)
        if (answers) await writes.takeAnswers(answers)
        await catchUpIndex(context)
        return {
          ...outcome,
          channel: offer.channel,
          title: offer.title,
          from,
          version: offer.version,
          touched: offer.touched,
          bytes: offer.bytes,
          seconds: secondsSince(started),
        }
      } finally {
        await source.close()
      }
    },
    async rollBack(channel, version, context) {
      const started = performance.now()
      const row = await findChannel(access.db, channel)
      if (!row) throw refuseUpdate('CHANNEL_NOT_FOUND', channel)
      context.report({ label: row.title, done: 0, total: 0 })
      const outcome = await writes.rollBack(channel, version)
      offered.delete(channel)
      await catchUpIndex(context)
      return {
        ...outcome,
        channel,
        title: row.title,
        from: row.received_from ?? '',
        version,
        touched: [],
        bytes: 0,
        seconds: secondsSince(started),
      }
    },
    async verify(channel, context, repair) {
      const verified = async () => {
        const found = await verifyChannel(access, channel, context)
        if (!context.signal.aborted) await writes.saveVerification(channel, found.damage.length)
        return found
      }
      const found = await verified()
      if (!repair || found.damage.length === 0 || context.signal.aborted) return viewDamage(found)
      const from = repair.from ?? (await findChannel(access.db, channel))?.received_from ?? undefined
      if (from === undefined) throw refuseUpdate('SOURCE_NOT_FOUND')
      const source = await openSource(from, context.signal)
      try {
        await repairChannel({ ...found, source, access, writes }, context)
      } finally {
        await source.close()
      }
      await catchUpIndex(context)
      const left = await verified()
      return { ...viewDamage(left), repaired: { count: found.damage.length - left.damage.length, from } }
    },
    async compare(channel, itemId) {
      const known = offered.get(channel)
      const change = known?.offer.changes.find((one) => one.itemId === itemId)
      if (!known || !change) throw refuseUpdate('OFFER_CHANGED', '这一份不在刚才查看的变化里。')
      const entry = known.entries.get(itemId)
      const before = (await currentContent(access, itemId))?.body ?? ''
      let after = ''
      if (entry && change.type !== 'withdrawn') {
        const staged = await recordedContent(access, headOf(entry) ?? '')
        if (staged) after = staged.body
        else {
          const source = await openSource(known.offer.from)
          try {
            after = (await offeredContent(access, writes, source, entry))?.body ?? ''
          } finally {
            await source.close()
          }
        }
      }
      return { itemId, title: change.title, change, passages: compareBodies(before, after) }
    },
  }
}

/** The text that counts here now. */
async function currentContent(access: LibraryAccess, itemId: string): Promise<RevisionContent | undefined> {
  const item = await findItem(access.db, itemId)
  return item && !item.put_away_at ? findContent(access.db, item.current_revision) : undefined
}

/** A revision that is in the library, recorded or staged. */
async function recordedContent(access: LibraryAccess, sha256: string): Promise<RevisionContent | undefined> {
  const recorded = await findContent(access.db, sha256)
  if (recorded) return recorded
  const staged = await findStaged(access.db, sha256)
  return staged === undefined ? undefined : RevisionContent.parse(JSON.parse(staged))
}

/** What an entry's last revision says, fetched and staged if need be. */
async function offeredContent(
  access: LibraryAccess,
  writes: UpdateWrites,
  source: RepositorySource,
  entry: ManifestEntry,
): Promise<RevisionContent | undefined> {
  const reference = entry.revisions.at(-1)
  if (!reference) return undefined
  const here = await recordedContent(access, reference.sha256)
  if (here) return here
  const fetched = await fetchRevision(source, { entry, reference })
  await writes.stageRevisions([fetched])
  return RevisionContent.parse(JSON.parse(fetched.content))
}

function toApply(checked: CheckedUpdate, from: string): UpdateToApply {
  const { description } = checked
  return {
    channel: description.id,
    title: description.title,
    publisher: description.publisher,
    stage: description.stage,
    version: description.version,
    publishedAt: description.publishedAt,
    notes: description.notes[0]?.notes ?? '',
    nextExpectedOn: description.nextExpectedOn,
    signedBy: checked.signedBy,
    signaturesEndAt: checked.signaturesEndAt,
    from,
    trusted: checked.metadata,
    trustedBefore: checked.trusted,
    fingerprint: checked.repository.fingerprint,
    bins: checked.bins,
    completed: checked.completed,
  }
}

/** Metadata must be on the disk before a database points at it. tuf-js does not see to that. */
async function makeDurable(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const file = path.join(directory, name)
    if (!(await stat(file)).isFile()) continue
    const handle = await open(file, 'r+')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  }
  await syncDirectory(directory)
  await syncDirectory(path.dirname(directory))
}

/** @param before the trust that an update took the place of */
async function forgetMetadata(
  channels: string,
  access: LibraryAccess,
  channel: string,
  before?: string,
): Promise<void> {
  const row = await findChannel(access.db, channel)
  const home = path.join(channels, channel)
  // After a restored backup the row may name a folder that is gone: then the others are all there is.
  if (!row || !(await stat(path.join(home, row.trusted)).catch(() => undefined))) return
  await forgetOthers(home, row.trusted, before)
}

const secondsSince = (started: number) => Math.round(performance.now() - started) / 1000
