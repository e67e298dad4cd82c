import type { DocumentInput, ParsedDocument } from './parsed-document.ts'
import { refuse } from './unreadable-file-error.ts'

/** Not read yet. */
export async function readMhtml(_input: DocumentInput): Promise<ParsedDocument> {
  throw refuse('FILE_UNSUPPORTED')
}
