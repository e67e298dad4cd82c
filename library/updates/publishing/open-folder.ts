import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import type { Metadata, Root } from '@tufjs/models'
import { takeLibraryLock } from '../../store/library-lock.ts'
import { type ChannelDescription, METADATA, REPOSITORY_FORMAT } from '../repository-format.ts'
import { type ChannelDefinition, publisherPaths, readDefinition } from './channel-definition.ts'
import { publishingError, tellingStorage } from './publishing-error.ts'
import { type PublishedState, readPublished, readRoots } from './read-published.ts'
import type { RepositoryWriter } from './repository-writer.ts'
import { rolesOf } from './signer.ts'

export type Stage = ChannelDescription['stage']

/** A publisher's folder as it is now. */
export interface OpenFolder {
  readonly directory: string
  readonly definition: ChannelDefinition
  /** The newest root. */
  readonly root: Metadata<Root>
  readonly released: PublishedState | undefined
  readonly draft: PublishedState | undefined
}

const MOST_NOTES = 20

/** @throws {PublishingError} for a folder that is none, or whose repositories are damaged */
export async function openFolder(directory: string): Promise<OpenFolder> {
  const definition = await readDefinition(directory)
  const paths = publisherPaths(directory)
  const roots = (await readRoots(paths.repositoryOf('released'))).map(({ metadata }) => metadata)
  for (const { signed } of roots) requireOwnKeys(signed, definition, directory)
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

/** A root that names keys of others was put there by them: nothing is signed under it, and its words are not read out. */
function requireOwnKeys(root: Root, definition: ChannelDefinition, directory: string): void {
  const isOwn = definition.keys.every(({ keyId, role }) =>
    Object.entries(root.roles).every(([name, { keyIDs }]) => !keyIDs.includes(keyId) || rolesOf(role).includes(name)),
  )
  const own = new Set(definition.keys.map(({ keyId }) => keyId))
  const isKnown = Object.values(root.roles).every(({ keyIDs }) => keyIDs.every((keyId) => own.has(keyId)))
  if (!isOwn || !isKnown) throw publishingError('REPOSITORY_DAMAGED', `${directory}：根文件里有不属于这个频道的密钥。`)
}

/** Has the folder for itself, and tells the disk's failures in its own words. @throws {PublishingError} PUBLISHING_BUSY */
export async function withFolder<T>(directory: string, work: () => Promise<T>): Promise<T> {
  return tellingStorage(async () => {
    await readDefinition(directory)
    await access(directory, constants.W_OK)
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

/** A draft is read by the same roots as the release. */
export async function keepRoots(released: string, writer: RepositoryWriter): Promise<void> {
  for (const [index, { bytes }] of (await readRoots(released)).entries()) {
    await writer.writeMissing(`${METADATA}/${index + 1}.root.json`, bytes)
  }
}
