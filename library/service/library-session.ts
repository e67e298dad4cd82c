import { rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import packageJson from '../../package.json' with { type: 'json' }
import { AppError } from '../errors/app-error.ts'
import { exportLibrary } from '../exporting/export-library.ts'
import { buildFeedJob } from '../feeds/build/build-feed-job.ts'
import { importFiles } from '../importing/import-files.ts'
import { createReaderPool, type ReaderPool } from '../importing/readers/reader-pool.ts'
import type { SpawnReader } from '../importing/readers/spawn-reader.ts'
import { ItemKind } from '../items/item-kind.ts'
import { createJobRunner, type JobContext, type JobRunner } from '../jobs/job-runner.ts'
import { findUnfinishedJobs } from '../jobs/jobs.repository.ts'
import { findNeuralModel } from '../search/meaning/neural-model-folder.ts'
import { type NeuralSearch, openNeuralSearch } from '../search/meaning/neural-search.ts'
import { backupName, pruneBackups } from '../store/backups.ts'
import { createBlobStore } from '../store/blob-store.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { takeLibraryLock } from '../store/library-lock.ts'
import { type LibraryPaths, libraryPaths } from '../store/library-paths.ts'
import { makeLibraryFolder } from '../store/make-library-folder.ts'
import type { Recovery } from '../store/recover-library.ts'
import type { StorageError } from '../store/storage-error.ts'
import { proposeStoriesJob } from '../stories/proposing/propose-stories-job.ts'
import { receivedProposals } from '../stories/proposing/received-proposals.ts'
import { fillBatch } from '../templates/batch/fill-batch.ts'
import { createReceivedSheets, type ReceivedSheets } from '../templates/sheets/received-sheets.ts'
import { createPublishingDesk, type PublishingDesk } from '../updates/publishing/publishing-desk.ts'
import { createUpdateEngine, type UpdateEngine } from '../updates/update-engine.ts'
import { channelJobs } from './channel-jobs.ts'
import { citingWorks } from './citing-works.ts'
import { createNeuralFiller } from './neural-filling.ts'
import { type OpenLibrary, openLibrary } from './open-library.ts'
import type { Writer } from './writer/writer.ts'

/** Another process has the library. */
export class LibraryBusyError extends AppError<'LIBRARY_BUSY'> {
  constructor() {
    super({
      code: 'LIBRARY_BUSY',
      what: '这个资料库正由另一个薪火使用。',
      todo: '请使用已经打开的窗口，或等它结束后再试。',
    })
  }
}

/** A library open for reading and writing in this process, and in no other. */
export interface LibrarySession {
  readonly paths: LibraryPaths
  readonly access: LibraryAccess
  /** The writer of the moment: ask for it anew for each call. */
  readonly writer: Writer
  readonly jobs: JobRunner
  readonly updates: Pick<UpdateEngine, 'offers' | 'compare'>
  readonly publishing: PublishingDesk
  readonly sheets: ReceivedSheets
  /** Readers of documents, in processes of their own. */
  readonly openReaders: () => ReaderPool
  readonly recovery: Recovery | undefined
  /** Set when the library can only be read now: why, and what every attempt to write is answered with. */
  readonly readOnly: StorageError | undefined
  /** Brings the index in step with the library. */
  catchUpIndex(context?: Pick<JobContext, 'signal' | 'report'>): Promise<void>
  /** Replaces a damaged index by an empty one and begins to fill it. */
  renewIndex(): Promise<void>
  /** Between two jobs: closes the databases, lets `swap` put other files in their place, and opens them again. */
  replaceDatabase(swap: () => Promise<void>): Promise<void>
  close(): Promise<void>
}

/** Items per step of indexing: few enough that a note saved meanwhile need not wait long. */
const INDEX_STEP = 64
/** Readers at once: one per core of the smallest machine. */
const READERS = 2

const ImportParameters = z.object({
  paths: z.array(z.string()),
  kind: ItemKind.default('policy'),
  activity: z.enum(['import', 'install']).default('import'),
  /** A folder of uploaded copies, deleted when the import is over. */
  incoming: z.string().optional(),
})
export type ImportParameters = z.input<typeof ImportParameters>
const ExportParameters = z.object({ directory: z.string() })

/**
 * Takes the library for this process and opens it.
 * @throws {LibraryBusyError} when another process has it
 * @throws {StorageError} when it cannot be written
 */
export async function openLibrarySession(options: {
  readonly root: string
  readonly spawnReader: SpawnReader
  readonly clock?: () => Date
  /** False to leave jobs that a crash left behind for another start. */
  readonly resumeJobs?: boolean
}): Promise<LibrarySession> {
  const clock = options.clock ?? (() => new Date())
  const paths = libraryPaths(options.root)
  makeLibraryFolder(paths.root)
  const lock = takeLibraryLock(paths.lock)
  if (!lock) throw new LibraryBusyError()
  let open: OpenLibrary
  let renewing: Promise<void> | undefined
  const renewIndex = () => {
    renewing ??= open.renewIndex().finally(() => {
      renewing = undefined
    })
    return renewing
  }
  /** The search that met the damage is answered with it; those after it find a new index, filling. */
  const onIndexDamage = () => {
    if (renewing) return
    renewIndex()
      .then(refill)
      // Tried again by the next search.
      .catch(() => {})
  }
  const refill = async () => void (await jobs.start('reindex', {}))
  try {
    open = await openLibrary(paths, clock(), onIndexDamage)
  } catch (error) {
    lock.release()
    throw error
  }
  const blobs = createBlobStore(paths.objects)
  const access: LibraryAccess = {
    get db() {
      return open.library.db
    },
    get search() {
      return open.search
    },
    blobs,
    clock,
    get neural() {
      return neural
    },
  }
  let neural: NeuralSearch | undefined
  const model = findNeuralModel(paths.root)
  const filler = model === undefined ? undefined : createNeuralFiller(paths.root, model)
  const neuralOpened =
    model === undefined ? undefined : openNeuralSearch(model, paths.neuralDatabase, () => open.search)
  // Opened beside the start: search answers without it until it is there.
  const neuralReady = neuralOpened?.then((opened) => {
    neural = opened
    if (opened) filler?.fill()
  })

  const catchUpIndex: LibrarySession['catchUpIndex'] = async (context) => {
    let renewed = false
    for (let done = 0; !context?.signal.aborted; ) {
      const step = await open.writer.catchUpIndex(INDEX_STEP).catch(async (error: unknown) => {
        if (renewed || !(error instanceof AppError) || error.code !== 'INDEX_DAMAGED') throw error
        renewed = true
        await renewIndex()
        return { done: 0, remaining: 1 }
      })
      done += step.done
      context?.report({ label: '建立索引', done, total: done + step.remaining })
      if (step.remaining > 0) continue
      if (done > 0 && neural) filler?.fill()
      return
    }
  }

  const updates = createUpdateEngine({
    access,
    channels: paths.channels,
    writes: {
      stageRevisions: (revisions) => open.writer.stageRevisions(revisions),
      recordArriving: (revisions) => open.writer.recordArriving(revisions),
      applyUpdate: (update) => open.writer.applyUpdate(update),
      rollBack: (channel, version) => open.writer.rollBack(channel, version),
      takeAnswers: (answers) => open.writer.takeAnswers(answers),
      repairRevisions: (revisions) => open.writer.repairRevisions(revisions),
      saveVerification: (channel, damaged) => open.writer.saveVerification(channel, damaged),
    },
    works: citingWorks,
    catchUpIndex,
  })

  const publishing = createPublishingDesk({
    access,
    saveSetting: (key, value) => open.writer.saveSetting(key, value),
  })

  const sheets: ReceivedSheets = createReceivedSheets(paths.incoming, () =>
    jobs.active().some((job) => job.type === 'fill-batch'),
  )

  const jobs = createJobRunner(
    {
      async import(parameters, context) {
        const { incoming, ...request } = ImportParameters.parse(parameters)
        const result = await importFiles(
          { ...request, uploaded: incoming !== undefined },
          {
            get db() {
              return open.library.db
            },
            blobs,
            openReaders: () => createReaderPool({ size: READERS, spawn: options.spawnReader }),
            async record(documents) {
              const outcomes = await open.writer.recordDocuments(documents)
              await catchUpIndex({ signal: context.signal, report: () => {} })
              return outcomes
            },
          },
          context,
        )
        if (incoming !== undefined) await rm(incoming, { recursive: true, force: true })
        return result
      },
      async backup(_parameters, context) {
        const name = backupName(clock())
        context.report({ label: name, done: 0, total: 1 })
        const bytes = await open.writer.copyLibraryTo(path.join(paths.backups, name))
        await pruneBackups(paths.backups)
        return { name, bytes }
      },
      export: (parameters, context) =>
        exportLibrary(open.library.db, blobs, ExportParameters.parse(parameters).directory, context),
      async reindex(_parameters, context) {
        await catchUpIndex(context)
        return { passages: await open.writer.passageCount() }
      },
      ...channelJobs(updates),
      publish: publishing.publish,
      'fill-batch': (parameters, context) =>
        fillBatch(
          parameters,
          {
            library: access,
            sheets,
            database: paths.database,
            recordBatchForms: (forms) => open.writer.recordBatchForms(forms),
            app: packageJson.version,
          },
          context,
        ),
      'verify-repository': publishing.verify,
      'copy-repository': publishing.copy,
      'propose-stories': (parameters, context) =>
        proposeStoriesJob(
          parameters,
          {
            library: access,
            sheets,
            received: receivedProposals(paths.incoming),
            openReaders: () => createReaderPool({ size: READERS, spawn: options.spawnReader }),
          },
          context,
        ),
      'build-feed': (parameters, context) =>
        buildFeedJob(
          access,
          {
            ensureSenderIdentity: () => open.writer.ensureSenderIdentity(),
            saveMediaCopy: (copy) => open.writer.saveMediaCopy(copy),
            saveFeedBuild: (feedId, build) => open.writer.saveFeedBuild(feedId, build),
          },
          parameters,
          context,
        ),
    },
    { save: (job) => open.writer.saveJob(job) },
    clock,
  )
  if (options.resumeJobs !== false) await jobs.resume(await findUnfinishedJobs(open.library.db))

  return {
    paths,
    access,
    jobs,
    updates,
    publishing,
    sheets,
    openReaders: () => createReaderPool({ size: READERS, spawn: options.spawnReader }),
    catchUpIndex,
    renewIndex: () => renewIndex().then(refill),
    get writer() {
      return open.writer
    },
    get recovery() {
      return open.recovery
    },
    readOnly: undefined,
    replaceDatabase: (swap) =>
      jobs.between(async () => {
        await open.close()
        try {
          await swap()
        } finally {
          open = await openLibrary(paths, clock(), onIndexDamage)
        }
      }),
    async close() {
      await jobs.stop()
      await neuralReady?.catch(() => {})
      await filler?.close()
      await neural?.close()
      await open.close()
      lock.release()
    },
  }
}
