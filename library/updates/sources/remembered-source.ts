import path from 'node:path'
import { METADATA, TARGETS } from '../repository-format.ts'
import type { RepositorySource } from './repository-source.ts'

/**
 * The same source, asked once for its metadata and for what the channel says of itself: a check looks at them first to
 * learn whose they are, and then to verify them, and both must see the same. Bins and objects are not kept in memory.
 */
export function rememberedSource(source: RepositorySource): RepositorySource {
  const known = new Map<string, Promise<Uint8Array | undefined>>()
  return {
    ...source,
    read(file, most) {
      const folder = path.posix.dirname(file)
      if (folder !== METADATA && folder !== TARGETS) return source.read(file, most)
      const name = `${file} ${most}`
      const reading = known.get(name) ?? source.read(file, most)
      known.set(name, reading)
      return reading
    },
  }
}
