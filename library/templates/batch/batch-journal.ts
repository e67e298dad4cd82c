import { open, readFile } from 'node:fs/promises'
import { z } from 'zod'

/** The name a row's document has got, and the code of its form. */
const Planned = z.object({ row: z.int(), file: z.string(), code: z.string() })
export type Planned = z.infer<typeof Planned>

/** What was decided before anything was written, so that a batch taken up after a crash makes nothing twice. */
export interface BatchJournal {
  readonly planned: ReadonlyMap<number, Planned>
  /** Durable when it returns. */
  add(entries: readonly Planned[]): Promise<void>
}

export async function openBatchJournal(file: string): Promise<BatchJournal> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const planned = new Map<number, Planned>()
  // The line a crash cut short says nothing; the row is planned anew.
  for (const line of text.split('\n')) {
    const entry = readLine(line)
    if (entry) planned.set(entry.row, entry)
  }
  return {
    planned,
    async add(entries) {
      for (const entry of entries) planned.set(entry.row, entry)
      const handle = await open(file, 'a', 0o600)
      try {
        // Begins a line of its own after one that was cut short.
        await handle.writeFile(entries.map((entry) => `\n${JSON.stringify(entry)}`).join(''))
        await handle.sync()
      } finally {
        await handle.close()
      }
    },
  }
}

function readLine(line: string): Planned | undefined {
  try {
    return Planned.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}
