import { createHash } from 'node:crypto'
import { open, readdir } from 'node:fs/promises'
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

/** Bytes read at once. */
const PIECE = 256 * 1024

/** The SHA-256 of a file, read in pieces into one buffer, which is no larger than the file. */
export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const buffer = Buffer.allocUnsafe(Math.max(1, Math.min(size, PIECE)))
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length)
      if (bytesRead === 0) return hash.digest('hex')
      hash.update(buffer.subarray(0, bytesRead))
    }
  } finally {
    await handle.close()
  }
}
