import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Hono } from 'hono'
import { z } from 'zod'
import { AppError } from '../errors/app-error.ts'
import { validate } from '../http/validate.ts'
import { ItemKind } from '../items/item-kind.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import { receiveUpload } from './receive-upload.ts'

export class PathNotFoundError extends AppError<'PATH_NOT_FOUND' | 'PATH_NOT_ALLOWED'> {}

const PathsBody = z.object({ paths: z.array(z.string().min(1)).min(1).max(10_000), kind: ItemKind.optional() })

/**
 * `/api/imports`: from paths of this machine, or from uploaded files.
 * @param incoming the folder for uploads waiting to be imported
 * @param mayReadPaths false for `serve`, whose visitors sit at other machines
 */
export function importRoutes(jobs: JobRunner, incoming: string, mayReadPaths: boolean) {
  return new Hono()
    .post('/', validate('json', PathsBody), async (c) => {
      const { paths, kind } = c.req.valid('json')
      if (!mayReadPaths) {
        throw new PathNotFoundError({
          code: 'PATH_NOT_ALLOWED',
          what: '没有导入：这里不能按路径导入。',
          todo: '请把文件拖进窗口。',
        })
      }
      for (const given of paths) await requirePath(given)
      return c.json(await jobs.start('import', { paths: paths.map((given) => path.resolve(given)), kind }), 202)
    })
    .post('/upload', validate('query', z.object({ kind: ItemKind.optional() })), async (c) => {
      const { folder } = await receiveUpload(c.req.raw, incoming)
      const parameters = { paths: [folder], kind: c.req.valid('query').kind, incoming: folder }
      return c.json(await jobs.start('import', parameters), 202)
    })
}

async function requirePath(given: string): Promise<void> {
  const found = await stat(given).catch(() => undefined)
  if (found) return
  throw new PathNotFoundError({
    code: 'PATH_NOT_FOUND',
    what: '没有导入：找不到文件或文件夹。',
    why: `${given} 不存在，或所在的U盘已拔出。`,
    todo: '请检查后再试。',
  })
}
