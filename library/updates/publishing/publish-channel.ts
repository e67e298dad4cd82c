import { readFile } from 'node:fs/promises'
import type { Metadata, Root } from '@tufjs/models'
import type { JobContext } from '../../jobs/job-runner.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { takeLibraryLock } from '../../store/library-lock.ts'
import { type ChannelDescription, REPOSITORY_FORMAT, ReportAnswers } from '../repository-format.ts'
import { type ChannelDefinition, publisherPaths, readDefinition } from './channel-definition.ts'
import { planRelease, type ReleasePlan } from './plan-release.ts'
import { publishingError, tellingStorage } from './publishing-error.ts'
import type { PublishResult } from './publishing-view.ts'
import { type PublishedState, readPublished, readRoots } from './read-published.ts'
import { openRepositoryWriter } from './repository-writer.ts'
import { requireSigners } from './require-signers.ts'
import type { Signer } from './signer.ts'
import { storeRevisions } from './store-revisions.ts'
import { writeRelease } from './write-release.ts'

export type Stage = ChannelDescription['stage']

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
}

/** A publisher's folder as it is now. */
export interface OpenFolder {
  readonly directory: string
  readonly definition: ChannelDefinition
  /** The newest root. */
  readonly root: Metadata<Root>
  readonly released: PublishedState | undefined
  readonly draft: PublishedState | undefined
}

/** Signatures are renewed by the next publishing when less than this is left. Milliseconds. */
const RENEWED_BEFORE = 365 * 24 * 3600 * 1000
const MOST_NOTES = 20

/** @throws {PublishingError} for a folder that is none, or whose repositories are damaged */
export async function openFolder(directory: string): Promise<OpenFolder> {
  const definition = await readDefinition(directory)
  const paths = publisherPaths(directory)
  const roots = (await readRoots(paths.repositoryOf('released'))).map(({ metadata }) => metadata)
  const root = roots.at(-1) as Metadata<Root>
  // A change of keys that was interrupted between root and timestamp is carried through by the next version.
  const signing = definition.renewing === root.signed.version ? roots.slice(-2) : [root]
  return {
    directory,
    definition,
    root,
    released: await readPublished(paths.repositoryOf('released'), signing),
    draft: await readPublished(paths.repositoryOf('draft'), signing),
  }
}

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
    const folder = await openFolder(request.directory)
    const previous = folder[request.stage]
    const now = access.clock()
    const plan = await planRelease(access, folder.definition, previous?.entries ?? new Map(), now)
    const answers = await readAnswers(request.directory)
    const repository = publisherPaths(request.directory).repositoryOf(request.stage)
    if (plan.entries.length === 0) throw publishingError('NOTHING_TO_PUBLISH')
    requireSigners(folder.root.signed, 'targets', request.signers)
    requireSigners(folder.root.signed, 'timestamp', request.signers)
    const writer = await openRepositoryWriter(repository)

    const entries = await storeRevisions(plan.entries, {
      db: access.db,
      blobs: access.blobs,
      writer,
      sibling: publisherPaths(request.directory).repositoryOf(request.stage === 'draft' ? 'released' : 'draft'),
      known: [...(folder.released?.entries.values() ?? []), ...(folder.draft?.entries.values() ?? [])],
      context,
    })
    const result = (version: number): PublishResult => ({
      channel: folder.definition.id,
      stage: request.stage,
      version,
      items: offeredItems(entries),
      ...countsOf(plan),
      objectsWritten: writer.written.objects,
      bytesWritten: writer.written.bytes,
      repository,
      seconds: Math.round(performance.now() - started) / 1000,
    })
    if (previous && isSame(folder, previous, plan, request.notes, answers, now) && writer.written.objects === 0) {
      return result(previous.version)
    }
    const release = {
      description: describeRelease(folder, request.stage, offeredItems(entries), request.notes, now),
      entries,
      answers,
    }
    await writeRelease(release, previous, {
      writer,
      root: folder.root,
      signers: request.signers,
      expiry: folder.definition.expiry,
      now,
      signal: context.signal,
    })
    return result(release.description.version)
  })
}

/** Has the folder for itself, and tells the disk's failures in its own words. @throws {PublishingError} PUBLISHING_BUSY */
export async function withFolder<T>(directory: string, work: () => Promise<T>): Promise<T> {
  return tellingStorage(async () => {
    await readDefinition(directory)
    const lock = takeLibraryLock(publisherPaths(directory).lock)
    if (!lock) throw publishingError('PUBLISHING_BUSY', directory)
    try {
      return await work()
    } finally {
      lock.release()
    }
  })
}

/** The version after all there were: drafts and releases count together, so that who tries a draft can go on to the release. */
export const nextVersion = ({ released, draft }: Pick<OpenFolder, 'released' | 'draft'>): number =>
  Math.max(released?.version ?? 0, draft?.version ?? 0) + 1

/** What a channel says of itself in its next version. */
export function describeRelease(
  folder: OpenFolder,
  stage: Stage,
  items: number,
  notes: string,
  now: Date,
): ChannelDescription {
  const { id, title, publisher, nextExpectedOn } = folder.definition
  const version = nextVersion(folder)
  const publishedAt = now.toISOString()
  const earlier = folder.released?.description.notes ?? []
  return {
    format: REPOSITORY_FORMAT,
    id,
    title,
    publisher,
    stage,
    version,
    publishedAt,
    ...(nextExpectedOn && { nextExpectedOn }),
    items,
    notes: [{ version, publishedAt, notes: notes.trim() }, ...earlier].slice(0, MOST_NOTES),
  }
}

function isSame(
  { definition }: OpenFolder,
  previous: PublishedState,
  plan: ReleasePlan,
  notes: string,
  answers: ReportAnswers | undefined,
  now: Date,
): boolean {
  const { description } = previous
  const says = ({
    nextExpectedOn,
    title,
    publisher,
  }: Pick<ChannelDefinition, 'nextExpectedOn' | 'title' | 'publisher'>) =>
    JSON.stringify([nextExpectedOn, title, publisher])
  const said = description.notes[0]?.notes ?? ''
  return (
    plan.entries.length === previous.entries.size &&
    plan.entries.every((entry) => JSON.stringify(entry) === JSON.stringify(previous.entries.get(entry.id))) &&
    says(definition) === says(description) &&
    (notes.trim() === '' || notes.trim() === said) &&
    JSON.stringify(answers) === JSON.stringify(previous.answers) &&
    Date.parse(previous.signaturesEndAt) - now.getTime() > RENEWED_BEFORE &&
    definition.renewing === undefined
  )
}

const offeredItems = (entries: readonly { readonly withdrawn?: unknown }[]) =>
  entries.filter(({ withdrawn }) => withdrawn === undefined).length

export function countsOf({ changes }: Pick<ReleasePlan, 'changes'>) {
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
