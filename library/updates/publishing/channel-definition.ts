import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { IsoDate, Sha256 } from '../../items/revision.schema.ts'
import { writeWhole } from '../../store/blob-store.ts'
import { ChannelId, Tombstone } from '../repository-format.ts'
import { KeyName, KeyRole } from './key-file.ts'
import { publishingError } from './publishing-error.ts'

/** What goes into a channel; see ChannelChoice of the publishing desk. */
export const Choice = z.strictObject({
  queries: z.array(z.string().min(1).max(400)).max(200),
  items: z.array(z.string().min(1).max(80)).max(100_000),
  excluded: z.array(z.string().min(1).max(80)).max(100_000),
})

const DefinedKey = z.strictObject({
  name: KeyName,
  role: KeyRole,
  holder: z.string().min(1).max(100),
  keyId: Sha256,
  public: Sha256,
  /** Where its file was last seen; relative to the publisher's folder when it lies there. */
  file: z.string().optional(),
  retired: z.strictObject({ on: IsoDate, because: z.enum(['rotated', 'revoked']) }).optional(),
})
export type DefinedKey = z.infer<typeof DefinedKey>

const years = z.number().positive().max(30)

/** `channel.json` of a publisher's folder. It holds no secret. */
export const ChannelDefinition = z.strictObject({
  format: z.literal(1),
  id: ChannelId,
  title: z.string().min(1).max(100),
  publisher: z.string().min(1).max(200),
  choice: Choice,
  withdrawn: z.array(Tombstone.extend({ itemId: z.string().min(1), title: z.string().min(1).max(500) })),
  /** Every key there ever was; the newest root says which of them count. */
  keys: z.array(DefinedKey),
  /** How long signatures hold. Long: machines without a network are seldom updated. Years. */
  expiry: z.strictObject({ root: years, targets: years, snapshot: years, timestamp: years }),
  keepVersions: z.int().min(2).max(1000),
  nextExpectedOn: IsoDate.optional(),
  /** The root of a change of keys that may not have been carried through. */
  renewing: z.int().positive().optional(),
})
export type ChannelDefinition = z.infer<typeof ChannelDefinition>

/** The publisher's folder. */
export const publisherPaths = (directory: string) => ({
  definition: path.join(directory, 'channel.json'),
  keys: path.join(directory, 'keys'),
  answers: path.join(directory, 'answers.json'),
  lock: path.join(directory, 'publishing.lock'),
  repositoryOf: (stage: 'released' | 'draft') => path.join(directory, stage === 'draft' ? 'draft' : 'repository'),
})

/** @throws {PublishingError} PUBLISHING_FOLDER_UNKNOWN, PUBLISHING_FOLDER_DAMAGED */
export async function readDefinition(directory: string): Promise<ChannelDefinition> {
  const { definition } = publisherPaths(directory)
  const text = await readFile(definition, 'utf8').catch((error: unknown) => {
    throw publishingError('PUBLISHING_FOLDER_UNKNOWN', directory, error)
  })
  try {
    return ChannelDefinition.parse(JSON.parse(text))
  } catch (error) {
    throw publishingError('PUBLISHING_FOLDER_DAMAGED', definition, error)
  }
}

export async function writeDefinition(directory: string, definition: ChannelDefinition): Promise<void> {
  const text = JSON.stringify(ChannelDefinition.parse(definition), null, 2)
  await writeWhole(publisherPaths(directory).definition, `${text}\n`)
}
