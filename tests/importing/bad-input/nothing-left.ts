import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, vi } from 'vitest'
import { examineLibrary } from '../../../library/service/doctor.ts'
import type { LibrarySession } from '../../../library/service/library-session.ts'

/** Names quoted, and Latin words that a Chinese official meets every day. */
const usualWords = /“[^”]*”|\.[a-z]{2,5}|\b(?:WPS|PDF|OFD|RTF|RAR|Word|Markdown|YAML|UTF|MB|GB)\b/g

/** Each reason is plain Chinese: no English, no stack, no path of this machine. */
export function expectPlainReasons(said: readonly { readonly reason: string }[]): void {
  for (const { reason } of said) {
    expect(reason).toMatch(/^\p{Script=Han}.*[。！]$/u)
    expect(reason.replace(usualWords, '')).not.toMatch(/[A-Za-z]{3,}|\/(?:tmp|home|root)|\n/)
  }
}

/** The codes by file. */
export const codes = (skipped: readonly { readonly file: string; readonly code: string }[]): Record<string, string> =>
  Object.fromEntries(skipped.map(({ file, code }) => [file, code]))

/** No reader goes on, no half-written file lies about, and the library is whole. */
export async function expectNothingLeft(session: LibrarySession): Promise<void> {
  await vi.waitFor(() => expect(readersOf(process.pid)).toEqual([]), { timeout: 3000 })
  const names = readdirSync(session.paths.root, { recursive: true, encoding: 'utf8' })
  expect(names.filter((name) => name.endsWith('.tmp') || name.startsWith(`incoming${path.sep}`))).toEqual([])
  const report = await examineLibrary(session.access, session.paths, () => session.writer.findDamage(), undefined)
  expect(report.checks.filter((check) => !check.ok)).toEqual([])
}

/** Reader processes among the children of a process, the dead ones nobody asked after included. */
export function readersOf(parent: number): string[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc').flatMap((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
      const isChild = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent
      const command = readFileSync(`/proc/${pid}/cmdline`, 'latin1')
      return isChild && (command === '' || command.includes('reader-process')) ? [`${pid} ${command}`] : []
    } catch {
      return []
    }
  })
}
