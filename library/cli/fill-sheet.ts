import path from 'node:path'
import type { BatchResult } from '../templates/batch/batch-view.ts'
import type { ColumnMatch, ReceivedSheet } from '../templates/known/known-view.ts'
import { CommandError, type Output } from './command-context.ts'
import type { ServiceClient } from './service-client.ts'

/**
 * Fills one document for each row of a spreadsheet.
 * @param name a pattern for the files' names, instead of the template's
 */
export async function fillSheet(
  client: ServiceClient,
  templateId: string,
  file: string,
  directory: string,
  name: string | undefined,
  output: Output,
): Promise<BatchResult> {
  const received = await client.call<ReceivedSheet>('POST', '/api/sheets', { path: path.resolve(file) })
  const sheet = received.sheets.find(({ rows }) => rows > 0)
  if (!sheet) throw new CommandError({ code: 'USAGE', what: `没有填：${path.basename(file)} 里没有数据行。` })
  const query = new URLSearchParams({ template: templateId, sheet: sheet.name })
  const match = await client.call<ColumnMatch[]>('GET', `/api/sheets/${received.upload}/match?${query}`)
  for (const { column, field } of match) if (field === undefined) output.note(`没有用上的列：${column}`)
  const job = await client.run(
    '/api/batches',
    { templateId, upload: received.upload, sheet: sheet.name, match, mode: 'each', directory, fileName: name },
    output,
  )
  if (job.result) return job.result as unknown as BatchResult
  throw new CommandError({
    code: 'JOB_FAILED',
    what: '已停止，没有填完。',
    todo: '已经做好的文件都在；可以再运行一次。',
  })
}
