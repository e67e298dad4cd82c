import { createHash } from 'node:crypto'
import path from 'node:path'
import type { Kysely } from 'kysely'
import type { ItemKind } from '../items/item-kind.ts'
import type { HeldBlob, RecordedOutcome } from '../items/record-revision.ts'
import type { Attachment } from '../items/revision.schema.ts'
import type { ImportResult, JobProgress } from '../jobs/job-view.ts'
import type { BlobStore } from '../store/blob-store.ts'
import type { LibraryTables } from '../store/schema.ts'
import type { FoundDocument, FoundFile } from './archive/found-file.ts'
import { walk } from './archive/walk.ts'
import { contentOf, type DocumentToRecord, READER_VERSION } from './document-to-record.ts'
import { findImportSource } from './import-sources.repository.ts'
import type { ParsedDocument } from './readers/parsed-document.ts'
import type { ReaderPool } from './readers/reader-pool.ts'
import { UnreadableFileError } from './readers/unreadable-file-error.ts'
import { mayBeTemplate, type TemplateFile, templateFiles } from './template-files.ts'

export interface ImportRequest {
  readonly paths: readonly string[]
  /** The kind of files that do not say it themselves. */
  readonly kind: ItemKind
  readonly activity: 'import' | 'install'
  /** True when `paths` are copies of uploaded files, whose place says nothing about where they came from. */
  readonly uploaded: boolean
}

/** What importing needs of its surroundings. */
export interface ImportMeans {
  readonly db: Kysely<LibraryTables>
  readonly blobs: BlobStore
  readonly openReaders: () => ReaderPool
  /** Records a batch durably and brings the index up to it. */
  readonly record: (documents: readonly DocumentToRecord[]) => Promise<RecordedOutcome[]>
}

/** A batch goes to the disk when it holds this many documents or characters, or this long after the last. */
const BATCH_DOCUMENTS = 48
const BATCH_CHARACTERS = 1_500_000
const BATCH_MILLISECONDS = 1_000
/** Files read ahead of the one whose turn it is; bounds memory. */
const READ_AHEAD = 12
/** Bytes of files being read at once, so that a folder of large scans does not fill the memory. */
const READ_AHEAD_BYTES = 16 * 1024 * 1024

type Prepared =
  | { readonly type: 'document'; readonly document: DocumentToRecord; readonly warnings: ParsedDocument['warnings'] }
  | { readonly type: 'unchanged' }
  | { readonly type: 'skipped'; readonly code: string; readonly reason: string }

/**
 * Imports files, folders and archives. Each batch is on the disk before its files are counted, so that
 * what is reported is kept whatever happens next, and running again goes on where this ended.
 * A file that cannot be read is skipped with its reason and never stops the rest.
 * @throws {StorageError} when the library itself can no longer be written
 */
export async function importFiles(
  request: ImportRequest,
  means: ImportMeans,
  context: { readonly signal: AbortSignal; report(progress: JobProgress): void },
): Promise<ImportResult> {
  const started = performance.now()
  const tally = createTally()
  const readers = means.openReaders()
  const closeReaders = () => void readers.close()
  context.signal.addEventListener('abort', closeReaders)
  try {
    const found = await findAll(request.paths, context)
    const batch = createBatch(means.record, tally)
    const ahead: Promise<Prepared>[] = []
    let aheadBytes = 0
    let next = 0
    for (let index = 0; index < found.length && !context.signal.aborted; index++) {
      while (
        next < found.length &&
        ahead.length < READ_AHEAD &&
        (ahead.length === 0 || aheadBytes < READ_AHEAD_BYTES)
      ) {
        const { file, root } = found[next++] as Found
        aheadBytes += sizeOf(file)
        const prepared = prepare(file, root, request, means, readers)
        // Awaited in its turn; until then a failure must not count as unhandled.
        prepared.catch(() => {})
        ahead.push(prepared)
      }
      const { file } = found[index] as Found
      const prepared = await ahead.shift()
      aheadBytes -= sizeOf(file)
      if (context.signal.aborted || !prepared) break
      if (prepared.type === 'document') await batch.add(file.source, prepared)
      else tally.count(file.source, prepared)
      context.report({ label: file.source, done: index + 1, total: found.length })
    }
    await batch.flush()
  } finally {
    context.signal.removeEventListener('abort', closeReaders)
    await readers.close()
  }
  return tally.result(started)
}

interface Found {
  readonly file: FoundFile
  /** What was given to import. */
  readonly root: string
}

async function findAll(
  paths: readonly string[],
  context: { readonly signal: AbortSignal; report(progress: JobProgress): void },
): Promise<Found[]> {
  const found: Found[] = []
  for (const given of paths) {
    const root = path.resolve(given)
    for await (const file of walk([root])) {
      if (context.signal.aborted) return found
      found.push({ file, root })
      if (found.length % 500 === 0) context.report({ label: file.source, done: 0, total: found.length })
    }
  }
  return found
}

const sizeOf = (file: FoundFile) => (file.type === 'document' ? file.size : 0)

async function prepare(
  file: FoundFile,
  root: string,
  request: ImportRequest,
  means: ImportMeans,
  readers: ReaderPool,
): Promise<Prepared> {
  if (file.type === 'refusal') return { type: 'skipped', code: file.code, reason: file.reason }
  try {
    const read = await parse(file, root, request, means, readers)
    if (read === 'unchanged') return { type: 'unchanged' }
    const { parsed, location, sha256 } = read
    const own = await templateFiles(file, parsed, request.kind)
    const { attachments, blobs, body } = await storeBlobs(parsed, file, own, means.blobs)
    const document: DocumentToRecord = {
      location,
      source: file.source,
      sourceSha256: sha256,
      content: contentOf({ ...parsed, body }, request.kind, attachments),
      blobs,
      activity: request.activity,
      starter: request.activity === 'install',
      recordedAt: parsed.recordedAt,
    }
    return { type: 'document', document, warnings: parsed.warnings }
  } catch (error) {
    if (error instanceof UnreadableFileError) return { type: 'skipped', code: error.code, reason: error.message }
    throw error
  }
}

/** Reads a file whose bytes are not those of last time; they are let go as soon as a reader has them. */
async function parse(
  file: FoundDocument,
  root: string,
  request: ImportRequest,
  means: ImportMeans,
  readers: ReaderPool,
): Promise<{ parsed: ParsedDocument; location: string; sha256: string } | 'unchanged'> {
  let bytes: Uint8Array | undefined = await file.read()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const location = locationOf(file, root, sha256, request)
  if (!mayBeTemplate(file, request.kind) && (await isUnchanged(means.db, location, sha256, bytes))) return 'unchanged'
  const reading = readers.read({ name: file.source, bytes, modifiedAt: file.modifiedAt })
  bytes = undefined
  return { parsed: await reading, location, sha256 }
}

function locationOf(file: FoundDocument, root: string, sha256: string, request: ImportRequest): string {
  const place = request.uploaded ? `upload:${sha256}` : root
  return `${request.kind}\n${place}\n${file.source}`
}

/** Front matter may name attachments whose own change the file's bytes do not show: such a file is always read, as a template is. */
async function isUnchanged(
  db: Kysely<LibraryTables>,
  location: string,
  sha256: string,
  bytes: Uint8Array,
): Promise<boolean> {
  const hasFrontMatter = bytes[0] === 0x2d && bytes[1] === 0x2d && bytes[2] === 0x2d
  if (hasFrontMatter) return false
  const known = await findImportSource(db, location)
  return known !== undefined && known.sha256 === sha256 && known.reader === READER_VERSION && !known.putAway
}

async function storeBlobs(
  parsed: ParsedDocument,
  file: FoundDocument,
  own: readonly TemplateFile[],
  store: BlobStore,
): Promise<{ attachments: Attachment[]; blobs: HeldBlob[]; body: string }> {
  const blobs = new Map<string, HeldBlob>()
  const attachments: Attachment[] = []
  for (const { data, mediaType } of parsed.blobs) {
    const sha256 = await store.put(data)
    blobs.set(sha256, { sha256, size: data.byteLength, mediaType })
  }
  for (const { name, mediaType, path: beside } of parsed.attachments) {
    const data = await file.readSibling(beside)
    const sha256 = await store.put(data)
    attachments.push({ name, mediaType, sha256, size: data.byteLength })
    blobs.set(sha256, { sha256, size: data.byteLength, mediaType })
  }
  for (const { name, mediaType, data } of own) {
    const sha256 = await store.put(data)
    attachments.push({ name, mediaType, sha256, size: data.byteLength })
    blobs.set(sha256, { sha256, size: data.byteLength, mediaType })
  }
  let { body } = parsed
  for (const { mediaType, path: beside } of parsed.pictures ?? []) {
    const data = await file.readSibling(beside)
    const sha256 = await store.put(data)
    body = body.replaceAll(`](${beside})`, `](sha256:${sha256})`)
    blobs.set(sha256, { sha256, size: data.byteLength, mediaType })
  }
  return { attachments, blobs: [...blobs.values()], body }
}

interface Tally {
  count(source: string, prepared: Exclude<Prepared, { type: 'document' }>): void
  recorded(source: string, outcome: RecordedOutcome, warnings: ParsedDocument['warnings']): void
  result(started: number): ImportResult
}

function createTally(): Tally {
  const counts = { imported: 0, revised: 0, unchanged: 0 }
  const skipped: ImportResult['skipped'][number][] = []
  const duplicates: ImportResult['duplicates'][number][] = []
  const warned: ImportResult['warnings'][number][] = []
  return {
    count(file, prepared) {
      if (prepared.type === 'unchanged') counts.unchanged += 1
      else skipped.push({ file, code: prepared.code, reason: prepared.reason })
    },
    recorded(file, outcome, warnings) {
      counts[outcome.outcome] += 1
      if (outcome.sameAs !== undefined) duplicates.push({ file, sameAs: outcome.sameAs })
      for (const { code, message } of warnings) warned.push({ file, code, reason: message })
    },
    result: (started) => ({
      ...counts,
      skipped,
      seconds: Math.round(performance.now() - started) / 1000,
      duplicates,
      warnings: warned,
    }),
  }
}

/** Collects documents and records them together; one batch is written while the next is being read. */
function createBatch(record: ImportMeans['record'], tally: Tally) {
  type Entry = { source: string; prepared: Extract<Prepared, { type: 'document' }> }
  let entries: Entry[] = []
  let characters = 0
  let since = performance.now()
  let writing: Promise<void> = Promise.resolve()

  const write = async (batch: Entry[]) => {
    const outcomes = await record(batch.map((entry) => entry.prepared.document))
    batch.forEach((entry, index) => {
      tally.recorded(entry.source, outcomes[index] as RecordedOutcome, entry.prepared.warnings)
    })
  }
  const send = async () => {
    await writing
    writing = write(entries)
    writing.catch(() => {})
    entries = []
    characters = 0
    since = performance.now()
  }
  return {
    async add(source: string, prepared: Entry['prepared']) {
      entries.push({ source, prepared })
      characters += prepared.document.content.body.length
      const due = performance.now() - since > BATCH_MILLISECONDS
      if (due || entries.length >= BATCH_DOCUMENTS || characters >= BATCH_CHARACTERS) await send()
    },
    async flush() {
      if (entries.length > 0) await send()
      await writing
    },
  }
}
