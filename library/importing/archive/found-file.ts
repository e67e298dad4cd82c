import { refuse, type UnreadableFileCode } from '../readers/unreadable-file-error.ts'

/** A document found by {@link walk}, not yet read. */
export interface FoundDocument {
  readonly type: 'document'
  /** The path relative to what was given to import, with `/`; for a single file its name. */
  readonly source: string
  readonly name: string
  /** In bytes, as the folder or the archive states it. */
  readonly size: number
  readonly modifiedAt: Date
  /** @throws {UnreadableFileError} when it cannot be read, or is larger than stated */
  read(): Promise<Uint8Array>
  /**
   * Reads a file beside this one that its front matter names as an attachment.
   * @param path relative to this document's folder; it cannot lead out of what was imported
   * @throws {UnreadableFileError} FILE_MISSING, FILE_TOO_LARGE, LINK_REFUSED or ARCHIVE_UNSAFE_PATH
   */
  readSibling(path: string): Promise<Uint8Array>
}

/** Something found that is not taken in, and why. */
export interface Refusal {
  readonly type: 'refusal'
  readonly source: string
  readonly code: UnreadableFileCode
  /** Plain Chinese sentences. */
  readonly reason: string
}

export type FoundFile = FoundDocument | Refusal

/** A refusal with the usual sentences of its code. */
export function refusal(source: string, code: UnreadableFileCode, detail: Parameters<typeof refuse>[1] = {}): Refusal {
  return { type: 'refusal', source, code, reason: refuse(code, detail).message }
}
