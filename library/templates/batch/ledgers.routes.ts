import { randomUUID } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { Hono } from 'hono'
import { z } from 'zod'
import { attachmentName } from '../../http/attachment-name.ts'
import { validate } from '../../http/validate.ts'
import { localDate } from '../../items/record-revision.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { bare } from '../sheets/match-columns.ts'
import type { ReceivedSheets } from '../sheets/received-sheets.ts'
import { readSheetFacts, readSheetRows } from '../sheets/sheet-folder.ts'
import { batchErrors } from './batch-error.ts'
import type { MergedLedger } from './batch-view.ts'
import { fileNames } from './file-names.ts'
import { ledgerErrors } from './ledger-error.ts'
import { type GivenLedger, mergeLedgers } from './merge-ledgers.ts'
import { textWorkbook } from './write-ledger.ts'
import { writeMadeFile } from './write-made-file.ts'

const MergeBody = z.object({
  uploads: z.array(z.uuid()).min(1).max(500),
  key: z.array(z.string().min(1).max(500)).max(10).default([]),
  /** By key and column as in the conflicts, the value that holds. */
  resolve: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** Only tells what would come of it. */
  preview: z.boolean().default(false),
  directory: z.string().min(1).max(4096).optional(),
  /** The file's name in `directory`; by itself 合并台账 and the day. */
  fileName: z.string().min(1).max(200).optional(),
})

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** What a merged ledger that is fetched is called below the first upload's folder. */
const MERGED = /^merged-[0-9a-f-]{36}\.xlsx$/

/**
 * `/api/ledgers`: ledgers of the same shape from several villages, put together.
 * @param mayUseFolders false for `serve`, whose visitors sit at other machines
 */
export function ledgerRoutes(library: LibraryAccess, sheets: ReceivedSheets, mayUseFolders: boolean) {
  return new Hono()
    .post('/merge', validate('json', MergeBody), async (c) => {
      const { uploads, key, resolve, preview, directory, fileName } = c.req.valid('json')
      if (directory !== undefined && !mayUseFolders) throw batchErrors.folderNotAllowed()
      const ledgers = await Promise.all(uploads.map((upload) => givenLedger(sheets, upload)))
      const columns = ledgers[0]?.columns ?? []
      const unknown = key.find((one) => !columns.some((column) => bare(column) === bare(one)))
      if (unknown !== undefined) throw ledgerErrors.unknownKey(unknown, columns)
      const { rows, outcome, columns: merged } = await mergeLedgers(ledgers, key, resolve)
      if (preview) return c.json({ file: '', ...outcome } satisfies MergedLedger)
      const bytes = await textWorkbook([
        { name: '合并台账', columns: merged.map((name) => ({ name })), rows },
        ...(outcome.conflicts.length > 0 ? [conflictSheet(outcome.conflicts)] : []),
      ])
      const own = `merged-${randomUUID()}.xlsx`
      const folder = directory ?? sheets.folderOf(uploads[0] as string)
      const file =
        directory === undefined
          ? own
          : await freeName(folder, fileName ?? `合并台账-${localDate(library.clock())}.xlsx`, fileName !== undefined)
      await writeMadeFile(folder, file, bytes, `.${own}.tmp`).catch((cause: unknown) => {
        throw ledgerErrors.notWritten('文件夹不存在、不能写入，或磁盘满了。', cause)
      })
      return c.json({
        file: directory === undefined ? file : path.join(folder, file),
        ...outcome,
      } satisfies MergedLedger)
    })
    .get('/:file', async (c) => {
      const file = c.req.param('file')
      const bytes = MERGED.test(file) ? await findMerged(sheets.root, file) : undefined
      if (!bytes) throw ledgerErrors.notFound()
      c.header('Content-Type', XLSX)
      c.header('Content-Disposition', attachmentName(`合并台账-${localDate(library.clock())}.xlsx`))
      return c.body(new Uint8Array(bytes))
    })
}

/** Its first sheet. */
async function givenLedger(sheets: ReceivedSheets, upload: string): Promise<GivenLedger> {
  const folder = sheets.folderOf(upload)
  const { file, sheets: all } = await readSheetFacts(folder)
  return { file, columns: all[0]?.columns ?? [], rows: readSheetRows(folder, 0) }
}

/** A name that was given is written over; one of ours never writes over a file. */
async function freeName(folder: string, name: string, given: boolean): Promise<string> {
  if (path.basename(name) !== name) throw ledgerErrors.notWritten('文件名里有不能用的字符。')
  const facts = await stat(folder).catch((cause: unknown) => {
    throw ledgerErrors.notWritten('这里没有这个文件夹，或U盘已经拔出。', cause)
  })
  if (!facts.isDirectory() || !path.isAbsolute(folder)) throw ledgerErrors.notWritten('这不是一个文件夹。')
  if (given) return name
  return fileNames(await readdir(folder)).take(name.replace(/\.xlsx$/, ''), '.xlsx')
}

async function findMerged(root: string, file: string): Promise<Buffer | undefined> {
  for (const upload of await readdir(root).catch(() => [] as string[])) {
    const bytes = await readFile(path.join(root, upload, file)).catch(() => undefined)
    if (bytes) return bytes
  }
  return undefined
}

const conflictSheet = (conflicts: MergedLedger['conflicts']) => ({
  name: '冲突',
  columns: ['谁', '哪一列', '来源', '行号', '内容'].map((name) => ({ name })),
  rows: conflicts.flatMap(({ key, column, values }) =>
    values.map(({ file, row, value }) => [key, column, file, String(row), value]),
  ),
})
