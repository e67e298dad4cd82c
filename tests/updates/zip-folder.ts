import { createWriteStream, readdirSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/**
 * Zips a folder's files.
 * @param options.below a folder of the archive to put them into; its root without
 * @param options.compress false stores them as they are
 */
export async function zipFolder(
  folder: string,
  file: string,
  options: { readonly below?: string; readonly compress: boolean },
): Promise<string> {
  const zip = new ZipFile()
  for (const name of filesBelow(folder)) {
    const inside = [...(options.below === undefined ? [] : [options.below]), ...name.split(path.sep)].join('/')
    zip.addFile(path.join(folder, name), inside, { compress: options.compress })
  }
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(file))
  return file
}

/** Relative paths of all files below a folder, in order. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()
}
