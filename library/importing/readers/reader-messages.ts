import { z } from 'zod'
import { ParsedDocument } from './parsed-document.ts'
import { isUnreadableFileCode, refuse, UnreadableFileError } from './unreadable-file-error.ts'

/** What the pool sends to a reader process. */
export const ReaderRequest = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('read'),
    id: z.int(),
    name: z.string(),
    bytes: z.instanceof(Uint8Array),
    modifiedAt: z.date().optional(),
    /** Resident memory the process may gain over its start, in bytes. */
    memory: z.int().positive(),
  }),
  /** Load the parser of a format before a document of it comes. */
  z.strictObject({ type: z.literal('warm'), format: z.enum(['docx', 'doc', 'pdf', 'html', 'mhtml']) }),
])
export type ReaderRequest = z.infer<typeof ReaderRequest>

/** What a reader process answers. */
export const ReaderReply = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('document'), id: z.int(), document: ParsedDocument }),
  z.strictObject({
    type: z.literal('refused'),
    id: z.int(),
    code: z.string(),
    what: z.string(),
    why: z.string().optional(),
    todo: z.string().optional(),
  }),
])
export type ReaderReply = z.infer<typeof ReaderReply>

/** An error as a reply; anything that is no refusal of ours becomes FILE_DAMAGED, for a parser gave up on the file. */
export function replyWithError(id: number, error: unknown): ReaderReply {
  const known = error instanceof UnreadableFileError ? error : refuse(codeOfError(error))
  return {
    type: 'refused',
    id,
    code: known.code,
    what: known.what,
    ...(known.why !== undefined && { why: known.why }),
    ...(known.todo !== undefined && { todo: known.todo }),
  }
}

/** The error that a refusal stands for, on the pool's side. */
export function errorOfReply(reply: ReaderReply & { type: 'refused' }): UnreadableFileError {
  if (!isUnreadableFileCode(reply.code)) return refuse('FILE_CRASHED')
  return new UnreadableFileError({
    code: reply.code,
    what: reply.what,
    ...(reply.why !== undefined && { why: reply.why }),
    ...(reply.todo !== undefined && { todo: reply.todo }),
  })
}

/** Parsers that run out of stack met nesting no document has; those that run out of room, too much content. */
function codeOfError(error: unknown): 'FILE_TOO_DEEP' | 'FILE_MEMORY' | 'FILE_DAMAGED' {
  if (!(error instanceof RangeError)) return 'FILE_DAMAGED'
  return /call stack/i.test(error.message) ? 'FILE_TOO_DEEP' : 'FILE_MEMORY'
}
