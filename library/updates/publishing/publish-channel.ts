import { readFile } from 'node:fs/promises'
import type { JobContext } from '../../jobs/job-runner.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { type ManifestEntry, ReportAnswers } from '../repository-format.ts'
import { type ChannelDefinition, publisherPaths } from './channel-definition.ts'
import { describeRelease, keepRoots, type OpenFolder, openFolder, type Stage, withFolder } from './open-folder.ts'
import { planPromotion, planRelease, type ReleasePlan } from './plan-release.ts'
import { pruneRepository } from './prune-repository.ts'
import { publishingError } from './publishing-error.ts'
import type { PublishResult } from './publishing-view.ts'
import type { PublishedState } from './read-published.ts'
import { renewSignatures } from './renew-signatures.ts'
import { openRepositoryWriter } from './repository-writer.ts'
import { requireSigners } from './require-signers.ts'
import type { Signer } from './signer.ts'
import { storeRevisions } from './store-revisions.ts'
import { writeRelease } from './write-release.ts'

/** What publishing needs of the library. */
export type PublishingAccess = Pick<LibraryAccess, 'db' | 'search' | 'blobs' | 'clock'>

export interface PublishRequest {
  /** The publisher's folder. */
  readonly directory: string
  readonly stage: Stage
  /** Release notes, Markdown. */
  readonly notes: string
  /** Unlocked keys, enough for targets, snapshot and timestamp. */
  readonly signers: readonly Signer[]
  /** Publishes the draft as it is, rather than what the choice now finds. */
  readonly promote?: boolean | undefined
}

const DAY = 24 * 3600 * 1000
/** Signatures are renewed by the next publishing when less than this is left. Milliseconds. */
const RENEWED_BEFORE = 365 * DAY

/**
 * Publishes what the channel's choice now finds. What is published already is neither read nor written again; readers
 * have the former version until all of the new one is on the disk. Done again after an interruption, it completes.
 * Without changes nothing is written, unless there are other notes, another day for the next version, or answers.
 * @throws {PublishingError}
 */
export async function publishChannel(
  access: PublishingAccess,
  request: PublishRequest,
  context: JobContext,
): Promise<PublishResult> {
  const started = performance.now()
  return withFolder(request.directory, async () => {
    const now = access.clock()
    const folder = await openRenewed(request, now)
    const plan = request.promote
      ? planPromotion(requireDraft(folder), now)
      : await planRelease(access, folder, request.stage, now)
    if (plan.entries.length === 0) throw publishingError('NOTHING_TO_PUBLISH')
    const drafted = request.promote ? folder.draft : undefined
    const notes = request.notes.trim() || (drafted?.description.notes[0]?.notes ?? '')
    const answers = drafted ? drafted.answers : await readAnswers(request.directory)
    const written = await writeStage(access, { ...request, notes }, folder, { plan, answers, now }, context)
    return {
      channel: folder.definition.id,
      stage: request.stage,
      items: offeredItems(plan.entries),
      ...countsOf(plan),
      ...written,
      repository: publisherPaths(request.directory).repositoryOf(request.stage),
      seconds: Math.round(performance.now() - started) / 1000,
    }
  })
}

/** A change of keys that was interrupted is carried through first. */
async function openRenewed({ directory, signers }: PublishRequest, now: Date): Promise<OpenFolder> {
  const folder = await openFolder(directory)
  requireLaterThan([folder.released, folder.draft], now)
  if (folder.definition.renewing === undefined) return folder
  await renewSignatures(directory, signers, now)
  return openFolder(directory)
}

/** A clock that stopped years ago would sign what ends at once. */
function requireLaterThan(states: readonly (PublishedState | undefined)[], now: Date): void {
  const last =
    states
      .map((state) => state?.description.publishedAt ?? '')
      .sort()
      .at(-1) ?? ''
  if (last !== '' && now.getTime() < Date.parse(last) - DAY) {
    throw publishingError(
      'PUBLISHING_CLOCK_BEHIND',
      `上一版 ${last.slice(0, 10)}，今天 ${now.toISOString().slice(0, 10)}。`,
    )
  }
}

interface StageContent {
  readonly plan: ReleasePlan
  readonly answers: ReportAnswers | undefined
  readonly now: Date
}

/** Stores what is missing, and writes the version unless it says the same as the one before. */
async function writeStage(
  access: PublishingAccess,
  { directory, stage, notes, signers }: PublishRequest,
  folder: OpenFolder,
  { plan, answers, now }: StageContent,
  context: JobContext,
): Promise<Pick<PublishResult, 'version' | 'objectsWritten' | 'bytesWritten'>> {
  const { root, definition } = folder
  for (const role of ['targets', 'timestamp']) requireSigners(root.signed, role, signers)
  const paths = publisherPaths(directory)
  const previous = folder[stage]
  const writer = await openRepositoryWriter(paths.repositoryOf(stage))
  await keepRoots(paths.repositoryOf('released'), writer)
  const entries = await storeRevisions(plan.entries, {
    db: access.db,
    blobs: access.blobs,
    writer,
    sibling: paths.repositoryOf(stage === 'draft' ? 'released' : 'draft'),
    known: [...(folder.released?.entries.values() ?? []), ...(folder.draft?.entries.values() ?? [])],
    context,
  })
  const facts = () => ({ objectsWritten: writer.written.objects, bytesWritten: writer.written.bytes })
  if (previous && writer.written.objects === 0 && isSame(definition, previous, { entries, notes, answers, now })) {
    return { version: previous.version, ...facts() }
  }
  const description = describeRelease(folder, stage, offeredItems(entries), notes, now)
  const { signal } = context
  await writeRelease({ description, entries, answers }, previous, {
    writer,
    root,
    signers,
    expiry: definition.expiry,
    now,
    signal,
  })
  // The version counts; what could not be cleared away now is by the next.
  await pruneRepository(paths.repositoryOf(stage), definition.keepVersions).catch(() => undefined)
  return { version: description.version, ...facts() }
}

function requireDraft(folder: OpenFolder): OpenFolder {
  if (!folder.draft) throw publishingError('DRAFT_NOT_FOUND')
  return folder
}

function isSame(
  definition: ChannelDefinition,
  previous: PublishedState,
  next: Pick<StageContent, 'answers' | 'now'> & { readonly entries: readonly ManifestEntry[]; readonly notes: string },
): boolean {
  const { description } = previous
  const says = (one: Pick<ChannelDefinition, 'nextExpectedOn' | 'title' | 'publisher'>) =>
    JSON.stringify([one.nextExpectedOn, one.title, one.publisher])
  const said = description.notes[0]?.notes ?? ''
  return (
    next.entries.length === previous.entries.size &&
    next.entries.every((entry) => JSON.stringify(entry) === JSON.stringify(previous.entries.get(entry.id))) &&
    says(definition) === says(description) &&
    (next.notes.trim() === '' || next.notes.trim() === said) &&
    JSON.stringify(next.answers) === JSON.stringify(previous.answers) &&
    Date.parse(previous.signaturesEndAt) - next.now.getTime() > RENEWED_BEFORE
  )
}

export const offeredItems = (entries: readonly { readonly withdrawn?: unknown }[]) =>
  entries.filter(({ withdrawn }) => withdrawn === undefined).length

function countsOf({ changes }: Pick<ReleasePlan, 'changes'>) {
  const count = (...types: string[]) => changes.filter(({ type }) => types.includes(type)).length
  return { new: count('new', 'returned'), changed: count('changed'), withdrawn: count('withdrawn') }
}

/** What readers asked and is answered: a file that the return trip writes into the publisher's folder. */
async function readAnswers(directory: string): Promise<ReportAnswers | undefined> {
  const { answers } = publisherPaths(directory)
  const text = await readFile(answers, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  try {
    return ReportAnswers.parse(JSON.parse(text))
  } catch (error) {
    throw publishingError('ANSWERS_UNREADABLE', answers, error)
  }
}
