import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'

/**
 * Writes a file into a folder that is there, whole or not at all. The folder is never made: where a stick was pulled
 * out, its place must stay empty. The caller makes the folder durable, once for many files.
 * @param draft the name it has until it is complete; what a crash left under it is written over
 */
export async function writeMadeFile(directory: string, name: string, bytes: Uint8Array, draft: string): Promise<void> {
  const temporary = path.join(directory, draft)
  try {
    const handle = await open(temporary, 'w', 0o644)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, path.join(directory, name))
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw error
  }
}
