import { Hono } from 'hono'
import { z } from 'zod'
import { AppError } from '../../errors/app-error.ts'
import type { ErrorBody } from '../../http/error-response.ts'
import { BadRequestError } from '../../http/validate.ts'
import type { DocumentCheck } from '../finding.ts'
import { checkDocument } from './check-document.ts'
import type { CheckSurroundings } from './check-surroundings.ts'
import { repairDocument } from './repair-document.ts'

const CheckLine = z.object({
  file: z.string(),
  /** The file's bytes in base64. */
  docx: z.base64(),
  official: z.boolean().optional(),
  /** True to repair all that can be. */
  repair: z.boolean().default(false),
})

/** What comes back for a line: the check, with the repaired file where asked for, or why there is none. */
export type CheckedLine =
  | { readonly check: DocumentCheck; readonly repaired?: { readonly docx: string; readonly count: number } | undefined }
  | { readonly file: string; readonly error: ErrorBody['error'] }

/**
 * `/api/document-checks/lines`: one line of JSON in, one out, for checking many files beside whoever writes the library.
 * @param open what to check against
 */
export function documentCheckLineRoutes(open: () => Promise<CheckSurroundings>) {
  return new Hono().post('/lines', async (c) => {
    const surroundings = await open()
    const lines = (await c.req.text()).split('\n').filter((line) => line !== '')
    const answers: string[] = []
    for (const line of lines) answers.push(JSON.stringify(await answer(line)))
    return c.text(`${answers.join('\n')}\n`)

    async function answer(line: string): Promise<CheckedLine> {
      const request = CheckLine.safeParse(JSON.parse(line))
      if (!request.success) throw new BadRequestError({ code: 'BAD_REQUEST', what: '这个请求的内容不对。' })
      const { file, docx, official, repair } = request.data
      const bytes = Buffer.from(docx, 'base64')
      try {
        const check = await checkDocument(bytes, surroundings, { file, official })
        const ids = check.findings.filter((finding) => finding.repair).map((finding) => finding.id)
        if (!repair || ids.length === 0) return { check }
        const repaired = repairDocument(bytes, check, ids)
        return {
          check: await checkDocument(repaired, surroundings, { file, official }),
          repaired: { docx: Buffer.from(repaired).toString('base64'), count: ids.length },
        }
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        const { code, what, why, todo } = error
        return { file, error: { code, what, ...(why !== undefined && { why }), ...(todo !== undefined && { todo }) } }
      }
    }
  })
}
