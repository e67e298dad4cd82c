import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'

/** Bytes read at once. */
const PIECE = 256 * 1024

/** Copies files through buffers that are used again. */
export interface FileCopier {
  /**
   * Copies a file durably, for everybody to read: web servers run as somebody else.
   * @returns the SHA-256 of what was copied
   */
  copy(source: string, to: string, signal: AbortSignal): Promise<string>
}

/**
 * A buffer of its own for each file of a site would keep the garbage collector busier than the files themselves: there
 * are as many as copies at once.
 */
export function createFileCopier(): FileCopier {
  const spare: Buffer[] = []
  return {
    async copy(source, to, signal) {
      const buffer = spare.pop() ?? Buffer.allocUnsafeSlow(PIECE)
      try {
        return await copyThrough(buffer, source, to, signal)
      } finally {
        spare.push(buffer)
      }
    },
  }
}

async function copyThrough(buffer: Buffer, source: string, to: string, signal: AbortSignal): Promise<string> {
  const from = await open(source, 'r')
  try {
    return await writeFrom(from, buffer, to, signal)
  } finally {
    await from.close()
  }
}

async function writeFrom(from: FileHandle, buffer: Buffer, to: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  const handle = await open(to, 'w', 0o644)
  try {
    for (;;) {
      signal.throwIfAborted()
      const { bytesRead } = await from.read(buffer, 0, PIECE)
      if (bytesRead === 0) break
      const piece = buffer.subarray(0, bytesRead)
      hash.update(piece)
      await handle.writeFile(piece)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return hash.digest('hex')
}
