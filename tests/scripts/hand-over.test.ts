import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, it } from 'vitest'
import { packagesWanted } from '../../scripts/set-up/packages.mjs'
import { temporaryFolderPerTest } from './temporary-folder.ts'

const scripts = fileURLToPath(new URL('../../scripts', import.meta.url))
const folder = temporaryFolderPerTest()

/** A project that is set up already, with the real scripts and one program. */
beforeEach(() => {
  cpSync(path.join(scripts, 'set-up'), path.join(folder.path, 'scripts/set-up'), { recursive: true })
  cpSync(path.join(scripts, 'run.mjs'), path.join(folder.path, 'scripts/run.mjs'))
  folder.write('package.json', '{"type":"module"}')
  folder.write('package-lock.json', '{}')
  folder.write('node_modules/.xinhuo-packages', packagesWanted(folder.path))
})

const run = (...args: string[]) =>
  spawnSync(process.execPath, [path.join(folder.path, 'scripts/run.mjs'), ...args], { encoding: 'utf8' })

describe('a program run with the project’s Node.js', () => {
  it('gets its arguments as they were given, and gives its exit code', () => {
    folder.write(
      'echo.ts',
      'const given: string[] = process.argv.slice(2)\nconsole.log(JSON.stringify(given))\nprocess.exitCode = 5',
    )
    const { status, stdout, stderr } = run('echo.ts', '宅基地 申请', '--json', '-x')
    expect(JSON.parse(stdout)).toEqual(['宅基地 申请', '--json', '-x'])
    expect([status, stderr]).toEqual([5, ''])
  })

  it('that fails shows its own error', () => {
    folder.write('fail.ts', "throw new Error('the program’s own')")
    const { status, stderr } = run('fail.ts')
    expect(status).toBe(1)
    expect(stderr).toContain('the program’s own')
  })

  it('must be named', () => {
    const { status, stderr } = run()
    expect([status, stderr]).toEqual([1, '请给出要运行的文件。\nName the file to run.\n'])
  })
})
