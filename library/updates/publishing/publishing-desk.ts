import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'
import type { JobContext, JobWork } from '../../jobs/job-runner.ts'
import { findSetting } from '../../settings/settings.repository.ts'
import { archiveRepository } from './archive-repository.ts'
import { publisherPaths, readDefinition } from './channel-definition.ts'
import { copyRepository } from './copy-repository.ts'
import { openFolder, type Stage } from './open-folder.ts'
import { type PublishingAccess, publishChannel } from './publish-channel.ts'
import { PublishingError, publishingError } from './publishing-error.ts'
import type { PublishResult } from './publishing-view.ts'
import { requireSigners } from './require-signers.ts'
import type { Signer } from './signer.ts'
import { unlockSigners } from './unlock-signers.ts'
import { verifyRepositoryFiles } from './verify-repository-files.ts'

/** What a publish job's stored parameters hold: where the unlocked keys wait in memory, and nothing of them. */
const PublishParameters = z.strictObject({
  ticket: z.string(),
  directory: z.string(),
  stage: z.enum(['released', 'draft']),
  notes: z.string(),
  promote: z.boolean(),
  archive: z.string().optional(),
  to: z.string().optional(),
})
type PublishParameters = z.infer<typeof PublishParameters>

export interface PublishingMeans {
  readonly access: PublishingAccess
  /** Keeps which folders are published from. */
  readonly saveSetting: (key: string, value: string) => Promise<unknown>
}

/** The folders that are published from here, and the keys that are unlocked for a publishing that is about to run. */
export interface PublishingDesk {
  readonly access: PublishingAccess
  /** Folders by channel, as far as they are there. */
  folders(): Promise<Map<string, string>>
  /** @throws {PublishingError} PUBLISHED_CHANNEL_NOT_FOUND */
  folderOf(id: string): Promise<string>
  remember(directory: string): Promise<void>
  forget(id: string): Promise<void>
  /**
   * Unlocks what publishing needs and gives a job's parameters, which hold no passphrase and no key.
   * @throws {PublishingError} PASSPHRASE_WRONG, KEY_FILE_MISSING …
   */
  prepare(
    request: Omit<PublishParameters, 'ticket'>,
    passphrases: Readonly<Record<string, string>>,
    keysDirectory: string | undefined,
  ): Promise<PublishParameters>
  /** Forgets keys of a job that did not come about. */
  discard(ticket: string): void
  /** The work of a publish job. */
  readonly publish: JobWork
  /** The work of checking a repository file by file, for who wants to see how far it is. */
  readonly verify: JobWork
  /** The work of copying a repository. */
  readonly copy: JobWork
}

/** What a job on a repository's files is about. */
const VerifyParameters = z.strictObject({ repository: z.string() })
const CopyParameters = z.strictObject({ from: z.string(), to: z.string() })

const SETTING = 'publishing'
/** Publishings that may wait for others at once. */
const WAITING = 8
const Folders = z.array(z.string())

export function createPublishingDesk({ access, saveSetting }: PublishingMeans): PublishingDesk {
  const unlocked = new Map<string, readonly Signer[]>()

  const directories = async () => {
    const stored = await findSetting(access.db, SETTING)
    return stored === undefined ? [] : Folders.parse(JSON.parse(stored))
  }
  const folders = async () => {
    const known = new Map<string, string>()
    for (const directory of await directories()) {
      const definition = await readDefinition(directory).catch(() => undefined)
      if (definition) known.set(definition.id, directory)
    }
    return known
  }
  const folderOf = async (id: string) => {
    const directory = (await folders()).get(id)
    if (directory === undefined) throw publishingError('PUBLISHED_CHANNEL_NOT_FOUND', id)
    return directory
  }

  return {
    access,
    folders,
    folderOf,
    async remember(directory) {
      const { id } = await readDefinition(directory)
      const others = [...(await folders())].filter(([other]) => other !== id).map(([, place]) => place)
      await saveSetting(SETTING, JSON.stringify([...others, directory]))
    },
    async forget(id) {
      const gone = await folderOf(id)
      await saveSetting(SETTING, JSON.stringify((await directories()).filter((directory) => directory !== gone)))
    },
    async prepare(request, passphrases, keysDirectory) {
      const { definition, root } = await openFolder(request.directory)
      const roles = ['targets', 'release'] as const
      const unlocking = { directory: request.directory, definition, root, passphrases, keysDirectory, roles }
      const signers = await unlockSigners(unlocking)
      for (const role of ['targets', 'timestamp']) requireSigners(root.signed, role, signers)
      const ticket = randomUUID()
      unlocked.set(ticket, signers)
      // Those of jobs that were cancelled while they waited.
      for (const old of [...unlocked.keys()].slice(0, -WAITING)) unlocked.delete(old)
      return { ...request, ticket }
    },
    discard: (ticket) => void unlocked.delete(ticket),
    publish(parameters, context) {
      const request = PublishParameters.parse(parameters)
      const signers = unlocked.get(request.ticket)
      unlocked.delete(request.ticket)
      // Keys are in memory only: a job taken up again after a crash has none.
      if (!signers) throw publishingError('PUBLISHING_INTERRUPTED')
      return publishAll(access, request, signers, context)
    },
    verify: (parameters, context) => verifyRepositoryFiles(VerifyParameters.parse(parameters).repository, context),
    copy(parameters, context) {
      const { from, to } = CopyParameters.parse(parameters)
      return copyRepository(from, to, context)
    },
  }
}

async function publishAll(
  access: PublishingAccess,
  request: PublishParameters,
  signers: readonly Signer[],
  context: JobContext,
): Promise<PublishResult> {
  const { directory, notes, promote, archive, to } = request
  const stage: Stage = promote ? 'released' : request.stage
  const started = performance.now()
  const result = await publishChannel(access, { directory, stage, notes, signers, promote }, context)
  const repository = publisherPaths(directory).repositoryOf(stage)
  const carry = <T>(work: Promise<T>) =>
    work.catch((error: unknown) => {
      throw error instanceof PublishingError ? publishedAlready(error, result.version) : error
    })
  if (archive !== undefined) await carry(archiveRepository(repository, path.resolve(archive), context))
  const copied = to === undefined ? undefined : await carry(copyRepository(repository, path.resolve(to), context))
  return {
    ...result,
    archive,
    copiedTo: copied?.to,
    seconds: Math.round(performance.now() - started) / 1000,
  }
}

/** A stick that is full or gone does not undo what was published before it was written. */
const publishedAlready = ({ code, why }: PublishingError, version: number): PublishingError =>
  publishingError(code, `第 ${version} 版已经发布好；没有写完的只是 ${why ?? '要带走的那一份'}。`)
