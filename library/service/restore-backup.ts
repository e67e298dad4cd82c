import { requireBackup } from '../store/backups.ts'
import { foldWal, replaceLibrary, requireSoundCopy } from '../store/recover-library.ts'
import type { LibrarySession } from './library-session.ts'

/**
 * Puts a backup in the place of the library. The library as it was is kept aside, and the index is rebuilt.
 * @throws {BackupNotFoundError} when there is no such backup
 * @throws {StorageError} DATABASE_DAMAGED when the backup itself is not sound; nothing is changed then
 * @throws {LibraryTooNewError} when a newer version of the app made it; nothing is changed then
 */
export async function restoreBackup(
  session: LibrarySession,
  name: string,
): Promise<{ restored: string; keptAside: string }> {
  const { paths, access, jobs } = session
  if (session.readOnly) throw session.readOnly
  const file = await requireBackup(paths.backups, name)
  requireSoundCopy(file)
  let keptAside = ''
  await session.replaceDatabase(async () => {
    foldWal(paths.database)
    keptAside = await replaceLibrary(paths, file, access.clock())
  })
  await jobs.start('reindex', {})
  return { restored: name, keptAside }
}
