import { z } from 'zod'
import { ParsedDocument } from './parsed-document.ts'
import { isUnreadableFileCode, refuse, UnreadableFileError } from './unreadable-file-error.ts'

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
