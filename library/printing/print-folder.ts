import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

const PREFIX = 'xinhuo-print-'
/** What is older was left by a process that was killed. Milliseconds. */
const LEFT_OVER = 3600 * 1000

/** A folder of one's own for printing one document. What was typed into it does not lie about afterwards. */
export async function inPrintFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  await clearLeftOvers()
  const folder = await mkdtemp(path.join(os.tmpdir(), PREFIX))
  try {
    return await work(folder)
  } finally {
    // A program that was just ended may still hold a file for a moment on Windows.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function clearLeftOvers(): Promise<void> {
  for (const name of await readdir(os.tmpdir()).catch(() => [] as string[])) {
    if (!name.startsWith(PREFIX)) continue
    const folder = path.join(os.tmpdir(), name)
    const made = await stat(folder).catch(() => undefined)
    // Another person's folder of that name is theirs.
    if (made && made.mtimeMs < Date.now() - LEFT_OVER)
      await rm(folder, { recursive: true, force: true }).catch(() => {})
  }
}
