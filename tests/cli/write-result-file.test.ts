import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { writeResultFile } from '../../library/cli/write-result-file.ts'
import { temporaryFolder } from '../store/temporary-library.ts'

it('a result has its name only when it is on the disk', async () => {
  const file = path.join(temporaryFolder(), '结果.docx')
  const handle = await open(process.execPath)
  const kind = Object.getPrototypeOf(handle) as typeof handle
  await handle.close()
  const { sync } = kind
  let named: boolean | undefined
  vi.spyOn(kind, 'sync').mockImplementation(function (this: typeof handle) {
    named = existsSync(file)
    return sync.call(this)
  })
  await writeResultFile(file, '做好了', '文书')
  expect([named, readFileSync(file, 'utf8')]).toEqual([false, '做好了'])
})

it('a result that cannot be written leaves what was there, and nothing beside it', async () => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, '是文件'), '原来的')
  await expect(writeResultFile(path.join(folder, '是文件', '结果.docx'), '新的', '文书')).rejects.toMatchObject({
    what: '文书没有写成文件。',
  })
  expect([readdirSync(folder), readFileSync(path.join(folder, '是文件'), 'utf8')]).toEqual([['是文件'], '原来的'])
})
