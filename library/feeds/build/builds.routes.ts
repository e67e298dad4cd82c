import { randomUUID } from 'node:crypto'
import { mkdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { z } from 'zod'
import type { SenderIdentity } from '../../feedback/sender-identity.ts'
import { attachmentName } from '../../http/attachment-name.ts'
import { BadRequestError, validate } from '../../http/validate.ts'
import { receiveUpload } from '../../importing/receive-upload.ts'
import type { JobRunner } from '../../jobs/job-runner.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { PictureCopyWrites } from '../../stories/media/picture-copy.ts'
import { feedNotFound } from '../feed-errors.ts'
import { findFeed } from '../feeds.repository.ts'
import { settleWithdrawals, type WithdrawalWrites } from '../issues/enter-withdrawals.ts'
import { openFeedEdition } from '../open-edition.ts'
import { buildFeed } from './build-feed.ts'
import { feedBuildError } from './feed-build-error.ts'
import { findKnownKeys } from './known-keys.ts'
import { listFiles } from './site-listing.ts'
import { verifySite } from './verify-site.ts'
import { handedOver, zipFolder } from './zip-folder.ts'

/** What building writes, done by the writer's thread. */
export interface BuildWrites extends PictureCopyWrites {
  ensureSenderIdentity(): Promise<SenderIdentity>
}

export interface BuildDesk {
  readonly library: LibraryAccess
  readonly jobs: JobRunner
  readonly writes: BuildWrites & WithdrawalWrites
  /** The folder for uploads and for what is handed over as one file. */
  readonly incoming: string
  /** False for `serve`, whose visitors sit at other machines. */
  readonly mayUseFolders: boolean
}

const Directory = z.object({ directory: z.string().min(1).max(4096) })

/** `/api/feeds`: columns written into folders, as archives, and verified. */
export function buildRoutes({ library, jobs, writes, incoming, mayUseFolders }: BuildDesk) {
  const requireFolder = (directory: string) => {
    if (!mayUseFolders) throw feedBuildError('FEED_FOLDER_NOT_ALLOWED', '这里不能读写服务器的文件夹；请改用下载。')
    if (!path.isAbsolute(directory)) throw feedBuildError('FEED_FOLDER_NOT_ALLOWED', '要写完整的路径。')
    return path.normalize(directory)
  }
  const verify = async (place: string, signal: AbortSignal) =>
    verifySite(place, await findKnownKeys(library.db), signal)

  return new Hono()
    .post('/verify', async (c) => {
      if (c.req.header('content-type')?.startsWith('multipart/form-data')) {
        const { folder } = await receiveUpload(c.req.raw, incoming)
        try {
          const [file, ...others] = await listFiles(folder)
          // One archive, or the files of a folder.
          const place = file !== undefined && others.length === 0 ? path.join(folder, ...file.split('/')) : folder
          return c.json(await verify(place, c.req.raw.signal))
        } finally {
          await rm(folder, { recursive: true, force: true })
        }
      }
      const body = Directory.safeParse(await c.req.json().catch(() => undefined))
      if (!body.success) throw new BadRequestError({ code: 'BAD_REQUEST', what: '请选择要核对的文件夹或压缩包。' })
      return c.json(await verify(requireFolder(body.data.directory), c.req.raw.signal))
    })
    .post('/:id/build', validate('json', Directory), async (c) => {
      const feedId = c.req.param('id')
      const directory = requireFolder(c.req.valid('json').directory)
      await settleWithdrawals(library, writes, feedId)
      const feed = await findFeed(library.db, feedId)
      if (!feed) throw feedNotFound()
      if (feed.issue === 0) throw feedBuildError('FEED_NOTHING_ISSUED')
      return c.json(await jobs.start('build-feed', { feedId, directory }), 202)
    })
    .get('/:id/site.zip', async (c) => {
      await settleWithdrawals(library, writes, c.req.param('id'))
      const edition = await openFeedEdition(library, c.req.param('id'))
      const folder = path.join(incoming, randomUUID())
      await mkdir(folder, { recursive: true })
      const forget = () => rm(folder, { recursive: true, force: true }).catch(() => undefined)
      try {
        const identity = await writes.ensureSenderIdentity()
        const context = { signal: c.req.raw.signal, report: () => {}, writes }
        await buildFeed(library, edition, folder, context, identity)
        const archive = `${folder}.zip`
        await zipFolder(folder, archive)
        await forget()
        const { size } = await stat(archive)
        c.header('Content-Type', 'application/zip')
        c.header('Content-Length', String(size))
        c.header('Content-Disposition', attachmentName(`${edition.definition.title}-第${edition.issue}期.zip`))
        return c.body(Readable.toWeb(handedOver(archive)) as ReadableStream)
      } catch (error) {
        await forget()
        await rm(`${folder}.zip`, { force: true }).catch(() => undefined)
        throw error
      }
    })
}
