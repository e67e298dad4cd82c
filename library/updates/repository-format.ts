import { z } from 'zod'
import { ItemKind } from '../items/item-kind.ts'
import { IsoDate, Sha256 } from '../items/revision.schema.ts'

/**
 * The files of a channel's repository, beside its TUF 1.0 metadata:
 *
 * ```
 * metadata/N.root.json  N.targets.json  N.snapshot.json  timestamp.json
 * targets/HASH.channel.json.zst          the {@link ChannelDescription}
 * targets/bins/HASH.ab.json.zst          one of 256 {@link ManifestBin}s
 * objects/ab/abcdef…                     revisions and blobs, named by the SHA-256 of the stored bytes
 * ```
 *
 * Targets carry their hash in their names (consistent snapshots), and objects are never rewritten, so a reader
 * in the middle of an update is undisturbed by the next. TUF vouches for the bins, a bin for its objects'
 * stored bytes, and a revision's own name for its content.
 */
export const REPOSITORY_FORMAT = 1

/** Names of TUF targets, without the hash that consistent snapshots put before their last part. */
export const channelTarget = 'channel.json.zst'
export const binTarget = (bin: string) => `bins/${bin}.json.zst`
export const answersTarget = 'answers.json.zst'

/** Folders below the repository's root. */
export const METADATA = 'metadata'
export const TARGETS = 'targets'
export const OBJECTS = 'objects'
export const objectPath = (object: string) => `${OBJECTS}/${object.slice(0, 2)}/${object}`

/** No single stored object, target or decompressed text is larger: what claims more is refused unread. Bytes. */
export const LARGEST_OBJECT = 512 * 1024 * 1024
export const LARGEST_REVISION = 64 * 1024 * 1024
export const LARGEST_TARGET = 32 * 1024 * 1024

/** `guojia-zhengce`: small letters, digits and hyphens; also a folder's name. */
export const ChannelId = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{1,62}[a-z0-9])$/)

/** Where the bytes of a revision or blob are, and how long they are stored and whole. Bytes. */
export const ObjectReference = z.strictObject({
  /** SHA-256 of the stored bytes. */
  object: Sha256,
  stored: z.int().nonnegative().max(LARGEST_OBJECT),
  size: z.int().nonnegative().max(LARGEST_OBJECT),
  /** How the stored bytes are packed; `none` for what compressing does not make smaller. */
  encoding: z.enum(['zstd', 'none']),
})
export type ObjectReference = z.infer<typeof ObjectReference>

export const BlobReference = ObjectReference.extend({ sha256: Sha256, mediaType: z.string().min(1) })
export type BlobReference = z.infer<typeof BlobReference>

/** One revision of an item as a channel offers it; its object holds the canonical form (RFC 8785). */
export const RevisionReference = ObjectReference.extend({
  /** The revision's name: SHA-256 of its canonical form. */
  sha256: Sha256,
  /** When the publisher recorded a revision that carries no date of its own, so that it keeps its place. */
  recordedAt: z.iso.datetime().optional(),
  blobs: z.array(BlobReference).optional(),
})
export type RevisionReference = z.infer<typeof RevisionReference>

/** Why an item is no longer offered, and what takes its place. */
export const Tombstone = z.strictObject({
  withdrawnOn: IsoDate,
  reason: z.string().min(1).max(2000),
  /** The id of the item to use instead. */
  replacedBy: z.string().optional(),
})
export type Tombstone = z.infer<typeof Tombstone>

/**
 * What a channel says of one item: its revisions in the order of recording, the last one being what the publisher
 * means, or a tombstone. The facts are those of the last revision, so that a summary needs no object.
 */
export const ManifestEntry = z.strictObject({
  id: z.string().min(1),
  kind: ItemKind,
  title: z.string().min(1).max(500),
  topics: z.array(z.string().min(1)).optional(),
  issuedOn: IsoDate.optional(),
  effectiveFrom: IsoDate.optional(),
  repealedOn: IsoDate.optional(),
  expiresOn: IsoDate.optional(),
  revisions: z.array(RevisionReference).max(500),
  withdrawn: Tombstone.optional(),
})
export type ManifestEntry = z.infer<typeof ManifestEntry>

/** One 256th of a channel's manifest, entries by id. */
export const ManifestBin = z.strictObject({
  format: z.literal(REPOSITORY_FORMAT),
  items: z.array(ManifestEntry),
})
export type ManifestBin = z.infer<typeof ManifestBin>

/** What was published when; `version` counts from 1 and is that of the snapshot. */
export const ReleaseNote = z.strictObject({
  version: z.int().positive(),
  publishedAt: z.iso.datetime(),
  notes: z.string().max(20_000),
})
export type ReleaseNote = z.infer<typeof ReleaseNote>

/** What a channel says of itself. `format` is read first: a newer one asks for a newer app. */
export const ChannelDescription = z.strictObject({
  format: z.literal(REPOSITORY_FORMAT),
  id: ChannelId,
  title: z.string().min(1).max(100),
  publisher: z.string().min(1).max(200),
  /** A draft is for those who check it before everybody has it. */
  stage: z.enum(['released', 'draft']),
  version: z.int().positive(),
  publishedAt: z.iso.datetime(),
  /** When the publisher means to publish next. */
  nextExpectedOn: IsoDate.optional(),
  items: z.int().nonnegative(),
  /** The newest first, at most 20; the first is this version's. */
  notes: z.array(ReleaseNote).max(20),
})
export type ChannelDescription = z.infer<typeof ChannelDescription>

/** Answers to what readers sent in, by the number each report carries. */
export const ReportAnswers = z.strictObject({
  format: z.literal(REPOSITORY_FORMAT),
  answers: z.array(
    z.strictObject({
      number: z.string().min(1).max(60),
      /** The report's digest: a number may come back where a backup is restored or a library copied. */
      report: Sha256.optional(),
      answer: z.string().min(1).max(5000),
      answeredOn: IsoDate,
      /** Items to look at. */
      items: z.array(z.string()).max(20).optional(),
    }),
  ),
})
export type ReportAnswers = z.infer<typeof ReportAnswers>
