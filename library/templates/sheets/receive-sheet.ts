import path from 'node:path'
import { z } from 'zod'
import { BadRequestError } from '../../http/validate.ts'
import type { ReceivedSheet } from '../known/known-view.ts'
import type { ReceivedSheets } from './received-sheets.ts'
import { refuseSheet } from './sheet-refused-error.ts'

const PathBody = z.object({ path: z.string().min(1).max(4096) })

/**
 * Takes the spreadsheet of a request: `multipart/form-data`, or JSON with the path of one of this machine.
 * @param mayReadPaths false for `serve`, whose visitors sit at other machines
 * @throws {SheetRefusedError}
 */
export async function receiveSheet(
  request: Request,
  sheets: ReceivedSheets,
  mayReadPaths: boolean,
): Promise<ReceivedSheet> {
  if (request.headers.get('content-type')?.startsWith('multipart/form-data')) return sheets.receive(request)
  const body = PathBody.safeParse(await request.json().catch(() => undefined))
  if (!body.success) throw new BadRequestError({ code: 'BAD_REQUEST', what: '这个请求的内容不对。' })
  if (!mayReadPaths || !path.isAbsolute(body.data.path)) throw refuseSheet('SHEET_PATH_NOT_ALLOWED')
  return sheets.take(body.data.path)
}
