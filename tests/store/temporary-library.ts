import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished, vi } from 'vitest'

/** A folder that goes when the test ends, or with `atEnd`, when whatever that waits for does. */
export function temporaryFolder(atEnd: (clear: () => void) => void = onTestFinished): string {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'xinhuo-store-')))
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The drivers that must behave alike. */
export const drivers = ['better-sqlite3', 'node:sqlite'] as const
export type DriverName = (typeof drivers)[number]

/** The store's modules, loaded anew so that they open every file with this driver. */
export async function storeOver(driver: DriverName) {
  vi.resetModules()
  vi.stubEnv('XINHUO_SQLITE', driver === 'node:sqlite' ? 'node' : '')
  const modules = {
    ...(await import('../../library/store/open-sqlite.ts')),
    ...(await import('../../library/store/open-library-database.ts')),
    ...(await import('../../library/store/migrate.ts')),
    ...(await import('../../library/store/database-copy.ts')),
    ...(await import('../../library/store/recover-library.ts')),
    ...(await import('../../library/store/library-lock.ts')),
    ...(await import('../../library/store/library-paths.ts')),
    ...(await import('../../library/importing/record-documents.ts')),
    ...(await import('../../library/items/items.repository.ts')),
  }
  vi.unstubAllEnvs()
  return modules
}
export type Store = Awaited<ReturnType<typeof storeOver>>

/** A small policy as the readers hand it over; `body` makes the revision. */
export function policyDocument(title: string, body = '第一条 为了试验，制定本办法。\n\n第二条 自公布之日起施行。') {
  return {
    location: `policy\n/somewhere\n${title}.md`,
    source: `${title}.md`,
    sourceSha256: '0'.repeat(64),
    content: { format: 1 as const, kind: 'policy' as const, identifier: undefined, title, body },
    blobs: [],
    activity: 'import' as const,
    starter: false,
  }
}

/** Writes small policies as Markdown files, some in folders below, and returns their sources. */
export function writePolicies(folder: string, count: number, name = '办法'): string[] {
  const sources = Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(3, '0')
    return index % 3 === 0 ? `下级/${name}${number}.md` : `${name}${number}.md`
  })
  for (const [index, source] of sources.entries()) {
    const file = path.join(folder, source)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, policyText(`${name}第${index + 1}号试行办法`, `编号标记${index + 1}甲`))
  }
  return sources
}

/** A policy as a Markdown file that holds `mark` in its second provision. */
export function policyText(title: string, mark: string): string {
  const filler = '各村应当如实登记，公开透明，接受监督。'.repeat(20)
  return `# ${title}\n\n第一条 为了规范管理，制定本办法。\n\n第二条 ${mark}。${filler}\n\n第三条 本办法自2024年1月1日起施行。\n`
}
