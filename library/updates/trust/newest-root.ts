import { Metadata, MetadataKind, type Root } from '@tufjs/models'
import { METADATA } from '../repository-format.ts'
import type { RepositorySource } from '../sources/repository-source.ts'
import { refuseUpdate } from '../update-refused-error.ts'

const ROOT_LENGTH = 512_000
const MOST_ROOTS = 1024

/** A root that is signed by itself and by each before it. Whether to trust it at all is for a person to say. */
export interface OfferedRoot {
  readonly bytes: Uint8Array
  readonly metadata: Metadata<Root>
}

/**
 * The newest root of a repository, each one vouched for by the one before (TUF 1.0.34 §5.3).
 * @throws {UpdateRefusedError} SOURCE_NOT_FOUND without a root, PACK_FORGED when one is not vouched for
 */
export async function newestRoot(source: RepositorySource): Promise<OfferedRoot> {
  let newest: OfferedRoot | undefined
  for (let version = 1; version <= MOST_ROOTS; version++) {
    const file = `${METADATA}/${version}.root.json`
    const bytes = await source.read(file, ROOT_LENGTH)
    if (!bytes) break
    newest = { bytes, metadata: readRoot(bytes, file, version, newest?.metadata) }
  }
  if (newest) return newest
  throw refuseUpdate('SOURCE_NOT_FOUND', `${source.place} 里没有 ${METADATA}/1.root.json。`)
}

function readRoot(bytes: Uint8Array, file: string, version: number, before: Metadata<Root> | undefined) {
  try {
    const root = Metadata.fromJSON(MetadataKind.Root, JSON.parse(Buffer.from(bytes).toString('utf8')))
    if (root.signed.version !== version) throw new Error(`version ${root.signed.version}`)
    root.verifyDelegate(MetadataKind.Root, root)
    before?.verifyDelegate(MetadataKind.Root, root)
    return root
  } catch (error) {
    throw refuseUpdate('PACK_FORGED', file, error)
  }
}
