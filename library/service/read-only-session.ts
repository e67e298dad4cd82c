import { z } from 'zod'
import { exportLibrary } from '../exporting/export-library.ts'
import { createJobRunner, type JobType } from '../jobs/job-runner.ts'
import { findDamage } from '../store/database-copy.ts'
import { type LibraryLock, takeLibraryLock } from '../store/library-lock.ts'
import { libraryPaths, pipePath } from '../store/library-paths.ts'
import { StorageError } from '../store/storage-error.ts'
import { createReceivedSheets } from '../templates/sheets/received-sheets.ts'
import { createPublishingDesk } from '../updates/publishing/publishing-desk.ts'
import { LibraryBusyError, type LibrarySession } from './library-session.ts'
import { isAnswering } from './listen.ts'
import { openForReading } from './open-reading.ts'
import type { Writer } from './writer/writer.ts'

/**
 * Opens a library that cannot be written now, because its stick is write-protected, its folder
 * another's, or the disk full: searching, reading and exporting work, and whatever would write is
 * answered with the reason.
 * @param reason what hindered the opening for writing
 * @throws {LibraryBusyError} when another process has the library, or already shows it so
 */
export async function openReadOnlySession(root: string, reason: StorageError): Promise<LibrarySession> {
  const paths = libraryPaths(root)
  const lock = tryLock(paths.lock)
  // Where nothing can be written there is no lock either; whoever answers on the pipe has the library.
  if (lock === undefined && (await isAnswering(pipePath(paths.root)))) throw new LibraryBusyError()
  const reading = openForReading(paths)
  const { code, what, why } = reason
  const readOnly = new StorageError({ code, what, ...(why && { why }), todo: TODO, cause: reason })
  const refuse = () => Promise.reject(readOnly)
  const writer = new Proxy({} as Writer, {
    get: (_target, method) =>
      method === 'then' ? undefined : method === 'findDamage' ? async () => findDamage(reading.connection) : refuse,
  })
  const publishing = createPublishingDesk({ access: reading, saveSetting: refuse })
  const jobs = createJobRunner(
    {
      import: refuse,
      backup: refuse,
      reindex: refuse,
      'update-check': refuse,
      update: refuse,
      'roll-back': refuse,
      'verify-channel': refuse,
      publish: refuse,
      'fill-batch': refuse,
      'propose-stories': refuse,
      // It remembers the pictures it makes, and its key.
      'build-feed': refuse,
      // These write nothing here either: they are about files elsewhere.
      'verify-repository': publishing.verify,
      'copy-repository': publishing.copy,
      // What lies on a protected stick can still be taken elsewhere.
      export: (parameters, context) =>
        exportLibrary(
          reading.db,
          reading.blobs,
          z.object({ directory: z.string() }).parse(parameters).directory,
          context,
        ),
    },
    { save: async ({ view }) => (elsewhere.has(view.type) ? undefined : refuse()) },
    reading.clock,
  )
  return {
    paths,
    access: reading,
    writer,
    jobs,
    updates: { offers: () => [], compare: refuse },
    sheets: createReceivedSheets(paths.incoming, () => true),
    openReaders: () => {
      throw readOnly
    },
    publishing,
    recovery: undefined,
    readOnly,
    catchUpIndex: refuse,
    renewIndex: refuse,
    replaceDatabase: refuse,
    async close() {
      await jobs.stop()
      await reading.close()
      lock?.release()
    },
  }
}

/** Work that leaves the library as it is. */
const elsewhere: ReadonlySet<JobType> = new Set(['export', 'verify-repository', 'copy-repository'])

const TODO = '原有资料没有改动，仍可阅读和检索。请腾出空间，或检查文件夹权限和U盘的写保护开关，再重新打开薪火。'

/** A full disk may still allow the lock, which then keeps writers away. @throws {LibraryBusyError} */
function tryLock(file: string): LibraryLock | undefined {
  let lock: LibraryLock | undefined
  try {
    lock = takeLibraryLock(file)
  } catch {
    return undefined
  }
  if (lock) return lock
  throw new LibraryBusyError()
}
