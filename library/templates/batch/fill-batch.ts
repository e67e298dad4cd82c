import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { JobContext } from '../../jobs/job-runner.ts'
import { makeBelow, syncDirectory } from '../../store/blob-store.ts'
import type { Finding } from '../finding.ts'
import { shortCode } from '../forms/short-code.ts'
import { fileNameOf } from '../schema/file-name.ts'
import { readSheetRows } from '../sheets/sheet-folder.ts'
import { batchStopped } from './batch-error.ts'
import { findBatchForms } from './batch-forms.repository.ts'
import { BatchParameters } from './batch-parameters.schema.ts'
import type { BatchResult } from './batch-view.ts'
import { type BatchSurroundings, type BatchWork, batchFormId, openBatch, resultsFolder } from './batch-work.ts'
import type { CheckedRow } from './checked-row.ts'
import { checkedRows } from './checked-rows.ts'
import { type FileNames, fileNames } from './file-names.ts'
import { tableDocument } from './table-document.ts'
import { batchLedger, type LedgerLine } from './write-ledger.ts'
import { writeMadeFile } from './write-made-file.ts'

/** Documents whose forms are kept in one transaction, after their files are on the disk. */
const SLICE = 100
/** Documents on their way to the disk at once: enough that neither a check nor a write is waited for. */
const UNDER_WAY = 8
/** Lists of a result are cut here: the ledger has them whole. */
const MOST_LISTED = 1000
const MOST_WARNED = 200
/** The ledger's own line in the journal. */
const LEDGER_ROW = -1

/**
 * Makes a document of each row of a spreadsheet, or one of all of them in a table. A row that must not stand as it is
 * is listed with the reason and the rest go on. Cancelled, what was made stays; begun again after a crash, it goes on
 * where it was and makes nothing twice.
 * @throws {BatchError} when files cannot be written any more; says which rows are safe
 */
export async function fillBatch(
  given: unknown,
  surroundings: BatchSurroundings,
  context: JobContext,
): Promise<BatchResult> {
  const began = performance.now()
  const parameters = BatchParameters.parse(given)
  const work = await openBatch(parameters, surroundings)
  try {
    const made = await fillRows(work, surroundings, context)
    return { ...made, seconds: Math.round((performance.now() - began) / 100) / 10 }
  } finally {
    await work.close()
  }
}

async function fillRows(
  work: BatchWork,
  surroundings: BatchSurroundings,
  context: JobContext,
): Promise<Omit<BatchResult, 'seconds'>> {
  const { parameters } = work
  if (parameters.directory === undefined) await makeBelow(resultsFolder(work.folder, parameters.batchId))
  // Names that were given before a crash are taken, though their files may not be there yet.
  const planned = [...work.journal.planned.values()].map(({ file }) => file)
  const names = fileNames([...(await namesIn(work.directory)), ...planned])
  const kept = await findBatchForms(work.library.db, parameters.batchId)
  const made: Made[] = []
  const failed: CheckedRow[] = []
  const total = parameters.table === undefined ? work.sheet.rows : 1
  const rows =
    parameters.table === undefined
      ? checkedRows(work, readSheetRows(work.folder, work.sheet.at), context.signal)
      : tableDocument(work, parameters.table, readSheetRows(work.folder, work.sheet.at), failed)

  for (let slice = await take(rows, SLICE); slice.length > 0; slice = await take(rows, SLICE)) {
    if (context.signal.aborted) break
    const good = slice.filter((row) => row.reasons.length === 0)
    failed.push(...slice.filter((row) => row.reasons.length > 0))
    const done = await makeSlice(work, await planNames(work, names, good), kept, context, (count) =>
      context.report({ label: work.template.title, done: made.length + failed.length + count, total }),
    )
    await surroundings.recordBatchForms(done.forms)
    made.push(...done.made)
    if (done.error !== undefined)
      throw batchStopped(
        done.error,
        made.map(({ row }) => row).filter((row) => row > 0),
      )
    context.report({ label: work.template.title, done: made.length + failed.length, total })
  }

  const ledger = await writeLedger(work, names, made, failed)
  return {
    templateId: work.template.itemId,
    revision: work.template.revision,
    directory: parameters.directory ?? '',
    made: made.length,
    files: made.slice(0, MOST_LISTED).map(({ file }) => file),
    failed: failed.slice(0, MOST_LISTED).map(({ row, name, reasons }) => ({ row, name, reasons })),
    warned: made
      .filter(({ findings }) => findings.length > 0)
      .slice(0, MOST_WARNED)
      .map(({ row, name, findings }) => ({ row, name, findings })),
    ledger,
    cancelled: context.signal.aborted,
  }
}

interface Made {
  readonly row: number
  readonly name: string
  readonly file: string
  readonly code: string
  readonly findings: readonly Finding[]
}

interface PlannedRow extends CheckedRow {
  readonly file: string
  readonly code: string
}

async function namesIn(directory: string): Promise<string[]> {
  return readdir(directory).catch((cause: unknown) => {
    throw batchStopped(cause, [])
  })
}

async function take(rows: AsyncGenerator<CheckedRow>, most: number): Promise<CheckedRow[]> {
  const taken: CheckedRow[] = []
  while (taken.length < most) {
    const { done, value } = await rows.next()
    if (done) break
    taken.push(value)
  }
  return taken
}

/** Names are on the disk before the files are: begun again, a row gets the name it had. */
async function planNames(work: BatchWork, names: FileNames, rows: readonly CheckedRow[]): Promise<PlannedRow[]> {
  const { schema, title } = work.template
  const { fileName, today } = work.parameters
  const planned = rows.map((row): PlannedRow => {
    const before = work.journal.planned.get(row.row)
    if (before) return { ...row, file: before.file, code: before.code }
    const name = fileNameOf(schema, title, row.data, today, fileName ?? schema['x-file-name'])
    return { ...row, file: names.take(name, '.docx'), code: shortCode() }
  })
  const fresh = planned.filter(({ row }) => !work.journal.planned.has(row))
  if (fresh.length > 0) await work.journal.add(fresh.map(({ row, file, code }) => ({ row, file, code })))
  return planned
}

/** Fills, writes and makes durable; on an error says which of the slice are complete all the same. */
async function makeSlice(
  work: BatchWork,
  rows: readonly PlannedRow[],
  kept: ReadonlyMap<string, readonly Finding[]>,
  context: JobContext,
  report: (done: number) => void,
) {
  const compiled = work.template.compiled()
  const forms: ReturnType<BatchWork['formOf']>[] = []
  const made: Made[] = []
  const underWay = new Set<Promise<void>>()
  let error: unknown
  for (const row of rows) {
    if (context.signal.aborted || error !== undefined) break
    const { file, code, name } = row
    const before = kept.get(batchFormId(work.parameters.batchId, row.row))
    if (before && (await isThere(path.join(work.directory, file)))) {
      made.push({ row: row.row, name, file, code, findings: before })
      continue
    }
    const docx = compiled.fill(row.data)
    const draft = `.${work.parameters.batchId.slice(0, 8)}-${row.row}.tmp`
    const finished = work
      .findingsIn(docx, file)
      // Left-overs of the template are in all documents alike: they are told, and stop none.
      .then(async (found) => {
        await writeMadeFile(work.directory, file, docx, draft)
        const findings = [...row.findings, ...found]
        const title = file.replace(/\.docx$/, '')
        forms.push(work.formOf({ row: row.row, title, code, data: row.data, sources: row.sources, findings, docx }))
        made.push({ row: row.row, name, file, code, findings })
      })
      .catch((cause: unknown) => {
        error ??= cause
      })
      .finally(() => underWay.delete(finished))
    underWay.add(finished)
    if (underWay.size >= UNDER_WAY) await Promise.race(underWay)
    report(made.length)
    // Pages are answered between two documents.
    await new Promise((resolve) => setImmediate(resolve))
  }
  await Promise.all(underWay)
  await syncDirectory(work.directory).catch((cause: unknown) => {
    error ??= cause
  })
  const inOrder = made.sort((a, b) => a.row - b.row)
  return { forms: forms.filter(({ id }) => !kept.has(id)), made: inOrder, error }
}

const isThere = (file: string) =>
  stat(file).then(
    (facts) => facts.isFile() && facts.size > 0,
    () => false,
  )

async function writeLedger(
  work: BatchWork,
  names: FileNames,
  made: readonly Made[],
  failed: readonly CheckedRow[],
): Promise<string> {
  const { today, batchId } = work.parameters
  const before = work.journal.planned.get(LEDGER_ROW)?.file
  const { title } = work.template
  const ledger =
    before ?? names.take(fileNameOf({ ...work.template.schema }, title, {}, today, `台账-${title}-${today}`), '.xlsx')
  if (before === undefined) await work.journal.add([{ row: LEDGER_ROW, file: ledger, code: '' }])
  const lines: LedgerLine[] = [
    ...made.map(({ row, name, file, code, findings }) => ({
      row,
      name,
      file,
      code,
      findings: findings.map(({ says }) => says).join('\n'),
    })),
    ...failed.map(({ row, name, reasons }) => ({
      row,
      name,
      file: '',
      code: '',
      findings: `没有生成：${reasons.join('；')}`,
    })),
  ].sort((a, b) => a.row - b.row)
  try {
    await writeMadeFile(work.directory, ledger, await batchLedger(lines), `.${batchId.slice(0, 8)}-ledger.tmp`)
    await syncDirectory(work.directory)
  } catch (cause) {
    throw batchStopped(
      cause,
      made.map(({ row }) => row),
    )
  }
  return ledger
}
