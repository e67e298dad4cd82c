import { zValidator } from '@hono/zod-validator'
import type { ValidationTargets } from 'hono'
import { z } from 'zod'
import { AppError } from '../errors/app-error.ts'

z.config(z.locales.zhCN())

export class BadRequestError extends AppError<'BAD_REQUEST'> {}

/** Parses a part of a request; what does not fit is answered with 400 and a sentence that names it. */
export const validate = <Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) =>
  zValidator(target, schema, (result) => {
    if (result.success) return
    const why = result.error.issues.map((issue) => `${issue.path.join('.') || '内容'}：${issue.message}`).join('；')
    throw new BadRequestError({ code: 'BAD_REQUEST', what: '这个请求的内容不对。', why: `${why}。` })
  })
