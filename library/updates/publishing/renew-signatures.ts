import type { Metadata, Root } from '@tufjs/models'
import { METADATA } from '../repository-format.ts'
import { publisherPaths, readDefinition, writeDefinition } from './channel-definition.ts'
import { describeRelease, keepRoots, openFolder } from './open-folder.ts'
import { readPublished } from './read-published.ts'
import { openRepositoryWriter } from './repository-writer.ts'
import type { Signer } from './signer.ts'
import { writeRelease } from './write-release.ts'

const NOTES = '更换了签名密钥，内容没有变化。'

/** A root that is about to be written. */
export interface NextRoot {
  readonly metadata: Metadata<Root>
  readonly bytes: Uint8Array
}

/**
 * Carries a change of keys through: what the newest root does not vouch for is signed anew, as a version with the same
 * content, and the root is written right before that version counts. Done again after an interruption, it goes on
 * where it stopped. The caller has the folder.
 * @param next the root to come; without it the newest there is
 * @throws {PublishingError} PASSPHRASE_MISSING
 */
export async function renewSignatures(
  directory: string,
  signers: readonly Signer[],
  now: Date,
  next?: NextRoot,
): Promise<void> {
  const paths = publisherPaths(directory)
  for (const stage of ['released', 'draft'] as const) {
    const folder = await openFolder(directory)
    const state = folder[stage]
    if (!state && stage === 'draft') continue
    const repository = paths.repositoryOf(stage)
    const root = next?.metadata ?? folder.root
    const writer = await openRepositoryWriter(repository)
    const keepRoot = async () => {
      if (next) await writer.writeMissing(`${METADATA}/${root.signed.version}.root.json`, next.bytes)
      await keepRoots(paths.repositoryOf('released'), writer)
    }
    const stands = await readPublished(repository, [root]).then(
      () => true,
      () => false,
    )
    if (!state || stands) {
      await keepRoot()
      continue
    }
    const { entries, answers } = state
    const description = describeRelease(folder, stage, state.description.items, NOTES, now)
    await writeRelease({ description, entries: [...entries.values()], answers }, state, {
      writer,
      root,
      signers,
      expiry: folder.definition.expiry,
      now,
      signal: new AbortController().signal,
      beforeItCounts: keepRoot,
    })
  }
  const { renewing: _done, ...definition } = await readDefinition(directory)
  await writeDefinition(directory, definition)
}
