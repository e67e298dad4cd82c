import type { ReaderReply } from './reader-messages.ts'
import { refuse, UnreadableFileError } from './unreadable-file-error.ts'

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

/** Parsers that run out of stack met nesting no document has; those that run out of room, too much content. */
function codeOfError(error: unknown): 'FILE_TOO_DEEP' | 'FILE_MEMORY' | 'FILE_DAMAGED' {
  if (!(error instanceof RangeError)) return 'FILE_DAMAGED'
  return /call stack/i.test(error.message) ? 'FILE_TOO_DEEP' : 'FILE_MEMORY'
}
