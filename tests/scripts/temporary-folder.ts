import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach } from 'vitest'

/** A folder that each test of the file gets anew. */
export interface TemporaryFolder {
  readonly path: string
  write(file: string, text: string, mode?: number): string
}

export function temporaryFolderPerTest(): TemporaryFolder {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-scripts-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  return {
    get path() {
      return folder
    },
    write: (file, text, mode = 0o644) => {
      const at = path.join(folder, file)
      mkdirSync(path.dirname(at), { recursive: true })
      writeFileSync(at, text, { mode })
      return at
    },
  }
}
