import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { DocumentToRecord } from '../../library/importing/document-to-record.ts'
import type { RecordedOutcome } from '../../library/items/record-revision.ts'
import type { RevisionContent } from '../../library/items/revision.schema.ts'
import { openSearchForReading } from '../../library/search/open-search-database.ts'
import { openPassageSearch, type PassageSearch } from '../../library/search/passage-search.ts'
import { openWriter, type Writer } from '../../library/service/writer/writer.ts'
import { type LibraryPaths, libraryPaths } from '../../library/store/library-paths.ts'
import { type LibraryDatabase, openLibraryForReading } from '../../library/store/open-library-database.ts'

/** What a test says of a revision; the rest is filled in. */
export type Draft = Partial<Omit<RevisionContent, 'format' | 'body'>> & {
  readonly title: string
  readonly body: string
}

/** A library in a temporary folder, written in this thread. */
export interface SmallLibrary {
  readonly paths: LibraryPaths
  readonly writer: Writer
  readonly library: LibraryDatabase
  readonly search: PassageSearch
  /** Records revisions as if imported from files of these names, and brings the index up to them. */
  add(...drafts: readonly (Draft & { readonly file?: string })[]): Promise<RecordedOutcome[]>
  catchUp(): Promise<void>
  close(): Promise<void>
}

/** @param root a folder that stays; one of its own, which goes with the library, when left out */
export async function openSmallLibrary(root?: string): Promise<SmallLibrary> {
  const paths = libraryPaths(root ?? mkdtempSync(path.join(os.tmpdir(), 'xinhuo-library-')))
  mkdirSync(paths.objects, { recursive: true })
  const writer = await openWriter(paths)
  const library = openLibraryForReading(paths.database)
  const connection = openSearchForReading(paths.searchDatabase)
  const catchUp = async () => {
    while ((await writer.catchUpIndex(64)).remaining > 0);
  }
  let files = 0
  return {
    paths,
    writer,
    library,
    search: openPassageSearch(connection),
    catchUp,
    async add(...drafts) {
      const outcomes = await writer.recordDocuments(
        drafts.map((draft) => documentOf(draft, draft.file ?? `${draft.title}-${++files}.md`)),
      )
      await catchUp()
      return outcomes
    },
    async close() {
      connection.close()
      await library.close()
      await writer.close()
      if (root === undefined) rmSync(paths.root, { recursive: true, force: true })
    },
  }
}

function documentOf({ file: _, ...draft }: Draft & { readonly file?: string }, file: string): DocumentToRecord {
  return {
    location: `policy\n${file}`,
    source: file,
    sourceSha256: '0'.repeat(64),
    content: { format: 1, kind: 'policy', identifier: undefined, ...draft },
    blobs: [],
    activity: 'import',
    starter: false,
  }
}
