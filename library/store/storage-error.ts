import { AppError } from '../errors/app-error.ts'

export type StorageErrorCode = 'DISK_FULL' | 'STORAGE_READ_ONLY' | 'STORAGE_GONE' | 'STORAGE_IO' | 'DATABASE_DAMAGED'

/** The disk, the stick or the database file failed us; what was acknowledged before is safe unless it says otherwise. */
export class StorageError extends AppError<StorageErrorCode> {}

const texts: Record<StorageErrorCode, { what: string; todo: string }> = {
  DISK_FULL: {
    what: '磁盘满了，这一步没有保存。',
    todo: '以前保存的资料都在，仍可阅读和检索。请腾出空间后再试一次。',
  },
  STORAGE_READ_ONLY: {
    what: '资料库所在的位置不能写入，这一步没有保存。',
    todo: '原有资料没有改动，仍可阅读和检索。请检查文件夹权限或U盘的写保护开关。',
  },
  STORAGE_GONE: {
    what: '找不到资料库所在的磁盘，这一步没有保存。',
    todo: '请把U盘或移动硬盘插好后再试。',
  },
  STORAGE_IO: {
    what: '读写磁盘时出错，这一步没有保存。',
    todo: '请检查磁盘或U盘是否松动；反复出现时请更换磁盘，并从备份恢复。',
  },
  DATABASE_DAMAGED: {
    what: '资料库文件已损坏。',
    todo: '请在“设置—备份”里恢复最近的备份，或运行 xinhuo restore。损坏的文件会另外保存，不会删除。',
  },
}

const patterns: readonly (readonly [RegExp, StorageErrorCode])[] = [
  [/SQLITE_FULL|ENOSPC|EDQUOT|database or disk is full/, 'DISK_FULL'],
  [/SQLITE_READONLY|EROFS|EACCES|EPERM|readonly database/, 'STORAGE_READ_ONLY'],
  [/SQLITE_CORRUPT|SQLITE_NOTADB|malformed|not a database/, 'DATABASE_DAMAGED'],
  [/ENODEV|ENXIO|SQLITE_CANTOPEN|unable to open database/, 'STORAGE_GONE'],
  [/SQLITE_IOERR|EIO\b|disk I\/O error/, 'STORAGE_IO'],
]

/** The folder, the disk or the stick of the library is not there any more. */
export function storageGone(cause?: unknown): StorageError {
  return new StorageError({ code: 'STORAGE_GONE', ...texts.STORAGE_GONE, cause })
}

/** The place of the library cannot be written, though the library is there. */
export function storageReadOnly(cause: unknown): StorageError {
  return new StorageError({ code: 'STORAGE_READ_ONLY', ...texts.STORAGE_READ_ONLY, cause })
}

/** library.db does not hold together. `why` is SQLite's own finding. */
export function databaseDamaged(why: string): StorageError {
  return new StorageError({ code: 'DATABASE_DAMAGED', ...texts.DATABASE_DAMAGED, why })
}

/** Recognises what SQLite and the file system throw when storage fails; undefined for everything else. */
export function asStorageError(error: unknown): StorageError | undefined {
  if (error instanceof StorageError) return error
  if (!(error instanceof Error)) return undefined
  const signs = `${(error as { code?: unknown }).code ?? ''} ${error.message}`
  const found = patterns.find(([pattern]) => pattern.test(signs))
  return found && new StorageError({ code: found[1], ...texts[found[1]], cause: error })
}
