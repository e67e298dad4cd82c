import { lstat } from 'node:fs/promises'
import type { Entry } from 'yauzl'
import { extensionOf } from '../readers/extension-of.ts'
import { refuse } from '../readers/unreadable-file-error.ts'
import { claimedAttachments, frontMatterBytes } from './claimed-attachments.ts'
import { fileKind, isPassedOver, type SizeLimits } from './file-kinds.ts'
import { type FoundFile, refusal } from './found-file.ts'
import { documentOnDisk, tooLarge } from './read-file.ts'
import { safeParts } from './safe-path.ts'
import { templateCompanions } from './template-companions.ts'
import { archiveError, readEntries, readEntry } from './zip-archive.ts'
import { decodeEntryName, detectNameEncoding, isMarkedUtf8 } from './zip-entry-name.ts'

const mostEntries = 100_000
/** Chinese text packs 3 to 20 times; beyond this and a few megabytes nobody wrote it. */
const highestRatio = 200
const ratioMatters = 8 * 1024 * 1024

interface Named {
  readonly entry: Entry
  readonly path: string
}

/**
 * Finds the documents in a .zip archive without unpacking it to the disk.
 * @param prefix what stands before its entries' names in `source`: empty for an archive given itself
 */
export async function* walkZip(file: string, prefix: string, limits: SizeLimits): AsyncGenerator<FoundFile> {
  const own = prefix.replace(/\/$/, '') || (file.split(/[/\\]/).at(-1) ?? file)
  let named: Named[]
  let size: number
  try {
    const facts = await lstat(file)
    size = facts.size
    if (size === 0) throw refuse('FILE_EMPTY')
    named = nameEntries(await readEntries(file, mostEntries))
    // Word documents are zips too; one renamed is still one document.
    if (named.some(({ path }) => path === 'word/document.xml')) {
      yield documentOnDisk({
        root: file,
        path: file,
        source: own,
        size,
        modifiedAt: facts.mtime,
        limit: limits.document,
        limits,
      })
      return
    }
  } catch (error) {
    const known = archiveError(error)
    yield { type: 'refusal', source: own, code: known.code, reason: known.message }
    return
  }
  // Entries that share bytes are how small archives unpack to thousands of times their size.
  const packed = named.reduce((sum, { entry }) => sum + entry.compressedSize, 0)
  const unpacked = named.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0)
  if (packed > size || unpacked > limits.archive || (unpacked > packed * highestRatio && unpacked > ratioMatters * 8)) {
    yield refusal(own, 'ARCHIVE_BOMB')
    return
  }
  const claimed = await findClaimed(file, named)
  const byPath = new Map(named.map((one) => [one.path, one.entry]))
  for (const one of named) {
    if (!claimed.has(one.path)) yield* judgeEntry(file, prefix, one, byPath, limits)
  }
}

function* judgeEntry(
  file: string,
  prefix: string,
  { entry, path }: Named,
  byPath: ReadonlyMap<string, Entry>,
  limits: SizeLimits,
): Generator<FoundFile> {
  if (path.endsWith('/')) return
  const parts = safeParts(path)
  const source = `${prefix}${path}`
  if (!parts || path !== parts.join('/')) {
    yield refusal(source.replaceAll('\0', ''), 'ARCHIVE_UNSAFE_PATH')
    return
  }
  if (parts.some(isPassedOver)) return
  const kind = fileKind(path)
  if (isLink(entry)) yield refusal(source, 'LINK_REFUSED')
  else if (kind.type === 'zip') yield refusal(source, 'ARCHIVE_NESTED')
  else if (kind.type === 'unsupported') yield refusal(source, 'FILE_UNSUPPORTED', kind.detail)
  else if (isEncrypted(entry))
    yield refusal(source, 'FILE_ENCRYPTED', {
      what: '压缩包加了密，打不开。',
      todo: '请先用密码解压，再导入解压后的文件。',
    })
  else if (isBomb(entry)) yield refusal(source, 'ARCHIVE_BOMB')
  else if (entry.uncompressedSize > limits[kind.type])
    yield refusal(source, 'FILE_TOO_LARGE', tooLarge(entry.uncompressedSize, limits[kind.type]))
  else if (entry.uncompressedSize === 0) yield refusal(source, 'FILE_EMPTY')
  else {
    yield {
      type: 'document',
      source,
      name: parts.at(-1) ?? path,
      size: entry.uncompressedSize,
      modifiedAt: lastModified(entry),
      read: () => readEntry(file, entry, limits[kind.type]),
      readSibling: (sibling) => readSibling(file, parts.slice(0, -1), sibling, byPath, limits.attachment),
    }
  }
}

async function readSibling(
  file: string,
  folder: readonly string[],
  path: string,
  byPath: ReadonlyMap<string, Entry>,
  limit: number,
): Promise<Uint8Array> {
  const parts = safeParts(path)
  if (!parts) throw refuse('ARCHIVE_UNSAFE_PATH', { what: `附件“${path}”的路径不安全，没有导入。` })
  const entry = byPath.get([...folder, ...parts].join('/'))
  if (!entry) throw refuse('FILE_MISSING', { what: `压缩包里找不到附件“${path}”。` })
  if (isLink(entry)) throw refuse('LINK_REFUSED')
  if (isEncrypted(entry)) throw refuse('FILE_ENCRYPTED')
  if (isBomb(entry)) throw refuse('ARCHIVE_BOMB')
  return readEntry(file, entry, limit)
}

/** Entries with their names, sorted; the later of two with one name wins, as in every unpacking tool. */
function nameEntries(entries: readonly Entry[]): Named[] {
  const raw = entries.map((entry) => ({ entry, bytes: entry.fileNameRaw ?? Buffer.from(entry.fileName) }))
  const encoding = detectNameEncoding(
    raw.flatMap(({ entry, bytes }) => (isMarkedUtf8(entry.generalPurposeBitFlag) ? [] : [bytes])),
  )
  const named = raw.map(({ entry, bytes }) => ({
    entry,
    path: decodeEntryName(bytes, entry.generalPurposeBitFlag, entry.extraFields, encoding)
      .normalize('NFC')
      .replaceAll('\\', '/'),
  }))
  return [...new Map(named.map((one) => [one.path, one])).values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function findClaimed(file: string, named: readonly Named[]): Promise<Set<string>> {
  const isMarkdown = ({ path }: Named) => /^(?:md|markdown)$/.test(extensionOf(path))
  if (named.every((one) => isMarkdown(one) || one.path.endsWith('/'))) return new Set()
  const claimed = new Set(templateCompanions(named.map(({ path }) => path)))
  for (const one of named.filter(isMarkdown)) {
    if (isEncrypted(one.entry) || isBomb(one.entry)) continue
    const head = await readEntry(file, one.entry, frontMatterBytes, 'head').catch(() => new Uint8Array())
    for (const source of claimedAttachments(one.path, head)) claimed.add(source)
  }
  return claimed
}

/** An archive may carry days that no calendar has. */
function lastModified(entry: Entry): Date {
  const date = entry.getLastModDate()
  return Number.isFinite(date.getTime()) ? date : new Date(0)
}

/** The file type in the upper half of the attributes that Unix tools write. */
function isLink(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000
}

function isEncrypted(entry: Entry): boolean {
  return (entry.generalPurposeBitFlag & 0x1) !== 0
}

function isBomb(entry: Entry): boolean {
  return entry.uncompressedSize > ratioMatters && entry.uncompressedSize > entry.compressedSize * highestRatio
}
