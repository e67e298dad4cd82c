import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import { AppError } from '../../errors/app-error.ts'
import type { BlobStore } from '../../store/blob-store.ts'
import { asStorageError } from '../../store/storage-error.ts'
import type { StoryMedia } from '../story.schema.ts'
import { MediaRefusedError, noMedia, refuseMedia, uploadBroken } from './media-refusal.ts'
import { PictureError } from './picture-error.ts'
import { type MediaFacts, readMediaFacts } from './read-media-facts.ts'
import { type MediaRefusal, SNIFFED_BYTES, type SniffedMedia, sniffMedia } from './sniff-media.ts'

/** Bytes of one file, by what it is. */
const LARGEST = { image: 200 * 1024 ** 2, video: 4 * 1024 ** 3, audio: 4 * 1024 ** 3 }
const MOST_FILES = 200

/** A file that came in, and is a blob by now. */
export type ReceivedMedia = Pick<StoryMedia, 'sha256' | 'name' | 'mediaType' | 'size' | 'width' | 'height' | 'takenOn'>

/** A file that was not taken, and why. */
export interface RefusedMedia {
  readonly name: string
  readonly code: MediaRefusal
  readonly reason: string
}

/**
 * Takes the files of a `multipart/form-data` request into the blob store as they come, hashed on the way and never
 * held whole. What is no picture, film or sound by its content is left out; nothing of it stays.
 * @throws {MediaError} MEDIA_NONE, or MEDIA_UPLOAD_BROKEN when it breaks off; what came before is forgotten
 * @throws {StorageError} when the disk is full or gone
 */
export async function receiveMedia(
  request: Request,
  blobs: Pick<BlobStore, 'take'>,
): Promise<{ received: ReceivedMedia[]; refused: RefusedMedia[] }> {
  const contentType = request.headers.get('content-type') ?? ''
  if (!contentType.startsWith('multipart/form-data') || !request.body) throw noMedia()
  const parts = new Busboy({
    headers: { 'content-type': contentType },
    limits: { fileSize: LARGEST.video + 1, files: MOST_FILES, fieldNameSize: 4096 },
  })
  const open = new Set<Readable>()
  const taking: Promise<ReceivedMedia | RefusedMedia>[] = []
  parts.on('file', (_field, stream, filename) => {
    open.add(stream)
    const taken = takeFile(stream, cleanName(filename), blobs).finally(() => open.delete(stream))
    // A full disk ends the whole upload; until it is awaited below it must not count as unhandled.
    taken.catch((error: Error) => parts.destroy(error))
    taking.push(taken)
  })
  try {
    await pipeline(Readable.fromWeb(request.body as import('node:stream/web').ReadableStream), parts)
  } catch (cause) {
    // Busboy leaves a part that broke off open, and its writing would wait for ever.
    for (const stream of open) stream.destroy(new Error('the upload broke off'))
    await Promise.allSettled(taking)
    throw cause instanceof AppError ? cause : (asStorageError(cause) ?? uploadBroken(cause))
  }
  const done = await Promise.all(taking)
  if (done.length === 0) throw noMedia()
  return {
    received: done.filter((one): one is ReceivedMedia => 'sha256' in one),
    refused: done.filter((one): one is RefusedMedia => 'code' in one),
  }
}

async function takeFile(
  stream: Readable,
  name: string,
  blobs: Pick<BlobStore, 'take'>,
): Promise<ReceivedMedia | RefusedMedia> {
  const pieces = stream.iterator({ destroyOnReturn: false })
  try {
    const { first, rest } = await peek(pieces)
    const kind = sniffMedia(first)
    if (kind.type === 'refused') throw refuseMedia(kind.code)
    let facts: MediaFacts | undefined
    const { sha256, size } = await blobs.take(limited(rest, LARGEST[kind.type]), async (file) => {
      facts = await readMediaFacts(file, kind.mediaType)
    })
    return {
      sha256,
      size,
      name: name || `${names[kind.type]}.${kind.extension}`,
      mediaType: kind.mediaType,
      ...definedFacts(facts),
    }
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    // What follows of it is let go, so that the files after it come.
    while (!(await pieces.next()).done);
    return { name, code: refusal.code, reason: refusal.what }
  }
}

const names: Readonly<Record<Exclude<SniffedMedia['type'], 'refused'>, string>> = {
  image: '图片',
  video: '影片',
  audio: '录音',
}

function definedFacts({ width, height, takenOn }: Partial<MediaFacts> = {}) {
  return { ...(width && height && { width, height }), ...(takenOn !== undefined && { takenOn }) }
}

function refusalOf(error: unknown): MediaRefusedError | undefined {
  if (error instanceof MediaRefusedError) return error
  if (!(error instanceof PictureError)) return undefined
  return refuseMedia(error.code === 'PICTURE_TOO_LARGE' ? 'MEDIA_TOO_LARGE' : 'MEDIA_BROKEN', error)
}

/** The first bytes of a stream, and all of it. */
async function peek(pieces: AsyncIterator<Buffer>): Promise<{ first: Buffer; rest: AsyncIterable<Buffer> }> {
  const read: Buffer[] = []
  let length = 0
  while (length < SNIFFED_BYTES) {
    const piece = await pieces.next()
    if (piece.done) break
    read.push(piece.value)
    length += piece.value.length
  }
  async function* rest() {
    yield* read.splice(0)
    // Not `for await`, which would end the stream for whoever lets the rest of it go.
    for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) yield piece.value
  }
  return { first: Buffer.concat(read).subarray(0, SNIFFED_BYTES), rest: rest() }
}

async function* limited(bytes: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  let size = 0
  for await (const piece of bytes) {
    size += piece.length
    if (size > most) throw refuseMedia('MEDIA_TOO_LARGE')
    yield piece
  }
}

/** A file's own name, without folders and what moves a cursor or turns a line. */
const cleanName = (name: string) =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
    .trim()
    .slice(0, 200)
