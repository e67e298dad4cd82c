import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../store/temporary-library.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

type Module = readonly [file: string, line: string, ...rest: string[]]

/** What Biome says about each of these modules, which hold one line, in their places of a project; '' of one it lets be. */
function lint(modules: readonly Module[]): Map<string, string> {
  const folder = temporaryFolder(afterAll)
  for (const file of ['biome.json', 'scripts/import-rules'])
    cpSync(path.join(root, file), path.join(folder, file), { recursive: true })
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction')
  for (const [file, line] of modules) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(folder, file), `${line}\n`)
  }
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome')
  const options = ['--colors=off', '--error-on-warnings', '--max-diagnostics=none', '--reporter=github']
  const files = modules.map(([file]) => file)
  const { stdout } = spawnSync(process.execPath, [biome, 'lint', ...options, ...files], {
    cwd: folder,
    encoding: 'utf8',
  })
  const said = stdout.split('\n').filter((line) => line.startsWith('::'))
  return new Map(files.map((file) => [file, said.filter((line) => line.includes(`/${file},line=`)).join('\n')]))
}

const refused: readonly (readonly [string, string, string])[] = [
  [
    'renderer/home/a.ts',
    "export { home } from '../../library/items/home.ts'",
    'renderer/ may use `import type` from library/',
  ],
  [
    'renderer/home/b.ts',
    "import { ItemKind } from '../../library/items/item-kind.ts'\nItemKind.parse(1)",
    'renderer/ may use `import type` from library/',
  ],
  ['renderer/home/c.ts', "import '../../electron/main.ts'", 'renderer/ may use `import type` from library/'],
  [
    'renderer/home/d.ts',
    "export const late = () => import('../../library/items/home.ts')",
    'renderer/ may use `import type` from library/',
  ],
  ['renderer/home/e.ts', "export { readFileSync as x } from 'node:fs'", 'renderer/ may import browser packages only'],
  [
    'electron/a.ts',
    "import { a } from '../library/items/a.ts'\na()",
    'electron/ may import library/service/, library/errors/',
  ],
  [
    'electron/b.ts',
    "import type { A } from '../library/search/a.ts'\nexport type B = A",
    'electron/ may import library/service/, library/errors/',
  ],
  ['electron/c.ts', "import { a } from '../renderer/a.ts'\na()", 'electron/ may import electron, node:*, zod'],
  [
    'electron/d.ts',
    "import Database from 'better-sqlite3'\nnew Database()",
    'electron/ may import electron, node:*, zod',
  ],
  [
    'library/items/a.ts',
    "import { app } from '../service/app.ts'\napp()",
    'A domain folder may import other domain folders and library/store/',
  ],
  [
    'library/items/b.ts',
    "import { run } from '../cli/xinhuo.ts'\nrun()",
    'A domain folder may import other domain folders and library/store/',
  ],
  [
    'library/items/c.ts',
    "import Database from 'better-sqlite3'\nnew Database()",
    'Only library/store/ and library/search/ know the database',
  ],
  [
    'library/items/d.ts',
    "import { SqliteDialect } from 'kysely'\nnew SqliteDialect()",
    'Only library/store/ and library/search/ know the SQL dialect',
  ],
  [
    'library/items/e.ts',
    "import { app } from 'electron'\napp.quit()",
    'library/ may import library/, node:* and packages that need neither Electron nor React',
  ],
  [
    'library/items/f.ts',
    "import { useState } from 'react'\nuseState()",
    'library/ may import library/, node:* and packages that need neither Electron nor React',
  ],
  [
    'library/store/a.ts',
    "import { app } from '../service/app.ts'\napp()",
    'library/store/ and library/search/ may import domain folders',
  ],
  [
    'library/search/a.ts',
    "import { app } from 'electron'\napp.quit()",
    'library/ may import library/, node:* and packages',
  ],
  [
    'library/service/a.ts',
    "import { run } from '../cli/run.ts'\nrun()",
    'the command line imports the service, not the other way round',
  ],
  [
    'library/service/b.ts',
    "import Database from 'better-sqlite3'\nnew Database()",
    'the service opens it through them',
  ],
  [
    'library/service/c.ts',
    "import { app } from 'electron'\napp.quit()",
    'library/ may import library/, node:* and packages',
  ],
  [
    'library/cli/a.ts',
    "import { open } from '../store/open.ts'\nopen()",
    'library/cli/ may import library/service/ and library/errors/',
  ],
  [
    'library/cli/commands/e.ts',
    "import { find } from '../../search/find.ts'\nfind()",
    'library/cli/ may import library/service/ and library/errors/',
  ],
  ['library/cli/b.ts', "import { sql } from 'kysely'\nsql`select 1`", 'Only library/store/ and library/search/ know'],
  [
    'library/cli/c.ts',
    "import { app } from 'electron'\napp.quit()",
    'library/ may import library/, node:* and packages',
  ],
  ['library/items/g.ts', 'export const a = (b: any) => b', 'noExplicitAny'],
  ['library/items/h.ts', 'export default 1', 'noDefaultExport'],
  ['library/items/index.ts', "export * from './a.ts'", 'noBarrelFile'],
]

const accepted: readonly Module[] = [
  [
    'renderer/home/a.ts',
    "import type { ItemKind } from '../../library/items/item-kind.ts'\nexport type Kind = ItemKind",
  ],
  ['renderer/home/b.ts', "import { LibraryPage } from '../library/library-page.tsx'\nLibraryPage()"],
  ['renderer/home/home.zh-CN.ts', 'export const home = 1'],
  ['electron/a.ts', "import { AppError } from '../library/errors/app-error.ts'\nexport class E extends AppError {}"],
  ['library/items/a.ts', "import { open } from '../store/open.ts'\nopen()"],
  ['library/items/b.ts', "import { sql } from 'kysely'\nsql`select 1`"],
  ['library/store/a.ts', "import Database from 'better-sqlite3'\nnew Database()"],
  ['library/service/a.ts', "import { items } from '../items/items.ts'\nitems()"],
  ['library/cli/a.ts', "import { start } from '../service/start.ts'\nstart()"],
  ['library/cli/b.ts', "import type { SearchAnswer } from '../search/search-view.ts'\nexport type A = SearchAnswer"],
  ['library/cli/commands/c.ts', "import { context } from '../command-context.ts'\ncontext()"],
  ['library/cli/e.ts', "import packageJson from '../../package.json' with { type: 'json' }\nconsole.info(packageJson)"],
  ['library/cli/commands/d.ts', "import { start } from '../../service/start.ts'\nstart()"],
  ['vite.config.ts', 'export default {}'],
]

describe('a module that reaches the wrong way', () => {
  let said = new Map<string, string>()
  beforeAll(() => {
    said = lint(refused)
  })

  it.each(refused)('%s is told what it may do: %s', (file, _line, message) => {
    expect(said.get(file)?.replace(/%0A|\s+/g, ' ')).toContain(message)
  })
})

describe('a module that keeps to its direction', () => {
  let said = new Map<string, string>()
  beforeAll(() => {
    said = lint([...accepted, ['library/items/wrong.ts', 'export default 1']])
    // Biome did look.
    expect(said.get('library/items/wrong.ts')).toContain('noDefaultExport')
  })

  it.each(accepted)('%s is left alone: %s', (file) => {
    expect(said.get(file)).toBe('')
  })
})
