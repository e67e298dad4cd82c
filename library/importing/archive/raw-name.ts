import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** A path as the system wants it: text, or bytes where the names in it are not UTF-8. */
export type RawPath = string | Buffer

/** An entry of a folder: its name as a person reads it, and the path that opens it. */
export interface RawEntry {
  readonly name: string
  readonly path: RawPath
  readonly entry: Pick<Dirent, 'isDirectory' | 'isFile' | 'isSymbolicLink'>
}

/**
 * Lists a folder. Archives made on Chinese Windows and unpacked on Linux leave names in GBK, which
 * text cannot hold: such entries keep their bytes for opening and are read as GB18030 for showing.
 */
export async function listFolder(folder: RawPath): Promise<RawEntry[]> {
  if (typeof folder === 'string') {
    const entries = await readdir(folder, { withFileTypes: true })
    if (!entries.some((entry) => entry.name.includes('\uFFFD')))
      return entries.map((entry) => ({ name: entry.name, path: join(folder, entry.name), entry }))
  }
  const bytes = Buffer.from(folder)
  const entries = await readdir(bytes, { withFileTypes: true, encoding: 'buffer' })
  return entries.map((entry) => {
    const name = decodeStrict(entry.name, 'utf-8')
    return {
      name: name ?? decodeStrict(entry.name, 'gb18030') ?? entry.name.toString('utf8'),
      path:
        typeof folder === 'string' && name !== undefined
          ? join(folder, name)
          : Buffer.concat([bytes, Buffer.from('/'), entry.name]),
      entry,
    }
  })
}

function decodeStrict(bytes: Buffer, encoding: 'utf-8' | 'gb18030'): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
