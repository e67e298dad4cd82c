import { createHash } from 'node:crypto'
import { accessSync, constants, mkdirSync } from 'node:fs'
import path from 'node:path'

/**
 * Where a shell keeps its window's place and Chromium its caches: within the library, so that two
 * libraries are two apps; in the temporary folder when the library cannot be written.
 */
export function shellDataFolder(library: string, name: 'desktop' | 'browser', temporary: string): string {
  const inside = path.join(library, name)
  try {
    mkdirSync(inside, { recursive: true, mode: 0o700 })
    accessSync(inside, constants.W_OK)
    return inside
  } catch {
    const key = createHash('sha256').update(library).digest('hex').slice(0, 16)
    const outside = path.join(temporary, `xinhuo-${name}-${key}`)
    mkdirSync(outside, { recursive: true, mode: 0o700 })
    return outside
  }
}
