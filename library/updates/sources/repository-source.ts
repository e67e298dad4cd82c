/** The files of a channel's repository, wherever they lie. Nothing read from it is believed before it is verified. */
export interface RepositorySource {
  /** For people: the folder, archive or address. */
  readonly place: string
  /**
   * A file below the repository's root, with `/`; undefined when there is none.
   * @param most bytes; a longer file is refused without reading on
   * @throws {UpdateRefusedError} SOURCE_GONE, SOURCE_SILENT, SOURCE_DAMAGED or PACK_TOO_LARGE
   */
  read(path: string, most: number): Promise<Uint8Array | undefined>
  /** The same in pieces, for what is too large for memory. */
  stream(path: string, most: number): Promise<AsyncIterable<Uint8Array> | undefined>
  /** How many files may well be read at once. */
  readonly parallel: number
  close(): Promise<void>
}
