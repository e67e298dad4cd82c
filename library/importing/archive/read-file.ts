import { constants } from 'node:fs'
import { open, realpath } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { refuse, UnreadableFileError } from '../readers/unreadable-file-error.ts'
import type { SizeLimits } from './file-kinds.ts'
import { type FoundFile, refusal } from './found-file.ts'
import type { RawPath } from './raw-name.ts'
import { safeParts } from './safe-path.ts'

/** A file on the disk, as the walk met it. */
export interface FileOnDisk {
  /** The real path of what was given to import; siblings stay below it. */
  readonly root: string
  readonly path: RawPath
  readonly source: string
  readonly size: number
  readonly modifiedAt: Date
  /** The largest size this file may have, in bytes. */
  readonly limit: number
  readonly limits: SizeLimits
}

/** The file as a document to read, or a refusal when its size already rules it out. */
export function documentOnDisk(file: FileOnDisk): FoundFile {
  if (file.size === 0) return refusal(file.source, 'FILE_EMPTY')
  if (file.size > file.limit) return refusal(file.source, 'FILE_TOO_LARGE', tooLarge(file.size, file.limit))
  return {
    type: 'document',
    source: file.source,
    name: file.source.split('/').at(-1) ?? file.source,
    size: file.size,
    modifiedAt: file.modifiedAt,
    read: () => readWhole(file.path, file.limit),
    readSibling: (path) => readBelow(file.root, dirname(String(file.path)), path, file.limits.attachment),
  }
}

/** Sentences for a file of `size` bytes where at most `limit` are taken. */
export function tooLarge(size: number, limit: number): { why: string } {
  return { why: `文件有 ${megabytes(size)} MB，最多能导入 ${megabytes(limit)} MB。` }
}

/** The first bytes of a file, for looking at its front matter. */
export async function readHead(path: RawPath, bytes: number): Promise<Uint8Array> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function readWhole(path: RawPath, limit: number): Promise<Uint8Array> {
  try {
    // The file may have been exchanged since it was found: no link is followed, and size and kind are asked again.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
    try {
      const facts = await handle.stat()
      if (!facts.isFile()) throw refuse('FILE_UNREADABLE', { why: '这不是普通文件。' })
      if (facts.size > limit) throw refuse('FILE_TOO_LARGE', tooLarge(facts.size, limit))
      return await handle.readFile()
    } finally {
      await handle.close()
    }
  } catch (cause) {
    if (cause instanceof UnreadableFileError) throw cause
    throw refuse(
      codeOf(cause) === 'ENOENT' ? 'FILE_MISSING' : codeOf(cause) === 'ELOOP' ? 'LINK_REFUSED' : 'FILE_UNREADABLE',
      { cause },
    )
  }
}

async function readBelow(root: string, folder: string, path: string, limit: number): Promise<Uint8Array> {
  const parts = safeParts(path)
  if (!parts)
    throw refuse('ARCHIVE_UNSAFE_PATH', {
      what: `附件“${basename(path)}”的路径不安全，没有导入。`,
      todo: '请把附件放在文件旁边，改正登记信息后再导入。',
    })
  const real = await realpath(join(folder, ...parts)).catch((cause: unknown) => {
    throw refuse('FILE_MISSING', { what: `找不到附件“${path}”。`, cause })
  })
  if (!isBelow(root, real)) throw refuse('LINK_REFUSED', { what: `附件“${path}”指到了导入范围以外，没有导入。` })
  return readWhole(real, limit)
}

/** True when `path` lies below `root`; both real paths. */
export function isBelow(root: string, path: string): boolean {
  const way = relative(root, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !way.startsWith('/') && !/^[A-Za-z]:/.test(way)
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

function megabytes(bytes: number): string {
  const value = bytes / (1024 * 1024)
  return value >= 10 ? value.toFixed(0) : value.toFixed(1)
}
