import path from 'node:path'
import { Hono } from 'hono'
import { z } from 'zod'
import { validate } from '../http/validate.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import { ExportRefusedError } from './export-refused-error.ts'

/**
 * `/api/exports`: everything to open formats in a folder of this machine.
 * @param mayWritePaths false for `serve`, whose visitors sit at other machines
 */
export function exportRoutes(jobs: JobRunner, mayWritePaths: boolean) {
  return new Hono().post('/', validate('json', z.object({ directory: z.string().min(1).max(4096) })), async (c) => {
    const { directory } = c.req.valid('json')
    if (!mayWritePaths || !path.isAbsolute(directory)) {
      throw new ExportRefusedError({
        code: 'EXPORT_TARGET_UNUSABLE',
        what: '没有导出：不能用这个文件夹。',
        why: mayWritePaths ? '要写完整的路径，例如 D:\\薪火导出。' : '这里不能把文件写到服务器的文件夹。',
        todo: '资料没有改动。',
      })
    }
    return c.json(await jobs.start('export', { directory }), 202)
  })
}
