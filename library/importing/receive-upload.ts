import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import { AppError } from '../errors/app-error.ts'
import { makeBelow } from '../store/blob-store.ts'
import { safeParts } from './archive/safe-path.ts'

export class UploadRefusedError extends AppError<'UPLOAD_EMPTY' | 'UPLOAD_BROKEN' | 'UPLOAD_UNSAFE_NAME'> {}

/** One file; larger ones are refused by the readers anyway. Bytes. */
const LARGEST_FILE = 2 * 1024 ** 3
const MOST_FILES = 50_000

/**
 * Writes the files of a `multipart/form-data` request below a new folder, each where its part's name
 * says, without holding them in memory. Nothing is left when the request breaks off.
 * @throws {StorageError} when the library's disk is full or gone
 * @throws {UploadRefusedError} when it holds no file, breaks off, or a name leads elsewhere
 */
export async function receiveUpload(
  request: Request,
  incoming: string,
): Promise<{ folder: string; files: number; fields: ReadonlyMap<string, string> }> {
  const folder = path.join(incoming, randomUUID())
  await makeBelow(incoming)
  await makeBelow(folder)
  try {
    const fields = new Map<string, string>()
    const files = await writeParts(request, folder, fields)
    if (files > 0) return { folder, files, fields }
    throw new UploadRefusedError({
      code: 'UPLOAD_EMPTY',
      what: '没有导入：没有收到文件。',
      todo: '请重新选择或拖入文件。',
    })
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

async function writeParts(request: Request, folder: string, fields: Map<string, string>): Promise<number> {
  const contentType = request.headers.get('content-type') ?? ''
  if (!contentType.startsWith('multipart/form-data') || !request.body) return 0
  const parts = new Busboy({
    headers: { 'content-type': contentType },
    preservePath: true,
    limits: { fileSize: LARGEST_FILE, files: MOST_FILES, fieldNameSize: 4096, fields: 100, fieldSize: 64 * 1024 },
  })
  parts.on('field', (name: string, value: string) => void fields.set(name, value))
  const writing: Promise<void>[] = []
  const broken = new AbortController()
  let files = 0
  parts.on('file', (field, stream, filename) => {
    // A form that sends one file as `file` says its name beside it.
    const name = field === 'file' && filename ? filename : field
    const place = safeParts(name)
    if (!place) {
      stream.resume()
      parts.destroy(
        new UploadRefusedError({
          code: 'UPLOAD_UNSAFE_NAME',
          what: '没有导入：有的文件名指向别处。',
          why: name.slice(0, 200),
        }),
      )
      return
    }
    files += 1
    const file = path.join(folder, ...place)
    const written = mkdir(path.dirname(file), { recursive: true }).then(() =>
      pipeline(stream, createWriteStream(file, { mode: 0o600 }), { signal: broken.signal }),
    )
    // Awaited below, when all parts have come in; until then a failure must not count as unhandled.
    written.catch((error: Error) => parts.destroy(error))
    writing.push(written)
  })
  try {
    await pipeline(Readable.fromWeb(request.body as import('node:stream/web').ReadableStream), parts)
  } catch (cause) {
    // Busboy leaves a part that broke off open, and its writing would wait for ever.
    broken.abort()
    await Promise.allSettled(writing)
    if (cause instanceof AppError || (cause as NodeJS.ErrnoException).code === 'ENOSPC') throw cause
    throw new UploadRefusedError({
      code: 'UPLOAD_BROKEN',
      what: '没有导入：文件没有传完。',
      todo: '请再试一次。',
      cause,
    })
  }
  await Promise.all(writing)
  return files
}
