import { AppError } from '../errors/app-error.ts'
import { asStorageError } from '../store/storage-error.ts'

/** Any error as one a person can read. */
export function plainError(error: unknown): AppError {
  if (error instanceof AppError) return error
  return (
    asStorageError(error) ??
    new AppError({
      code: 'UNEXPECTED',
      what: '出现了没有预料到的问题。',
      why: error instanceof Error ? error.message : String(error),
      todo: '资料没有改动。请再试一次。',
      cause: error,
    })
  )
}
