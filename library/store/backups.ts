import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../errors/app-error.ts'

/** A copy of library.db; blobs are never changed or removed and need none. */
export interface BackupFile {
  readonly name: string
  /** ISO date-time. */
  readonly createdAt: string
  readonly bytes: number
}

export class BackupNotFoundError extends AppError<'BACKUP_NOT_FOUND'> {}

const NAME = /^library-(\d{4})-(\d{2})-(\d{2})T(\d{2})(\d{2})(\d{2})Z\.db$/
const HALF = /^library-[\dT-]+Z\.db\.tmp/
/** What was just made by hand is not lost to the next one of the same day. */
const LATEST_KEPT = 5
const DAILY_KEPT = 7
const WEEKLY_KEPT = 4

export function backupName(now: Date): string {
  return `library-${now.toISOString().slice(0, 19).replace(/:/g, '')}Z.db`
}

function createdAt(name: string): string | undefined {
  const [, year, month, day, hour, minute, second] = NAME.exec(name) ?? []
  return year && `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
}

/** The backups in a folder, newest first; other files there are none of ours. */
export async function listBackups(directory: string): Promise<BackupFile[]> {
  const names = await readdir(directory).catch(() => [] as string[])
  const files: BackupFile[] = []
  for (const name of names) {
    const created = createdAt(name)
    if (created) files.push({ name, createdAt: created, bytes: (await stat(path.join(directory, name))).size })
  }
  return files.sort((a, b) => b.createdAt.localeCompare(a.createdAt))
}

/** @throws {BackupNotFoundError} when there is no backup of this name */
export async function requireBackup(directory: string, name: string): Promise<string> {
  const known = (await listBackups(directory)).some((backup) => backup.name === name)
  if (known) return path.join(directory, name)
  throw new BackupNotFoundError({
    code: 'BACKUP_NOT_FOUND',
    what: '没有这个备份。',
    why: `备份文件夹里找不到 ${name}。`,
  })
}

/**
 * Which backups to delete: kept are the latest 5, the newest of each of the last 7 days that have one,
 * and of each of the last 4 weeks that have one.
 * @param backups newest first
 */
export function backupsToDelete(backups: readonly BackupFile[]): BackupFile[] {
  const kept = new Set<BackupFile>(backups.slice(0, LATEST_KEPT))
  const keepNewest = (groups: Map<string, BackupFile[]>, most: number) => {
    for (const [newest] of [...groups.values()].slice(0, most)) if (newest) kept.add(newest)
  }
  keepNewest(
    Map.groupBy(backups, (backup) => backup.createdAt.slice(0, 10)),
    DAILY_KEPT,
  )
  keepNewest(
    Map.groupBy(backups, (backup) => weekOf(backup.createdAt)),
    WEEKLY_KEPT,
  )
  return backups.filter((backup) => !kept.has(backup))
}

/** The Monday of a date's week, as a name for the week. */
function weekOf(iso: string): string {
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7))
  return day.toISOString().slice(0, 10)
}

/** Deletes what {@link backupsToDelete} names, and halves that a crash left. No backup may be under way. */
export async function pruneBackups(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    if (HALF.test(name)) await rm(path.join(directory, name), { force: true })
  }
  for (const backup of backupsToDelete(await listBackups(directory)))
    await rm(path.join(directory, backup.name), { force: true })
}

/** True when the newest backup is not from today (UTC), or there is none. */
export async function isBackupDue(directory: string, now: Date): Promise<boolean> {
  const [newest] = await listBackups(directory)
  return newest === undefined || newest.createdAt.slice(0, 10) < now.toISOString().slice(0, 10)
}
