import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildRenderer } from '../../scripts/build/build-renderer.ts'
import { rewriteLocations } from '../../scripts/build/rewrite-locations.ts'
import { hashInputs, isCurrent, writeStamp } from '../../scripts/build/stamp.ts'
import { temporaryFolderPerTest } from './temporary-folder.ts'

const folder = temporaryFolderPerTest()
const bundle = { name: 'service', inputs: ['library', 'package-lock.json'], outputs: ['dist/service.js'] }

describe('a bundle', () => {
  const built = () => {
    folder.write('library/a.ts', 'one')
    folder.write('package-lock.json', '{}')
    folder.write('dist/service.js', 'built')
    writeStamp(folder.path, bundle, hashInputs(folder.path, bundle.inputs))
  }

  it('is current once it is built', () => {
    folder.write('library/a.ts', 'one')
    expect(isCurrent(folder.path, bundle)).toBe(false)
    built()
    expect(isCurrent(folder.path, bundle)).toBe(true)
  })

  it.each([
    ['a file changes', () => folder.write('library/a.ts', 'two')],
    ['a file is added', () => folder.write('library/deep/b.ts', '')],
    ['a file is gone', () => rmSync(path.join(folder.path, 'library/a.ts'))],
    ['a file moves', () => renameSync(path.join(folder.path, 'library/a.ts'), path.join(folder.path, 'library/b.ts'))],
    ['the lock file changes', () => folder.write('package-lock.json', '{ }')],
    ['the bundle is deleted', () => rmSync(path.join(folder.path, 'dist/service.js'))],
  ])('is stale when %s', (_, change) => {
    built()
    change()
    expect(isCurrent(folder.path, bundle)).toBe(false)
  })

  it('is still current when a file is written again with the same text', () => {
    built()
    folder.write('library/a.ts', 'one')
    expect(isCurrent(folder.path, bundle)).toBe(true)
  })
})

describe('a place named from a module', () => {
  const root = path.resolve('/project')
  const rewrite = (code: string) => rewriteLocations(root, path.join(root, 'library/service/app.ts'), code)

  it('that is code started on its own becomes an entry of the bundle', () => {
    expect(rewrite("fork(new URL('../importing/reader-process.ts', import.meta.url))")).toEqual({
      code: "fork(new URL('../processes/reader-process.js', import.meta.url))",
      entries: [path.join(root, 'library/importing/reader-process.ts')],
    })
  })

  it('whose extension is chosen at run time is code as well', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the source of a module
    expect(rewrite('new URL(`./writer-thread.${extension}`, import.meta.url)')).toEqual({
      code: "new URL('../processes/writer-thread.js', import.meta.url)",
      entries: [path.join(root, 'library/service/writer-thread.ts')],
    })
  })

  it('that is a file or folder of the project keeps its place', () => {
    expect(rewrite("new URL('../../content/', import.meta.url)").code).toBe(
      "new URL('../../content/', import.meta.url)",
    )
    expect(rewrite("new URL('./words.txt', import.meta.url)").code).toBe(
      "new URL('../../library/service/words.txt', import.meta.url)",
    )
  })

  it('in a way that a bundle would make untrue is refused', () => {
    expect(() => rewrite('const here = import.meta.dirname')).toThrow(/library.service.app\.ts: write new URL/)
  })
})

describe('the interface', () => {
  it('is built for production even where the environment says otherwise, as in a test run', async () => {
    folder.write('package.json', '{ "type": "module" }')
    folder.write('vite.config.ts', 'export default { root: import.meta.dirname }')
    folder.write('index.html', '<script type="module" src="/main.js"></script>')
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the source of a module
    folder.write('main.js', 'document.title = `${import.meta.env.DEV} ${process.env.NODE_ENV}`')
    const before = process.env.NODE_ENV
    await buildRenderer(folder.path)
    const assets = path.join(folder.path, 'dist/assets')
    const code = readdirSync(assets).map((file) => readFileSync(path.join(assets, file), 'utf8'))
    expect(code.join()).toContain('false production')
    expect(process.env.NODE_ENV).toBe(before)
  })
})
