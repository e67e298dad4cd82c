import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentCheck } from '../../library/templates/finding.ts'
import { importPaths, startService } from '../service/running-service.ts'
import { policyText, temporaryFolder } from '../store/temporary-library.ts'
import { textDocx } from '../templates/check/check-desk.ts'
import { paragraphsOf } from '../templates/document/read-made.ts'
import { runCommand } from './run-command.ts'

describe('xinhuo check', { timeout: 90_000 }, () => {
  let folder = ''
  let library = ''
  beforeAll(async () => {
    folder = temporaryFolder(afterAll)
    library = path.join(temporaryFolder(afterAll), '资料库')
    const policy = path.join(temporaryFolder(afterAll), '办法.md')
    writeFileSync(policy, policyText('试行办法', '如实登记'))
    // A service that runs already answers the commands, as it does beside an open window.
    await importPaths(await startService(library, { atEnd: afterAll }), [policy])
    writeFileSync(path.join(folder, '净.docx'), textDocx('会议改到明天。'))
    writeFileSync(path.join(folder, '漏.docx'), textDocx('联系人：{姓名}', '经××村评议。'))
  })
  const run = (...rest: string[]) => runCommand(['check', ...rest, '--library', library])
  const file = (name: string) => path.join(folder, name)

  it('says that nothing was found, and exits with 0', async () => {
    const { code, stdout } = await run(file('净.docx'))
    expect([code, stdout]).toEqual([0, `${file('净.docx')}：没有发现问题。\n`])
  })

  it('lists what must be settled with its place, and exits with 1', async () => {
    const { code, stdout } = await run(file('漏.docx'))
    expect(code).toBe(1)
    expect(stdout).toContain('2 处必须改')
    expect(stdout).toContain('正文第1段：{姓名} 是没有填的占位符。（可自动改：删去“{姓名}”）')
  })

  it('prints one check for one file and a list for several, as JSON', async () => {
    const one = JSON.parse((await run(file('漏.docx'), '--json')).stdout) as DocumentCheck
    expect(one).toMatchObject({ file: file('漏.docx'), official: false, must: 2, should: 0 })
    const all = JSON.parse((await run(folder, '--json')).stdout) as DocumentCheck[]
    expect(all.map((check) => [path.basename(check.file), check.must])).toEqual([
      ['净.docx', 0],
      ['漏.docx', 2],
    ])
  })

  it('repairs into another folder and leaves the file as it was', async () => {
    const out = path.join(folder, '改好')
    const before = readFileSync(file('漏.docx'))
    const { code, stdout } = await run(file('漏.docx'), '--repair', '--out', out, '--json')
    expect(code).toBe(1)
    expect((JSON.parse(stdout) as DocumentCheck).must).toBe(1)
    expect(paragraphsOf(readFileSync(path.join(out, '漏.docx')))).toEqual(['联系人：', '经××村评议。'])
    expect(readFileSync(file('漏.docx'))).toEqual(before)
  })

  it('asks for a folder to repair into, and for files that are there', async () => {
    const noFolder = await run(file('漏.docx'), '--repair')
    expect([noFolder.code, noFolder.stderr]).toEqual([2, expect.stringContaining('--out')])
    expect((await run(file('没有.docx'))).stderr).toContain('找不到')
    const empty = path.join(folder, '空')
    mkdirSync(empty)
    expect((await run(empty)).stderr).toContain('没有 .docx 文件')
  })

  it('does not write a repaired file over the one it was made from', async () => {
    const { code, stderr } = await run(file('漏.docx'), '--repair', '--out', folder)
    expect([code, stderr]).toEqual([2, expect.stringContaining('原文件')])
    expect(paragraphsOf(readFileSync(file('漏.docx')))[0]).toBe('联系人：{姓名}')
  })

  it('goes on after a file that cannot be read, and says why', async () => {
    const broken = path.join(temporaryFolder(), '坏.docx')
    writeFileSync(broken, '不是文档')
    const { code, stdout } = await run(broken, file('净.docx'))
    expect(code).toBe(1)
    expect(stdout).toContain('坏.docx：这个文档打不开。')
    expect(stdout).toContain('没有发现问题')
  })

  it('checks without a library what needs none, and says so', async () => {
    const nowhere = path.join(temporaryFolder(), '没有库')
    const { code, stdout, stderr } = await runCommand(['check', file('漏.docx'), '--library', nowhere])
    expect(code).toBe(1)
    expect(stdout).toContain('2 处必须改')
    expect(stderr).toContain('没有资料库')
    expect(existsSync(nowhere)).toBe(false)
  })
})
