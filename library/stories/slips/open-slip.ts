import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { BlobStore } from '../../store/blob-store.ts'
import { recordSha256 } from '../record-hash.ts'
import { BODY_ENTRY } from './pack-slip.ts'
import { isSealed, unseal } from './seal.ts'
import { openSignedArchive, type SignedArchiveRules } from './signed-archive.ts'
import { LARGEST_BODY, LARGEST_FILES, MOST_FILES, SignedSlip, type SlipBody } from './slip.schema.ts'
import { slipError } from './slip-error.ts'

/** A slip that says what its sender signed, with files that are what it says. */
export interface OpenedSlip {
  readonly body: SlipBody
  /** Puts the files into the store. Nothing was stored before. */
  storeFiles(blobs: Pick<BlobStore, 'receive' | 'has'>): Promise<void>
}

const RULES: SignedArchiveRules<SlipBody> = {
  bodyEntry: BODY_ENTRY,
  schema: SignedSlip,
  mostFiles: MOST_FILES,
  largestBody: LARGEST_BODY,
  largestFiles: LARGEST_FILES,
  refuse: (code, given) => slipError(`SLIP_${code}`, given),
}

/**
 * Opens a slip's file, and believes nothing of it before all of it has been looked at. Nothing is kept.
 * @param work a folder for what is unsealed, which the caller clears
 * @throws {SlipError} what is wrong with it, in a sentence
 */
export async function openSlip(file: string, work: string, passphrase: string | undefined): Promise<OpenedSlip> {
  if ((await stat(file)).size === 0) throw slipError('SLIP_TRUNCATED')
  let zip = file
  if (await isSealed(file)) {
    if (passphrase === undefined || passphrase.trim() === '') throw slipError('SLIP_PASSPHRASE_MISSING')
    zip = path.join(work, 'unsealed.zip')
    await unseal(file, zip, passphrase)
  }
  const { body, storeFiles } = await openSignedArchive(zip, RULES)
  if ('record' in body && recordSha256(body.record) !== body.recordSha256) throw slipError('SLIP_ALTERED')
  return { body, storeFiles: (blobs) => storeFiles(blobs, body.files) }
}
