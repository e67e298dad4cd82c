import { identityKey, itemIdOf } from '../items/item-identity.ts'
import type { ItemKind } from '../items/item-kind.ts'
import type { HeldBlob } from '../items/record-revision.ts'
import type { Attachment, RevisionContent } from '../items/revision.schema.ts'
import type { ParsedDocument } from './readers/parsed-document.ts'

/** Raised whenever reading rules change, so that files are read again. */
export const READER_VERSION = 1

/** A parsed file on its way into the library; its blobs are already stored. */
export interface DocumentToRecord {
  /** Absolute path, or archive + `!/` + entry. */
  readonly location: string
  /** The path as given to import, with `/`. */
  readonly source: string
  readonly sourceSha256: string
  readonly content: Omit<RevisionContent, 'identifier'> & { readonly identifier: string | undefined }
  readonly blobs: readonly HeldBlob[]
  readonly activity: 'import' | 'install'
  readonly starter: boolean
  /** When another library recorded this revision, for one that was carried over. */
  readonly recordedAt?: string | undefined
}

const IDENTIFIER = /^[a-z0-9][a-z0-9-]{2,79}$/

/** Content of a revision from what a reader made of a file; the item it belongs to may still be open. */
export function contentOf(
  document: ParsedDocument,
  kind: ItemKind,
  attachments: readonly Attachment[],
): DocumentToRecord['content'] {
  const {
    native,
    blobs,
    attachments: _files,
    pictures,
    warnings,
    identifier,
    kind: own,
    recordedAt,
    ...rest
  } = document
  return {
    ...rest,
    format: 1,
    kind: own ?? kind,
    identifier: identifier !== undefined && IDENTIFIER.test(identifier) ? identifier : undefined,
    attachments: [...attachments],
  }
}

/** The item a document belongs to: the one it names, the one its file made before, or the one of its title. */
export function chooseItem(content: DocumentToRecord['content'], earlier: string | undefined): string {
  return content.identifier ?? earlier ?? itemIdOf(identityKey(content))
}
