import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** Uploads older than this go when another comes in, and no more than so many stay. Milliseconds. */
const KEPT = 24 * 3600 * 1000
const MOST_KEPT = 20

/** Clears a folder of uploads, each a file or a folder of its own, of those that nobody came back for. */
export async function clearOldUploads(root: string): Promise<void> {
  const uploads = await Promise.all(
    (await readdir(root)).map(async (name) => ({
      name,
      at: (await stat(path.join(root, name)).catch(() => undefined))?.mtimeMs ?? 0,
    })),
  )
  uploads.sort((a, b) => b.at - a.at)
  const old = uploads.filter(({ at }, place) => place >= MOST_KEPT || at < Date.now() - KEPT)
  for (const { name } of old) await rm(path.join(root, name), { recursive: true, force: true })
}
