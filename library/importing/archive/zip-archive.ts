import { crc32 } from 'node:zlib'
import { type Entry, open, type ZipFile } from 'yauzl'
import { refuse, UnreadableFileError } from '../readers/unreadable-file-error.ts'

/**
 * The directory of an archive.
 * @throws {UnreadableFileError} ARCHIVE_BOMB when it lists more than `most` entries
 */
export async function readEntries(file: string, most: number): Promise<Entry[]> {
  const zip = await openZip(file)
  try {
    if (zip.entryCount > most) throw refuse('ARCHIVE_BOMB', { why: `压缩包里的文件超过 ${most} 个。` })
    return await new Promise((resolve, reject) => {
      const entries: Entry[] = []
      zip.on('entry', (entry: Entry) => {
        entries.push(entry)
        zip.readEntry()
      })
      zip.on('end', () => resolve(entries))
      zip.on('error', reject)
      zip.readEntry()
    })
  } finally {
    zip.close()
  }
}

/**
 * Unpacks one entry into memory, never more than `limit` bytes whatever the directory says.
 * The archive is opened for each entry, which costs one small read, so that nothing stays open in between.
 * @param part `head` for the first `limit` bytes of a longer entry
 */
export async function readEntry(
  file: string,
  entry: Entry,
  limit: number,
  part: 'whole' | 'head' = 'whole',
): Promise<Uint8Array> {
  try {
    const zip = await openZip(file)
    try {
      const stream = await zip.openReadStreamPromise(entry)
      const chunks: Buffer[] = []
      let size = 0
      for await (const chunk of stream) {
        if (!Buffer.isBuffer(chunk)) continue
        chunks.push(chunk)
        size += chunk.length
        if (size > limit && part === 'whole') throw refuse('ARCHIVE_BOMB')
        if (size >= limit && part === 'head') break
      }
      const bytes = Buffer.concat(chunks)
      // Stored entries carry no check but this one, and yauzl leaves it to its caller.
      if (part === 'whole' && crc32(bytes) !== entry.crc32) throw damagedEntry()
      return bytes
    } finally {
      zip.close()
    }
  } catch (error) {
    throw archiveError(error)
  }
}

/**
 * Unpacks one entry piece by piece, never more bytes than the directory says.
 * @throws {UnreadableFileError}
 */
export async function* streamEntry(file: string, entry: Entry): AsyncGenerator<Buffer> {
  const zip = await openZip(file).catch((error: unknown) => {
    throw archiveError(error)
  })
  try {
    const stream = await zip.openReadStreamPromise(entry)
    for await (const piece of stream) if (Buffer.isBuffer(piece)) yield piece
  } catch (error) {
    throw archiveError(error)
  } finally {
    zip.close()
  }
}

/** The refusal for an error met in an archive. */
export function archiveError(error: unknown): UnreadableFileError {
  if (error instanceof UnreadableFileError) return error
  const message = error instanceof Error ? error.message : ''
  if (/end of central directory|unexpected end|unexpected EOF|invalid central directory|offset/i.test(message)) {
    return refuse('FILE_TRUNCATED', { what: '压缩包不完整或已损坏。', cause: error })
  }
  if (
    /too many bytes|not enough bytes|crc|invalid (?:stored|distance|block|code|bit)|incorrect|inflate|zlib/i.test(
      message,
    )
  ) {
    return damagedEntry(error)
  }
  if (/unsupported compression|strong encryption|multi-disk/i.test(message)) {
    return refuse('FILE_UNSUPPORTED', {
      why: '压缩包用了特殊的压缩或加密方法。',
      todo: '请先解压再导入。',
      cause: error,
    })
  }
  return refuse('FILE_UNREADABLE', { what: '压缩包读不出来。', cause: error })
}

function damagedEntry(cause?: unknown): UnreadableFileError {
  return refuse('FILE_DAMAGED', { what: '压缩包里这个文件已损坏。', todo: '请换一份压缩包再导入。', cause })
}

function openZip(file: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(file, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    )
  })
}
