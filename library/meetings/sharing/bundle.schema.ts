import { z } from 'zod'
import { ItemKind } from '../../items/item-kind.ts'
import { Sha256 } from '../../items/revision.schema.ts'
import { MaterialRecord } from '../materials/material.schema.ts'

/** A material's file: its record, cleaned pictures, and the revisions that it cites with their attachments. */
export const BUNDLE_ENDING = '.xinhuo-meeting'
export const BUNDLE_ENTRY = 'meeting.json'

/** Files in one bundle; bytes of what it says, of one file, and of all together. */
export const MOST_FILES = 4000
export const LARGEST_BODY = 16 * 1024 ** 2
export const LARGEST_FILE = 256 * 1024 ** 2
export const LARGEST_FILES = 2 * 1024 ** 3

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`))

const BundleFile = z.strictObject({
  sha256: Sha256,
  size: z.int().min(0).max(LARGEST_FILE),
  mediaType: z.string().min(1).max(100),
})
export type BundleFile = z.infer<typeof BundleFile>

/** A revision that the material cites; its canonical form is the file of the same hash. */
const BundleItem = z.strictObject({
  itemId: z.string().regex(/^[a-z0-9][a-z0-9-]{2,79}$/),
  revision: Sha256,
  title: z.string().min(1).max(500),
  kind: ItemKind,
  /** Its attachments, by their hashes. */
  attachments: z.array(Sha256).max(1000),
})
export type BundleItem = z.infer<typeof BundleItem>

/** All that the sender signed. */
export const BundleBody = z.strictObject({
  type: z.literal('material'),
  format: z.literal(1),
  /** Names this file for ever. */
  id: z.uuid(),
  sender: z.strictObject({ name: z.string().trim().min(1).max(100), publicKey: hex(32) }),
  /** UTC. */
  sentAt: z.iso.datetime(),
  /** The id that the material has where it was made first. */
  origin: z.string().regex(/^[a-z0-9][a-z0-9-]{2,79}$/),
  record: MaterialRecord,
  pictures: z.array(Sha256).max(2000),
  items: z.array(BundleItem).max(1000),
  files: z.array(BundleFile).max(MOST_FILES),
})
export type BundleBody = z.infer<typeof BundleBody>

/** `meeting.json`; beside it lie `files/<sha256>`, stored as they are. */
export const SignedBundle = z.strictObject({ body: BundleBody, signature: hex(64) })
export type SignedBundle = z.infer<typeof SignedBundle>
