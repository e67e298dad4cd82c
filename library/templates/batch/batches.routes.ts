import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Hono } from 'hono'
import { z } from 'zod'
import { validate } from '../../http/validate.ts'
import { localDate } from '../../items/record-revision.ts'
import type { JobRunner } from '../../jobs/job-runner.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { ColumnMatchBody } from '../known/column-match.schema.ts'
import type { ColumnMatch } from '../known/known-view.ts'
import { readTemplate } from '../read-template.ts'
import { templateTargets } from '../sheets/match-targets.ts'
import type { ReceivedSheets } from '../sheets/received-sheets.ts'
import { readSheetFacts } from '../sheets/sheet-folder.ts'
import { sheetNamed } from '../sheets/sheet-named.ts'
import { matchTarget } from '../sheets/sheets.routes.ts'
import { FormData } from '../template-schema.ts'
import { archiveOf } from './batch-archive.ts'
import { batchErrors } from './batch-error.ts'
import type { BatchParameters } from './batch-parameters.schema.ts'
import { aroundFile } from './batch-work.ts'

const BatchBody = z.object({
  templateId: z.string().min(1).max(100),
  upload: z.string().max(100),
  sheet: z.string().max(200),
  match: z.array(ColumnMatchBody).max(300),
  mode: z.union([z.literal('each'), z.object({ table: z.string().min(1).max(200), data: FormData.default({}) })]),
  directory: z.string().min(1).max(4096).optional(),
  fileName: z.string().min(1).max(200).optional(),
})

export interface BatchDesk {
  readonly library: LibraryAccess
  readonly jobs: JobRunner
  readonly sheets: ReceivedSheets
  readonly writes: {
    saveColumnMatch(target: string, columns: readonly string[], match: readonly ColumnMatch[]): Promise<unknown>
  }
  /** False for `serve`, whose visitors sit at other machines. */
  readonly mayUseFolders: boolean
}

/** `/api/batches`: a spreadsheet of rows into documents. */
export function batchRoutes({ library, jobs, sheets, writes, mayUseFolders }: BatchDesk) {
  return new Hono()
    .post('/', validate('json', BatchBody), async (c) => {
      const { templateId, upload, sheet: name, match, mode, directory, fileName } = c.req.valid('json')
      if (directory !== undefined && !mayUseFolders) throw batchErrors.folderNotAllowed()
      const template = await readTemplate(library, templateId)
      const table = mode === 'each' ? undefined : mode.table
      if (table !== undefined && template.schema.properties[table]?.type !== 'array') throw batchErrors.noTable(table)
      const folder = sheets.folderOf(upload)
      const sheet = sheetNamed(await readSheetFacts(folder), name)
      const fields = new Set(templateTargets(template.schema, table).map(({ field }) => field))
      const used = match.filter(({ column, field }) => sheet.columns.includes(column) && fields.has(field ?? ''))
      if (used.length === 0) throw batchErrors.nothingMatched()
      if (directory !== undefined) await requireFolder(directory)
      const batchId = randomUUID()
      // What a person typed around a table lies with the rows, not with the job.
      if (mode !== 'each') await writeFile(aroundFile(folder, batchId), JSON.stringify(mode.data), { mode: 0o600 })
      await writes.saveColumnMatch(matchTarget(templateId, table), sheet.columns, match)
      const parameters: BatchParameters = {
        batchId,
        templateId,
        revision: template.revision,
        upload,
        sheet: sheet.name,
        match: used,
        ...(table !== undefined && { table }),
        ...(directory !== undefined && { directory }),
        ...(fileName !== undefined && { fileName }),
        today: localDate(library.clock()),
      }
      return c.json(await jobs.start('fill-batch', parameters, batchId), 202)
    })
    .get('/:jobId/archive', async (c) => {
      const { name, body } = await archiveOf(sheets.root, c.req.param('jobId'))
      c.header('Content-Type', 'application/zip')
      c.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      return c.body(body)
    })
}

/** Made when it is missing: the person has just named it. Later, while documents are written, it never is. */
async function requireFolder(directory: string): Promise<void> {
  if (!path.isAbsolute(directory)) throw batchErrors.folder('请给出完整的路径。')
  await mkdir(directory, { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'EEXIST') throw batchErrors.folder('这是一个文件，不是文件夹。')
    if (cause.code === 'ENOENT') throw batchErrors.folder('这里没有这个文件夹，或U盘已经拔出。', cause)
    throw batchErrors.folder('这里不能新建文件夹。', cause)
  })
}
