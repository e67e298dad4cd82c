import { AppError } from '../errors/app-error.ts'

export class RangeNotSatisfiableError extends AppError<'RANGE_NOT_SATISFIABLE'> {}

/**
 * Reads a `Range` header for a resource of `size` bytes (RFC 9110 §14.1.2); undefined means all of it.
 * Several ranges are answered with the whole, as the RFC allows.
 * @returns first and last byte, both inclusive
 * @throws {RangeNotSatisfiableError} when the range lies outside
 */
export function parseByteRange(header: string | undefined, size: number): { start: number; end: number } | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return undefined
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1])
  const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1)
  if (start > end || start >= size) {
    throw new RangeNotSatisfiableError({ code: 'RANGE_NOT_SATISFIABLE', what: '要读的部分超出了文件。' })
  }
  return { start, end }
}
