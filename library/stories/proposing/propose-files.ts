import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../errors/app-error.ts'
import { readEntries } from '../../importing/archive/zip-archive.ts'
import { mediaTypeOf } from '../../importing/readers/media-type.ts'
import type { ReaderPool } from '../../importing/readers/reader-pool.ts'
import { UnreadableFileError } from '../../importing/readers/unreadable-file-error.ts'
import type { JobProgress } from '../../jobs/job-view.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { StorageError } from '../../store/storage-error.ts'
import type { ColumnMatch } from '../../templates/known/known-view.ts'
import type { ReceivedSheets } from '../../templates/sheets/received-sheets.ts'
import { findNearDuplicates } from '../likeness/near-duplicates.ts'
import { wordsOfRecord } from '../likeness/words-of-record.ts'
import { resolvePolicies } from '../resolve-policies.ts'
import type { StoryVocabulary } from '../story-view.ts'
import { storyVocabulary } from '../vocabulary/story-vocabulary.ts'
import { batchTwins } from './batch-twins.ts'
import { type FoundPicture, findStoryFiles } from './find-story-files.ts'
import type { ProposalSheet, StoryProposal, StoryProposals } from './proposal-view.ts'
import type { ProposedStory } from './propose-story.ts'
import { readStoryDocument } from './read-story-document.ts'
import { readStorySheet } from './read-story-sheet.ts'
import type { ProposalUpload } from './received-proposals.ts'
import { unmarkedCitations } from './unmarked-citations.ts'

/** Documents read ahead of the one whose turn it is. */
const READ_AHEAD = 4
/** Bytes of documents being read at once, so that a folder of large scans does not fill the memory. */
const READ_AHEAD_BYTES = 32 * 1024 * 1024

/** What proposing needs of its surroundings. */
export interface ProposeMeans {
  readonly library: LibraryAccess
  readonly sheets: ReceivedSheets
  readonly openReaders: () => ReaderPool
}

export interface ProposeContext {
  readonly signal: AbortSignal
  report(progress: JobProgress): void
}

/**
 * Reads files, folders and archives into proposals. What cannot be read is skipped with its reason, and the rest goes
 * on; nothing is kept in the library.
 */
export async function proposeFiles(
  paths: readonly string[],
  upload: ProposalUpload,
  means: ProposeMeans,
  context: ProposeContext,
): Promise<StoryProposals> {
  const { library } = means
  const words = await storyVocabulary(library.db)
  const found = await findStoryFiles(paths, context.signal)
  const skipped = [...found.skipped]
  const proposals: StoryProposal[] = []
  const sheets: ProposalSheet[] = []
  const twins = batchTwins()
  const total = found.texts.length + found.sheets.length
  let done = 0
  const add = async (file: string, story: ProposedStory, row?: number) => {
    proposals.push(await finished(library, { file, story, row, id: `p-${proposals.length + 1}` }, twins))
  }
  const readers = means.openReaders()
  const closeReaders = () => void readers.close()
  context.signal.addEventListener('abort', closeReaders)
  try {
    const ahead: Promise<ProposedStory>[] = []
    let next = 0
    let aheadBytes = 0
    for (const text of found.texts) {
      while (
        next < found.texts.length &&
        ahead.length < READ_AHEAD &&
        (ahead.length === 0 || aheadBytes < READ_AHEAD_BYTES)
      ) {
        aheadBytes += found.texts[next]?.document.size ?? 0
        const reading = readStoryDocument(found.texts[next++] as typeof text, readers, upload.files, words)
        // Awaited in its turn; until then a failure must not count as unhandled.
        reading.catch(() => {})
        ahead.push(reading)
      }
      const { source, size } = text.document
      aheadBytes -= size
      try {
        await add(source, await (ahead.shift() as Promise<ProposedStory>))
      } catch (error) {
        if (context.signal.aborted) break
        skipped.push({ file: source, ...reasonOf(error) })
      }
      context.report({ label: source, done: ++done, total })
    }
    for (const sheet of found.sheets) {
      if (context.signal.aborted) break
      try {
        const read = await readSheet(sheet, upload, means, words)
        sheets.push(...read.sheets)
        for (const { row, code, reason } of read.skipped)
          skipped.push({ file: `${sheet.source} 第 ${row} 行`, code, reason })
        for (const { row, ...story } of read.stories) {
          await add(sheet.source, story, row)
          if (context.signal.aborted) break
        }
      } catch (error) {
        skipped.push({ file: sheet.source, ...reasonOf(error) })
      }
      context.report({ label: sheet.source, done: ++done, total })
    }
  } finally {
    context.signal.removeEventListener('abort', closeReaders)
    await readers.close()
  }
  return { upload: upload.id, proposals, skipped, ...(sheets.length > 0 && { sheets }) }
}

/** Links the policies, and tells what is here already and says nearly the same. */
async function finished(
  library: LibraryAccess,
  { id, file, row, story }: { id: string; file: string; row: number | undefined; story: ProposedStory },
  twins: ReturnType<typeof batchTwins>,
): Promise<StoryProposal> {
  const text = wordsOfRecord(story.record)
  const named = (await unmarkedCitations(library, text)).filter(
    ({ title, provision }) =>
      !story.record.policies.some((one) => one.title === title && (one.provision ?? provision) === provision),
  )
  const cited = [...story.record.policies, ...named.map(({ quote: _, ...policy }) => policy)].slice(0, 50)
  const record = { ...story.record, policies: await resolvePolicies(library, cited) }
  const first = story.record.policies.length
  const [like] = await findNearDuplicates(library.db, text, { limit: 1 })
  const twin = twins.add(text, row === undefined ? file : `${file} 第 ${row} 行`)
  return {
    id,
    file,
    ...(row !== undefined && { row }),
    record,
    read: [
      ...story.read,
      ...named.map(({ quote }, at) => ({
        field: `policies/${first + at}/title`,
        quote,
        confidence: 'likely' as const,
      })),
    ],
    left: story.left,
    warnings: [...story.warnings, ...(twin ? [`和这一批里的“${twin}”讲得几乎一样。`] : [])],
    ...(like && { like }),
  }
}

/**
 * Reads a spreadsheet of an upload again, with its columns as a person matched them.
 * @param match by the names of its sheets
 */
export async function proposeSheetAgain(
  read: StoryProposals,
  sheet: ProposalSheet,
  match: ReadonlyMap<string, readonly ColumnMatch[]>,
  { library, sheets }: Pick<ProposeMeans, 'library' | 'sheets'>,
): Promise<StoryProposals> {
  const words = await storyVocabulary(library.db)
  const folder = sheets.folderOf(sheet.received)
  const again = await readStorySheet(library.db, folder, sheet.file, sheet.source, match, words)
  const isKept = ({ file, kept }: StoryProposal) => file !== sheet.file || kept !== undefined
  const proposals = read.proposals.filter(isKept)
  const twins = batchTwins()
  let next = Math.max(0, ...read.proposals.map(({ id }) => Number(id.slice(2))))
  const keptRows = new Set(proposals.filter(({ file }) => file === sheet.file).map(({ row }) => row))
  for (const { row, ...story } of again.stories) {
    if (!keptRows.has(row))
      proposals.push(await finished(library, { file: sheet.file, story, row, id: `p-${++next}` }, twins))
  }
  const isOther = ({ file }: { readonly file: string }) => !file.startsWith(`${sheet.file} 第 `)
  const refused = again.skipped.map(({ row, code, reason }) => ({ file: `${sheet.file} 第 ${row} 行`, code, reason }))
  return {
    ...read,
    proposals,
    skipped: [...read.skipped.filter(isOther), ...refused],
    sheets: [...(read.sheets ?? []).filter(({ file }) => file !== sheet.file), ...again.sheets],
  }
}

/** Proposes the story of notes that were pasted in. */
export async function finishedNotes(library: LibraryAccess, story: ProposedStory): Promise<StoryProposal> {
  return finished(library, { id: 'notes', file: '', row: undefined, story }, batchTwins())
}

async function readSheet(sheet: FoundPicture, upload: ProposalUpload, means: ProposeMeans, words: StoryVocabulary) {
  const received = await means.sheets.take(sheet.path)
  const bytes = await readFile(sheet.path)
  const name = path.basename(sheet.source)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await upload.files.put(bytes)
  const kept = { name: name.slice(0, 255), mediaType: mediaTypeOf(name), sha256, size: bytes.byteLength }
  const pictures = (await picturesIn(sheet.path)) ? ['表格里的图片没有读取；请放在文件夹里和文字一起导入。'] : []
  const read = await readStorySheet(
    means.library.db,
    means.sheets.folderOf(received.upload),
    sheet.source,
    kept,
    new Map(),
    words,
  )
  return { ...read, sheets: read.sheets.map((one) => ({ ...one, notes: [...one.notes, ...pictures] })) }
}

/** Whether an .xlsx file holds pictures, which no row can be told to own. */
async function picturesIn(file: string): Promise<boolean> {
  if (!/\.xlsx$/i.test(file)) return false
  const entries = await readEntries(file, 20_000).catch(() => [])
  // Names come as bytes where the archive was opened without decoding them.
  return entries.some(({ fileName }) => String(fileName).startsWith('xl/media/'))
}

/** A full disk ends everything; what is wrong with one file only that. */
function reasonOf(error: unknown): { code: string; reason: string } {
  if (error instanceof UnreadableFileError) return { code: error.code, reason: error.message }
  if (error instanceof AppError && !(error instanceof StorageError)) return { code: error.code, reason: error.message }
  throw error
}
