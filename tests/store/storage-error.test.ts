import { describe, expect, it } from 'vitest'
import { asStorageError, StorageError } from '../../library/store/storage-error.ts'

const thrown = (code: string, message: string) => Object.assign(new Error(message), { code })

describe('what storage says when it fails', () => {
  it.each([
    ['SQLITE_FULL', 'database or disk is full', 'DISK_FULL'],
    ['ENOSPC', 'ENOSPC: no space left on device, write', 'DISK_FULL'],
    ['EDQUOT', 'EDQUOT: disk quota exceeded', 'DISK_FULL'],
    ['ERR_SQLITE_ERROR', 'database or disk is full', 'DISK_FULL'],
    ['SQLITE_READONLY', 'attempt to write a readonly database', 'STORAGE_READ_ONLY'],
    ['EROFS', 'EROFS: read-only file system, mkdir', 'STORAGE_READ_ONLY'],
    ['EACCES', 'EACCES: permission denied, open', 'STORAGE_READ_ONLY'],
    ['SQLITE_CORRUPT', 'database disk image is malformed', 'DATABASE_DAMAGED'],
    ['SQLITE_CORRUPT_VTAB', 'database disk image is malformed', 'DATABASE_DAMAGED'],
    ['SQLITE_NOTADB', 'file is not a database', 'DATABASE_DAMAGED'],
    ['SQLITE_CANTOPEN', 'unable to open database file', 'STORAGE_GONE'],
    ['ENODEV', 'ENODEV: no such device', 'STORAGE_GONE'],
    ['SQLITE_IOERR_WRITE', 'disk I/O error', 'STORAGE_IO'],
    ['EIO', 'EIO: i/o error, fsync', 'STORAGE_IO'],
  ])('%s “%s” becomes %s in plain Chinese', (code, message, expected) => {
    const cause = thrown(code, message)
    const error = asStorageError(cause)
    expect(error).toMatchObject({ code: expected, cause })
    expect(error?.message).toMatch(/^[^a-zA-Z]*[。！]/)
    expect(error?.todo).toBeTruthy()
  })

  it('leaves alone what has nothing to do with storage', () => {
    expect(asStorageError(new TypeError('x is not a function'))).toBeUndefined()
    expect(asStorageError(thrown('ENOENT', 'no such file'))).toBeUndefined()
    expect(asStorageError('disk full')).toBeUndefined()
    const known = new StorageError({ code: 'DISK_FULL', what: '磁盘满了。' })
    expect(asStorageError(known)).toBe(known)
  })
})
