import path from 'node:path'
import { Hono } from 'hono'
import { z } from 'zod'
import { validate } from '../../http/validate.ts'
import { IsoDate } from '../../items/revision.schema.ts'
import type { JobRunner } from '../../jobs/job-runner.ts'
import { rootFingerprint } from '../fingerprint.ts'
import { ChannelId, Tombstone } from '../repository-format.ts'
import { changeKey } from './change-key.ts'
import { Choice, publisherPaths } from './channel-definition.ts'
import { copyRepository } from './copy-repository.ts'
import { setChoice, setNextExpected, undoWithdrawal, withdrawItem } from './edit-channel.ts'
import { initChannel } from './init-channel.ts'
import { KeyName } from './key-file.ts'
import { openFolder, withFolder } from './open-folder.ts'
import { compareWithPublished, previewRelease } from './preview-release.ts'
import { pruneRepository } from './prune-repository.ts'
import type { PublishingDesk } from './publishing-desk.ts'
import { publishingError } from './publishing-error.ts'
import { readRootFile } from './read-published.ts'
import { renewSignatures } from './renew-signatures.ts'
import { unlockSigners } from './unlock-signers.ts'
import { verifyRepositoryFiles } from './verify-repository-files.ts'
import { viewPublishedChannel } from './view-published-channel.ts'

const Place = z.string().min(1).max(4096).refine(path.isAbsolute, '要写完整的路径')
const Passphrases = z.record(KeyName, z.string().max(1000))
const Holder = z.string().trim().min(1).max(100)
const Stage = z.enum(['released', 'draft'])
const Notes = z.string().max(20_000)

const Ceremony = z.object({
  directory: Place,
  id: ChannelId,
  title: z.string().trim().min(1).max(100),
  publisher: z.string().trim().min(1).max(200),
  holders: z.array(Holder).min(1).max(9),
  threshold: z.int().min(1).max(9),
  passphrases: Passphrases,
  keysDirectory: Place.optional(),
})
const Withdrawal = Tombstone.pick({ reason: true, replacedBy: true }).extend({ itemId: z.string().min(1).max(80) })
const Signing = { passphrases: Passphrases, keysDirectory: Place.optional() }
const Publishing = z.object({
  ...Signing,
  stage: Stage.default('released'),
  notes: Notes.default(''),
  archive: Place.optional(),
  to: Place.optional(),
})
const KeyChange = z.object({
  ...Signing,
  /** Root keys are kept apart: one folder, or the holders' sticks. */
  keysDirectory: Place.or(z.array(Place).min(1).max(9)).optional(),
  name: KeyName,
  newPassphrase: z.string().max(1000),
  holder: Holder.optional(),
  /** Where the new key's file goes, when not beside the old. */
  newKeysDirectory: Place.optional(),
})
const idParameter = validate('param', z.object({ id: ChannelId }))
const itemParameter = validate('param', z.object({ id: ChannelId, itemId: z.string().min(1) }))
const stageQuery = validate('query', z.object({ stage: Stage.default('released') }))

/**
 * `/api/publishing`: channels that are published from folders of this machine. Passphrases come in, and stay in memory
 * for as long as it takes to sign.
 * @param mayUsePaths false for `serve`, whose visitors sit at other machines
 */
export function publishingRoutes(desk: PublishingDesk, jobs: JobRunner, mayUsePaths: boolean) {
  const { access } = desk
  const view = async (id: string) => viewPublishedChannel(await desk.folderOf(id))
  const edited = async (id: string, change: (directory: string) => Promise<void>) => {
    const directory = await desk.folderOf(id)
    await change(directory)
    return viewPublishedChannel(directory)
  }
  const start = async (parameters: Awaited<ReturnType<PublishingDesk['prepare']>>) =>
    jobs.start('publish', parameters).catch((error: unknown) => {
      desk.discard(parameters.ticket)
      throw error
    })
  const change = (id: string, body: z.infer<typeof KeyChange>, because: 'rotated' | 'revoked') =>
    edited(id, (directory) =>
      withFolder(directory, async () => {
        const { definition, root } = await openFolder(directory)
        const roles = ['root', 'targets', 'release'] as const
        const { passphrases, keysDirectory, newKeysDirectory, ...rest } = body
        const signers = await unlockSigners({ directory, definition, root, passphrases, keysDirectory, roles })
        await changeKey({ directory, ...rest, because, signers, keysDirectory: newKeysDirectory }, access.clock())
      }),
    )
  /** Carries a broken change of keys through; passphrases are needed only where readers wait for signatures. */
  const finish = (id: string, { passphrases, keysDirectory }: z.infer<z.ZodObject<typeof Signing>>) =>
    edited(id, (directory) =>
      withFolder(directory, async () => {
        const { definition, root } = await openFolder(directory)
        const roles = ['targets', 'release'] as const
        const signers = await unlockSigners({ directory, definition, root, passphrases, keysDirectory, roles })
        await renewSignatures(directory, signers, access.clock())
      }),
    )

  return new Hono()
    .use(async (_c, next) => {
      if (!mayUsePaths) throw publishingError('PUBLISHING_NOT_ALLOWED')
      await next()
    })
    .get('/', async (c) => {
      const shown = await Promise.allSettled([...(await desk.folders()).values()].map(viewPublishedChannel))
      // Opening a damaged folder says what is wrong with it; the others are shown meanwhile.
      return c.json(shown.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])))
    })
    .post('/', validate('json', Ceremony), async (c) => {
      const ceremony = c.req.valid('json')
      await initChannel(ceremony, access.clock())
      await desk.remember(ceremony.directory)
      return c.json(await viewPublishedChannel(ceremony.directory))
    })
    .post('/open', validate('json', z.object({ directory: Place })), async (c) => {
      const { directory } = c.req.valid('json')
      const shown = await viewPublishedChannel(directory)
      await desk.remember(directory)
      return c.json(shown)
    })
    .post('/at/verify', validate('json', z.object({ repository: Place })), async (c) =>
      c.json(await verifyRepositoryFiles(c.req.valid('json').repository, { signal: c.req.raw.signal, report })),
    )
    .post('/at/copy', validate('json', z.object({ from: Place, to: Place })), async (c) => {
      const { from, to } = c.req.valid('json')
      return c.json(await copyRepository(from, to, { signal: c.req.raw.signal, report }))
    })
    .post('/at/verify/start', validate('json', z.object({ repository: Place })), async (c) =>
      c.json(await jobs.start('verify-repository', c.req.valid('json')), 202),
    )
    .post('/at/copy/start', validate('json', z.object({ from: Place, to: Place })), async (c) =>
      c.json(await jobs.start('copy-repository', c.req.valid('json')), 202),
    )
    .post('/at/fingerprint', validate('json', z.object({ from: Place })), async (c) =>
      c.json(rootFingerprint((await readRootFile(c.req.valid('json').from)).signed)),
    )
    .get('/:id', idParameter, async (c) => c.json(await view(c.req.valid('param').id)))
    .delete('/:id', idParameter, async (c) => {
      const { id } = c.req.valid('param')
      await desk.forget(id)
      return c.json({ forgotten: id })
    })
    .put('/:id/choice', idParameter, validate('json', Choice), async (c) =>
      c.json(await edited(c.req.valid('param').id, (directory) => setChoice(directory, c.req.valid('json')))),
    )
    .put('/:id/next-expected', idParameter, validate('json', z.object({ on: IsoDate.nullable() })), async (c) =>
      c.json(await edited(c.req.valid('param').id, (directory) => setNextExpected(directory, c.req.valid('json').on))),
    )
    .post('/:id/withdraw', idParameter, validate('json', Withdrawal), async (c) =>
      c.json(
        await edited(c.req.valid('param').id, (directory) => withdrawItem(access, directory, c.req.valid('json'))),
      ),
    )
    .delete('/:id/withdraw/:itemId', itemParameter, async (c) => {
      const { id, itemId } = c.req.valid('param')
      return c.json(await edited(id, (directory) => undoWithdrawal(directory, itemId)))
    })
    .get('/:id/preview', idParameter, stageQuery, async (c) => {
      const directory = await desk.folderOf(c.req.valid('param').id)
      return c.json(await previewRelease(access, directory, c.req.valid('query').stage))
    })
    .get('/:id/preview/:itemId', itemParameter, stageQuery, async (c) => {
      const { id, itemId } = c.req.valid('param')
      const directory = await desk.folderOf(id)
      return c.json(await compareWithPublished(access, directory, c.req.valid('query').stage, itemId))
    })
    .post('/:id/publish', idParameter, validate('json', Publishing), async (c) => {
      const directory = await desk.folderOf(c.req.valid('param').id)
      const { passphrases, keysDirectory, ...request } = c.req.valid('json')
      return c.json(
        await start(await desk.prepare({ ...request, directory, promote: false }, passphrases, keysDirectory)),
        202,
      )
    })
    .post('/:id/promote', idParameter, validate('json', Publishing.omit({ stage: true })), async (c) => {
      const directory = await desk.folderOf(c.req.valid('param').id)
      const { passphrases, keysDirectory, ...request } = c.req.valid('json')
      const release = { ...request, directory, promote: true, stage: 'released' as const }
      return c.json(await start(await desk.prepare(release, passphrases, keysDirectory)), 202)
    })
    .post('/:id/keys/rotate', idParameter, validate('json', KeyChange), async (c) =>
      c.json(await change(c.req.valid('param').id, c.req.valid('json'), 'rotated')),
    )
    .post('/:id/keys/revoke', idParameter, validate('json', KeyChange), async (c) =>
      c.json(await change(c.req.valid('param').id, c.req.valid('json'), 'revoked')),
    )
    .post('/:id/keys/finish', idParameter, validate('json', z.object(Signing)), async (c) =>
      c.json(await finish(c.req.valid('param').id, c.req.valid('json'))),
    )
    .post('/:id/verify', idParameter, async (c) => {
      const repository = publisherPaths(await desk.folderOf(c.req.valid('param').id)).repositoryOf('released')
      return c.json(await verifyRepositoryFiles(repository, { signal: c.req.raw.signal, report }))
    })
    .post('/:id/prune', idParameter, validate('json', z.object({ keep: z.int().min(1).max(1000) })), async (c) => {
      const directory = await desk.folderOf(c.req.valid('param').id)
      const { keep } = c.req.valid('json')
      const { repositoryOf } = publisherPaths(directory)
      const pruned = await withFolder(directory, async () => [
        await pruneRepository(repositoryOf('released'), keep),
        await pruneRepository(repositoryOf('draft'), keep),
      ])
      const sum = (of: 'removed' | 'bytes') => pruned.reduce((total, one) => total + one[of], 0)
      return c.json({ removed: sum('removed'), bytes: sum('bytes') })
    })
}

/** Answers of a route say nothing before their end. */
const report = () => undefined
