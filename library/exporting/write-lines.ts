import { open, rm } from 'node:fs/promises'
import path from 'node:path'
import { syncDirectory } from '../store/blob-store.ts'

/** Writes one JSON object a line as they come, and leaves no empty file behind. Returns how many lines. */
export async function writeLines(file: string, values: AsyncIterable<object>): Promise<number> {
  const handle = await open(file, 'wx', 0o600)
  let lines = 0
  try {
    for await (const value of values) {
      await handle.writeFile(`${JSON.stringify(value)}\n`)
      lines += 1
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  if (lines === 0) await rm(file)
  await syncDirectory(path.dirname(file))
  return lines
}
