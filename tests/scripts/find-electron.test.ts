import path from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fetchElectronOnce, findElectron } from '../../scripts/window/find-electron.ts'
import { temporaryFolderPerTest } from './temporary-folder.ts'

const folder = temporaryFolderPerTest()
const answers = vi.fn<() => Promise<boolean>>()
const install = vi.fn()
const fetch = (env: Record<string, string> = {}) =>
  fetchElectronOnce(folder.path, { env, answers, install, tell: vi.fn() })
const putBinary = () => {
  folder.write('node_modules/electron/path.txt', 'electron')
  return folder.write('node_modules/electron/dist/electron', '')
}

beforeEach(() => {
  folder.write('node_modules/electron/package.json', '{"version":"45.4.1"}')
  answers.mockReset().mockResolvedValue(true)
  install.mockReset()
})

describe('Electron', () => {
  it('is there when path.txt names a file that is there', () => {
    expect(findElectron(folder.path)).toBeUndefined()
    folder.write('node_modules/electron/path.txt', 'electron')
    expect(findElectron(folder.path)).toBeUndefined()
    expect(putBinary()).toBe(findElectron(folder.path))
  })

  it('that is there is not fetched', async () => {
    const program = putBinary()
    expect(await fetch()).toBe(program)
    expect(answers).not.toHaveBeenCalled()
  })

  it('is fetched where its place answers', async () => {
    install.mockImplementation(putBinary)
    expect(await fetch()).toBe(path.join(folder.path, 'node_modules/electron/dist/electron'))
  })

  it('is tried once: a failure is remembered', async () => {
    answers.mockResolvedValue(false)
    expect(await fetch()).toBeUndefined()
    expect(await fetch()).toBeUndefined()
    expect(answers).toHaveBeenCalledOnce()
    expect(install).not.toHaveBeenCalled()
  })

  it.each([{ CI: 'true' }, { XINHUO_NO_DOWNLOAD: '1' }])('is never fetched with %j', async (env) => {
    expect(await fetch(env)).toBeUndefined()
    expect(answers).not.toHaveBeenCalled()
    answers.mockResolvedValue(false)
    await fetch()
    expect(answers).toHaveBeenCalledOnce()
  })

  it('is none when the package itself is not there', async () => {
    expect(
      await fetchElectronOnce(path.join(folder.path, 'elsewhere'), { env: {}, answers, install, tell: vi.fn() }),
    ).toBeUndefined()
  })
})
