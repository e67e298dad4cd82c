import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shellDataFolder } from '../../electron/shell-data-folder.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-data-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('what a window keeps for itself', () => {
  it('lies within the library', () => {
    const library = path.join(folder, '库')
    expect(shellDataFolder(library, 'desktop', folder)).toBe(path.join(library, 'desktop'))
    expect(existsSync(path.join(library, 'desktop'))).toBe(true)
  })

  it('lies in the temporary folder when the library cannot be written, one for each library', () => {
    writeFileSync(path.join(folder, 'file'), 'a file stands where the folder should be')
    const outside = shellDataFolder(path.join(folder, 'file/库'), 'browser', path.join(folder, 'tmp'))
    expect(path.dirname(outside)).toBe(path.join(folder, 'tmp'))
    expect(shellDataFolder(path.join(folder, 'file/另一个'), 'browser', path.join(folder, 'tmp'))).not.toBe(outside)
  })
})
