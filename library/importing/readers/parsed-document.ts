import { z } from 'zod'
import { ItemKind } from '../../items/item-kind.ts'
import { RevisionContent, Sha256 } from '../../items/revision.schema.ts'

/** A picture found inside a file, named by the SHA-256 of its bytes. */
export const ParsedBlob = z.strictObject({
  name: z.string().min(1).max(255),
  mediaType: z.string().min(1),
  sha256: Sha256,
  data: z.instanceof(Uint8Array),
})
export type ParsedBlob = z.infer<typeof ParsedBlob>

/** A file that native front matter names as an attachment; `path` is relative to the document. */
export const ParsedAttachment = z.strictObject({
  name: z.string().min(1).max(255),
  mediaType: z.string().min(1),
  path: z.string().min(1),
})
export type ParsedAttachment = z.infer<typeof ParsedAttachment>

/** Something a person should know about how a file was read: a stable code and a plain Chinese sentence. */
export const ParseWarning = z.strictObject({ code: z.string().min(1), message: z.string().min(1) })
export type ParseWarning = z.infer<typeof ParseWarning>

/**
 * What a reader makes of one file: content, not yet an item.
 * Optional properties mean the same as in RevisionContent and are absent when nothing was recognised.
 */
export const ParsedDocument = z.strictObject({
  ...RevisionContent.omit({ format: true, kind: true, identifier: true, attachments: true }).shape,
  /** True for front matter with `xinhuo: 1`: taken as it is, nothing is recognised from the text. */
  native: z.boolean(),
  kind: ItemKind.optional(),
  identifier: z.string().min(1).optional(),
  /** When the library that exported this revision had recorded it; native front matter alone states it. */
  recordedAt: z.iso.datetime().optional(),
  blobs: z.array(ParsedBlob),
  attachments: z.array(ParsedAttachment),
  /** Pictures that native front matter lists and the body shows by `path`; the importer puts their hash there. */
  pictures: z.array(ParsedAttachment).optional(),
  warnings: z.array(ParseWarning),
})
export type ParsedDocument = z.infer<typeof ParsedDocument>

/** One file as it is handed to a reader; `name` is its file name or its path within the import, with `/`. */
export interface DocumentInput {
  readonly name: string
  readonly bytes: Uint8Array
  readonly modifiedAt?: Date | undefined
}
