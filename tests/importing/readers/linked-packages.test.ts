import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { forkReader } from '../../../library/importing/readers/fork-reader.ts'
import { createReaderPool } from '../../../library/importing/readers/reader-pool.ts'
import { noticeDocx } from './office-file.ts'

const project = fileURLToPath(new URL('../../../', import.meta.url))
const scratch = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-linked-'))
afterEach(() => rmSync(scratch, { recursive: true, force: true }))

it('reads a Word document where the packages lie elsewhere behind a link', async () => {
  const root = path.join(scratch, 'program')
  mkdirSync(root)
  cpSync(path.join(project, 'library'), path.join(root, 'library'), { recursive: true })
  cpSync(path.join(project, 'package.json'), path.join(root, 'package.json'))
  symlinkSync(path.join(project, 'node_modules'), path.join(root, 'node_modules'), 'junction')
  const readers = createReaderPool({
    size: 1,
    spawn: forkReader(path.join(root, 'library/importing/readers/reader-process.ts')),
  })
  try {
    const document = await readers.read({ name: '通知.docx', bytes: await noticeDocx() })
    expect(document.body).not.toBe('')
  } finally {
    await readers.close()
  }
})
