import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { FoundFile } from '../../../library/importing/archive/found-file.ts'
import { walk } from '../../../library/importing/archive/walk.ts'

/** A folder with the given files that goes when the test ends. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'xinhuo-walk-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** Everything a walk finds. */
export async function found(...paths: string[]): Promise<FoundFile[]> {
  const files: FoundFile[] = []
  for await (const file of walk(paths)) files.push(file)
  return files
}

/** What a walk finds, as `source` for documents and `source CODE` for refusals. */
export async function listing(...paths: string[]): Promise<string[]> {
  return (await found(...paths)).map((file) => (file.type === 'document' ? file.source : `${file.source} ${file.code}`))
}
