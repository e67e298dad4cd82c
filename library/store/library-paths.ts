import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, realpathSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import envPaths from 'env-paths'
import { AppError } from '../errors/app-error.ts'

/** Where everything of one library lies. */
export interface LibraryPaths {
  readonly root: string
  /** The truth. */
  readonly database: string
  /** Derived: delete it and it is rebuilt. */
  readonly searchDatabase: string
  /** Derived: vectors that an office's own model made of passages. */
  readonly neuralDatabase: string
  /** Held, by SQLite's own file lock, by the one process that writes. */
  readonly lock: string
  /** Blobs, `ab/abcdef…`. */
  readonly objects: string
  /** Trusted metadata of channels, a folder each. */
  readonly channels: string
  readonly backups: string
  readonly logs: string
  /** Uploaded files waiting to be imported. */
  readonly incoming: string
  /** Damaged databases kept aside. */
  readonly damaged: string
}

/** The person's library: `XINHUO_HOME`, or the OS's application-data folder. */
export function defaultLibraryRoot(): string {
  return process.env.XINHUO_HOME || envPaths('Xinhuo', { suffix: '' }).data
}

export function libraryPaths(root: string): LibraryPaths {
  const absolute = path.resolve(root)
  const at = (...parts: string[]) => path.join(absolute, ...parts)
  return {
    root: absolute,
    database: at('library.db'),
    searchDatabase: at('search.db'),
    neuralDatabase: at('neural.db'),
    lock: at('library.lock'),
    objects: at('objects'),
    channels: at('channels'),
    backups: at('backups'),
    logs: at('logs'),
    incoming: at('incoming'),
    damaged: at('damaged'),
  }
}

export class PipeUnsafeError extends AppError<'PIPE_UNSAFE'> {}

/**
 * The owner-only pipe of the process that serves this library: a named pipe on Windows, elsewhere a
 * socket in a 0700 folder of the runtime or temporary directory, since a socket's path may hold 107 bytes only.
 * @throws {PipeUnsafeError} when that folder belongs to somebody else
 */
export function pipePath(root: string): string {
  const key = createHash('sha256').update(realpathSync(root)).digest('hex').slice(0, 24)
  if (process.platform === 'win32') return `\\\\.\\pipe\\xinhuo-${os.userInfo().username}-${key}`
  const uid = process.getuid?.() ?? 0
  const directory = path.join(process.env.XDG_RUNTIME_DIR || os.tmpdir(), `xinhuo-${uid}`)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const status = lstatSync(directory)
  if (!status.isDirectory() || status.uid !== uid || (status.mode & 0o077) !== 0) {
    throw new PipeUnsafeError({
      code: 'PIPE_UNSAFE',
      what: '薪火没有启动：用来通信的文件夹不安全。',
      why: `${directory} 不是本人专用的文件夹，别的用户可能读到资料。`,
      todo: '资料没有改动。请删除这个文件夹后重新启动。',
    })
  }
  return path.join(directory, `${key}.sock`)
}
