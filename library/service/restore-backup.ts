import { requireBackup } from '../store/backups.ts'
import { isSound, keepDatabaseAside, putInPlace } from '../store/recover-library.ts'
import { StorageError } from '../store/storage-error.ts'
import type { LibrarySession } from './library-session.ts'

/**
 * Puts a backup in the place of the library. The library as it was is kept aside, and the index is rebuilt.
 * @throws {BackupNotFoundError} when there is no such backup
 * @throws {StorageError} DATABASE_DAMAGED when the backup itself is not sound; nothing is changed then
 */
export async function restoreBackup(
  session: LibrarySession,
  name: string,
): Promise<{ restored: string; keptAside: string }> {
  const { paths, access, jobs } = session
  const file = await requireBackup(paths.backups, name)
  if (!isSound(file)) {
    throw new StorageError({
      code: 'DATABASE_DAMAGED',
      what: '没有恢复：这个备份文件已损坏。',
      why: name,
      todo: '现在的资料没有改动。请选另一个备份。',
    })
  }
  await jobs.idle()
  let keptAside = ''
  await session.replaceDatabase(() => {
    keptAside = keepDatabaseAside(paths, access.clock())
    putInPlace(file, paths.database)
  })
  await jobs.start('reindex', {})
  return { restored: name, keptAside }
}
