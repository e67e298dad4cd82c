import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'

/** Where a site's new files are gathered before they are put in place. */
export const STAGING = '.xinhuo-build'

/** What systems put onto every stick, and nobody means. */
const SYSTEM =
  /^(?:System Volume Information|\$RECYCLE\.BIN|RECYCLER|lost\+found|desktop\.ini|Thumbs\.db|autorun\.inf|\.DS_Store|\.Trash-\d+|\.Trashes|\.Spotlight-V100|\.fseventsd|\.TemporaryItems|\._.*)$/i

/** True for a name that says nothing of whose a folder is. */
export const isNobodys = (name: string): boolean => name === STAGING || SYSTEM.test(name)

/** The files below a folder, with `/`, but for what systems put there. Links are told as files, not followed. */
export async function listFiles(directory: string, below = ''): Promise<string[]> {
  const entries = await readdir(path.join(directory, below), { withFileTypes: true })
  const files: string[] = []
  for (const entry of entries) {
    if (isNobodys(entry.name)) continue
    const name = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) files.push(...(await listFiles(directory, name)))
    else files.push(name)
  }
  return files
}

/** The SHA-256 of a file, read in pieces. */
export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file, { highWaterMark: 1024 * 1024 })) hash.update(piece as Buffer)
  return hash.digest('hex')
}
