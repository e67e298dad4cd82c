import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { ExportResult, ImportResult } from '../../library/jobs/job-view.ts'
import { type LibrarySession, openLibrarySession } from '../../library/service/library-session.ts'
import { spawnReadersHere } from '../../library/service/spawn-readers.ts'

/** A real library with its writer's thread and reader processes, in a temporary folder. */
export interface TestSession extends LibrarySession {
  /** Writes files below a folder of their own and imports it. */
  importFiles(files: Readonly<Record<string, string | Uint8Array>>, folder?: string): Promise<ImportResult>
  importPaths(paths: readonly string[], kind?: string): Promise<ImportResult>
  exportTo(directory: string): Promise<ExportResult>
  /** Every revision's hash, in order. */
  hashes(): Promise<string[]>
  /** Items by title, with what their history says of the current revision. */
  items(): Promise<{ id: string; title: string; revisions: number; validity: string; current_revision: string }[]>
  /** A folder that goes away with the session. */
  readonly scratch: string
}

export async function openTestSession(): Promise<TestSession> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-session-'))
  const session = await openLibrarySession({ root: path.join(scratch, 'library'), spawnReader: spawnReadersHere() })
  const run = async (type: 'import' | 'export', parameters: object): Promise<unknown> => {
    const job = await session.jobs.start(type, parameters)
    for await (const view of session.jobs.follow(job.id)) {
      if (view.state === 'failed') throw new Error(`${view.error?.code}: ${view.error?.message}`)
      if (view.state === 'done') return view.result
    }
    throw new Error(`the ${type} did not end`)
  }
  return Object.assign(Object.create(session) as LibrarySession, {
    scratch,
    importPaths: (paths: readonly string[], kind?: string) => run('import', { paths, kind }) as Promise<ImportResult>,
    importFiles(files: Readonly<Record<string, string | Uint8Array>>, folder = 'files') {
      const root = path.join(scratch, folder)
      for (const [name, content] of Object.entries(files)) {
        const file = path.join(root, name)
        mkdirSync(path.dirname(file), { recursive: true })
        writeFileSync(file, content)
      }
      return run('import', { paths: [root] }) as Promise<ImportResult>
    },
    exportTo: (directory: string) => run('export', { directory }) as Promise<ExportResult>,
    async hashes() {
      const rows = await session.access.db.selectFrom('revision').select('sha256').orderBy('sha256').execute()
      return rows.map((row) => row.sha256)
    },
    items: () =>
      session.access.db
        .selectFrom('item')
        .where('put_away_at', 'is', null)
        .select(['id', 'title', 'revisions', 'validity', 'current_revision'])
        .orderBy('title')
        .execute(),
    async close() {
      await session.close()
      rmSync(scratch, { recursive: true, force: true })
    },
  })
}
