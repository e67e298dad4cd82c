import { z } from 'zod'
import { ItemKind } from './item-kind.ts'

export const IsoDate = z.iso.date()
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** An attachment (附件): the blob's hash and how to show it. `size` in bytes. */
export const Attachment = z.strictObject({
  name: z.string().min(1).max(255),
  mediaType: z.string().min(1),
  sha256: Sha256,
  size: z.int().nonnegative(),
})
export type Attachment = z.infer<typeof Attachment>

/** A work this item was drawn from (dcterms:source). */
export const SourceWork = z.strictObject({
  title: z.string().min(1),
  note: z.string().optional(),
  url: z.string().optional(),
})
export type SourceWork = z.infer<typeof SourceWork>

/**
 * The canonical content of a revision: everything that its SHA-256 covers, and nothing about
 * this machine (paths, import times) which provenance records apart.
 * Optional properties are absent rather than null, so that one content has one form.
 * `body` is Markdown in NFC with LF line ends; pictures are `![alt](sha256:HEX)`.
 */
export const RevisionContent = z.strictObject({
  format: z.literal(1),
  kind: ItemKind,
  /** dcterms:identifier: the item's id, the same for all its revisions. */
  identifier: z.string().regex(/^[a-z0-9][a-z0-9-]{2,79}$/),
  title: z.string().min(1).max(500),
  /** dcterms:alternative: subtitles, short names. */
  alternative: z.array(z.string().min(1)).optional(),
  /** What kind of text this is for readers, e.g. 解读 or 示例故事. */
  label: z.string().min(1).optional(),
  /** 发文机关 (ELI passed_by). */
  issuer: z.string().min(1).optional(),
  /** 发文字号 in its normal form, e.g. 国发〔2024〕12号. */
  documentNumber: z.string().min(1).optional(),
  /** When this version was issued or passed (ELI version_date). */
  issuedOn: IsoDate.optional(),
  effectiveFrom: IsoDate.optional(),
  repealedOn: IsoDate.optional(),
  expiresOn: IsoDate.optional(),
  topics: z.array(z.string().min(1)).optional(),
  posts: z.array(z.string().min(1)).optional(),
  places: z.array(z.string().min(1)).optional(),
  description: z.string().min(1).optional(),
  sources: z.array(SourceWork).optional(),
  body: z.string(),
  attachments: z.array(Attachment).optional(),
})
export type RevisionContent = z.infer<typeof RevisionContent>
