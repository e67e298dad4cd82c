import path from 'node:path'
import { Hono } from 'hono'
import type { Logger } from 'pino'
import { AppError } from '../errors/app-error.ts'
import { exportRoutes } from '../exporting/exports.routes.ts'
import { receivedRoutes } from '../feedback/received.routes.ts'
import { reportRoutes } from '../feedback/reports.routes.ts'
import { buildRoutes } from '../feeds/build/builds.routes.ts'
import { feedRoutes } from '../feeds/feeds.routes.ts'
import { printRoutes } from '../feeds/print/prints.routes.ts'
import { errorResponse } from '../http/error-response.ts'
import { importRoutes } from '../importing/imports.routes.ts'
import { blobRoutes } from '../items/blobs.routes.ts'
import { itemRoutes } from '../items/items.routes.ts'
import type { JobView } from '../jobs/job-view.ts'
import { findJobs } from '../jobs/jobs.repository.ts'
import { jobRoutes } from '../jobs/jobs.routes.ts'
import { deckRoutes } from '../meetings/deck/deck.routes.ts'
import { materialFileRoutes } from '../meetings/files/files.routes.ts'
import { learningRoutes } from '../meetings/learning/learning.routes.ts'
import { materialRoutes } from '../meetings/materials/materials.routes.ts'
import { minutesRoutes } from '../meetings/paper/minutes.routes.ts'
import { cardRoutes } from '../meetings/responses/responses.routes.ts'
import { sharingRoutes } from '../meetings/sharing/sharing.routes.ts'
import type { DocumentPrinter } from '../printing/document-printer.ts'
import { readingRoutes } from '../reading/reading.routes.ts'
import { recentSearchRoutes, savedSearchRoutes, searchGapRoutes } from '../search/saved/saved.routes.ts'
import { searchRoutes } from '../search/search.routes.ts'
import { settingsRoutes } from '../settings/settings.routes.ts'
import { backupRoutes } from '../store/backups.routes.ts'
import { gateRoutes, likenessRoutes } from '../stories/gate/gate.routes.ts'
import { mediaRoutes } from '../stories/media/media.routes.ts'
import { processRoutes } from '../stories/process/process.routes.ts'
import { proposalRoutes } from '../stories/proposing/proposals.routes.ts'
import { receivedProposals } from '../stories/proposing/received-proposals.ts'
import { responseRoutes } from '../stories/responses/responses.routes.ts'
import { carryOutWaiting } from '../stories/slips/carry-out-waiting.ts'
import { slipRoutes } from '../stories/slips/slips.routes.ts'
import { sourceFileRoutes } from '../stories/source-files/source-files.routes.ts'
import { storyRoutes } from '../stories/stories.routes.ts'
import { viewStory } from '../stories/view-story.ts'
import { batchRoutes } from '../templates/batch/batches.routes.ts'
import { ledgerRoutes } from '../templates/batch/ledgers.routes.ts'
import { documentCheckRoutes } from '../templates/check/document-checks.routes.ts'
import { gazetteerRoutes } from '../templates/check/gazetteer.routes.ts'
import { formRoutes } from '../templates/forms/forms.routes.ts'
import { bookRoutes } from '../templates/known/book.routes.ts'
import { knownRoutes } from '../templates/known/known.routes.ts'
import { unitRoutes } from '../templates/known/unit.routes.ts'
import { sheetRowRoutes } from '../templates/sheets/sheet-rows.routes.ts'
import { sheetRoutes } from '../templates/sheets/sheets.routes.ts'
import { templateRoutes } from '../templates/templates.routes.ts'
import { channelRoutes } from '../updates/channels.routes.ts'
import { publishingRoutes } from '../updates/publishing/publishing.routes.ts'
import { refuseUpdate } from '../updates/update-refused-error.ts'
import { updateRoutes } from '../updates/updates.routes.ts'
import { type AccessKeys, guardAccess, type ServiceBindings } from './access-guard.ts'
import { examineLibrary } from './doctor.ts'
import { homeRoutes } from './home.routes.ts'
import { type InstanceShow, instanceRoutes } from './instance.routes.ts'
import type { LibrarySession } from './library-session.ts'
import { mountPoints } from './mount-points.ts'
import { pageRoutes } from './page.routes.ts'
import { restoreBackup } from './restore-backup.ts'
import { writerOf } from './writer-of.ts'

export type Shell = 'electron' | 'browser' | 'serve' | 'command'

/** Jobs that bring the index in step with what they change. */
const INDEXING: readonly JobView['type'][] = ['import', 'reindex', 'update', 'roll-back']

export interface AppOptions {
  readonly session: LibrarySession
  readonly keys: AccessKeys
  /** The `Host` values this service answers to on loopback. */
  readonly hosts: () => readonly string[]
  readonly shell: Shell
  readonly version: string
  readonly log: Logger
  readonly printer: DocumentPrinter
  readonly show: InstanceShow
}

/** How many ended jobs are listed. */
const JOBS_LISTED = 20

/** The service: every way in answers through this one handler. */
export function createApp({ session, keys, hosts, shell, version, log, printer, show }: AppOptions) {
  const { access, jobs, paths, sheets } = session
  const writer = writerOf(session)
  /** Visitors of an office's service sit at other machines: what they uploaded is all that they may name. */
  const mayRead = (from: string) => {
    const isUpload = path.resolve(from).startsWith(`${path.resolve(paths.incoming)}${path.sep}`)
    if (shell === 'serve' && !isUpload) throw refuseUpdate('SOURCE_NOT_ALLOWED')
  }
  const recentJobs = async () => (await findJobs(access.db, JOBS_LISTED)).map((job) => job.view)

  const api = new Hono<ServiceBindings>()
    .route('/', instanceRoutes(keys, show))
    .route('/home', homeRoutes(access, jobs))
    .route('/', searchRoutes(access))
    .route('/items', itemRoutes(access, writer))
    .route('/blobs', blobRoutes(access))
    .route('/imports', importRoutes(jobs, paths.incoming, shell !== 'serve'))
    .route('/exports', exportRoutes(jobs, shell !== 'serve'))
    .route('/channels', channelRoutes(access, jobs, writer, paths.channels, mayRead))
    .route(
      '/updates',
      updateRoutes({
        library: access,
        jobs,
        engine: session.updates,
        writes: writer,
        incoming: paths.incoming,
        mayRead,
        // Sticks in the machine that serves an office are not its visitors'.
        mountPoints: shell === 'serve' ? async () => [] : mountPoints,
      }),
    )
    .route('/publishing', publishingRoutes(session.publishing, jobs, shell !== 'serve'))
    .route('/templates', templateRoutes(access, writer))
    .route('/forms', formRoutes({ library: access, writes: writer, printer, app: version }))
    .route('/unit', unitRoutes(access, writer))
    .route('/known', knownRoutes(access, writer))
    .route('/book', bookRoutes(access, writer, sheets))
    .route('/sheets', sheetRoutes(access, sheets, shell !== 'serve'))
    .route('/sheets', sheetRowRoutes(sheets))
    .route(
      '/batches',
      batchRoutes({
        library: access,
        jobs,
        sheets,
        writes: writer,
        mayUseFolders: shell !== 'serve',
      }),
    )
    .route('/stories', storyRoutes(access, writer))
    .route('/stories', gateRoutes(access, writer))
    .route('/stories', mediaRoutes(access, writer))
    .route('/stories', sourceFileRoutes(access, writer, paths.incoming))
    .route('/story-likeness', likenessRoutes(access))
    .route(
      '/',
      processRoutes({
        library: access,
        writes: writer,
        view: (story, person) => viewStory(access.db, story, person),
        remembersPerson: shell !== 'serve',
        afterStep: (storyId) => carryOutWaiting(access, writer, storyId),
      }),
    )
    .route(
      '/story-proposals',
      proposalRoutes({
        library: access,
        jobs,
        writes: writer,
        sheets,
        received: receivedProposals(paths.incoming),
        openReaders: session.openReaders,
        mayReadPaths: shell !== 'serve',
      }),
    )
    .route(
      '/',
      responseRoutes({
        library: access,
        writes: writer,
        sheets,
        incoming: paths.incoming,
        mayUsePaths: shell !== 'serve',
      }),
    )
    .route('/', slipRoutes(access, writer, paths.incoming, shell !== 'serve'))
    .route('/ledgers', ledgerRoutes(access, sheets, shell !== 'serve'))
    .route(
      '/feeds',
      buildRoutes({
        library: access,
        jobs,
        writes: writer,
        incoming: paths.incoming,
        mayUseFolders: shell !== 'serve',
      }),
    )
    .route('/feeds', printRoutes({ library: access, writes: writer, printer }))
    .route('/feeds', feedRoutes(access, writer))
    .route('/materials', materialRoutes(access, writer))
    .route('/materials', materialFileRoutes({ library: access, writes: writer, printer, incoming: paths.incoming }))
    .route('/', sharingRoutes(access, writer, paths.incoming))
    .route('/materials', deckRoutes(access, writer))
    .route('/materials', minutesRoutes(access, writer))
    .route('/materials', cardRoutes({ library: access, writes: writer, sheets, mayReadPaths: shell !== 'serve' }))
    .route('/learning', learningRoutes(access, writer, shell !== 'serve'))
    .route('/jobs', jobRoutes(jobs, recentJobs))
    .route('/', readingRoutes(access, writer))
    .route('/saved-searches', savedSearchRoutes(access, writer))
    .route('/recent-searches', recentSearchRoutes(access, writer))
    .route('/search-gaps', searchGapRoutes(access, writer))
    .route('/reports/received', receivedRoutes(access, writer, paths.incoming, shell !== 'serve'))
    .route('/reports', reportRoutes(access, writer, shell !== 'serve'))
    .route('/settings', settingsRoutes(access, writer))
    .route('/document-checks', documentCheckRoutes(access, paths.incoming))
    .route('/gazetteer', gazetteerRoutes(access, writer))
    .route(
      '/backups',
      backupRoutes(jobs, paths.backups, (name) => restoreBackup(session, name)),
    )
    .get('/doctor', async (c) => {
      const index = {
        isAtWork: () => jobs.active().some(({ type }) => INDEXING.includes(type)),
        catchUp: () => session.catchUpIndex(),
        renew: () => session.renewIndex(),
      }
      const care = session.readOnly ? undefined : index
      return c.json(await examineLibrary(access, paths, () => writer.findDamage(), care))
    })
    .get('/about', (c) =>
      c.json({
        version,
        library: paths.root,
        passages: access.search.passageCount(),
        indexing: jobs.active().some((job) => job.type === 'reindex'),
        readOnly: session.readOnly !== undefined,
        shell,
        recovery: session.recovery,
      }),
    )

  return new Hono<ServiceBindings>()
    .use(async (c, next) => {
      await next()
      c.res.headers.set('X-Content-Type-Options', 'nosniff')
      c.res.headers.set('Referrer-Policy', 'no-referrer')
      c.res.headers.set('Cross-Origin-Opener-Policy', 'same-origin')
      c.res.headers.set('Cross-Origin-Resource-Policy', 'same-origin')
      c.res.headers.set('X-Frame-Options', 'DENY')
    })
    .use(guardAccess(keys, hosts))
    .route('/api', api)
    .route('/', pageRoutes(new URL('../../dist/renderer/', import.meta.url)))
    .notFound((c) =>
      errorResponse(c, new AppError({ code: 'NOT_FOUND', what: '这里没有内容。', why: '地址不对，或版本不同。' })),
    )
    .onError((error, c) => {
      if (!(error instanceof AppError)) log.error({ err: error, path: c.req.path }, 'request failed')
      return errorResponse(c, error)
    })
}
