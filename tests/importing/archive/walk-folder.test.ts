import { execFileSync } from 'node:child_process'
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { found, listing, temporaryFolder } from './temporary-folder.ts'

describe('walking a folder', () => {
  it('finds documents in a stable order, named relative to it', async () => {
    const folder = temporaryFolder({ '乙.md': '乙', '甲/二.txt': '二', '甲/一.docx': '一', 'a.pdf': 'a' })
    const expected = ['a.pdf', '乙.md', '甲/一.docx', '甲/二.txt']
    expect(await listing(folder)).toEqual(expected)
    expect(await listing(`${folder}/`)).toEqual(expected)
  })

  it('names a single file by its name', async () => {
    const folder = temporaryFolder({ '甲/一.md': '一' })
    expect(await listing(join(folder, '甲/一.md'))).toEqual(['一.md'])
  })

  it('gives size, date and content', async () => {
    const [file] = await found(temporaryFolder({ '一.md': '内容' }))
    if (file?.type !== 'document') throw new Error('no document')
    expect(file).toMatchObject({ name: '一.md', size: 6, modifiedAt: expect.any(Date) })
    expect(Buffer.from(await file.read()).toString()).toBe('内容')
  })

  it('passes over hidden, temporary and system files without a word', async () => {
    const folder = temporaryFolder({
      '.DS_Store': 'x',
      'Thumbs.db': 'x',
      '~$通知.docx': 'x',
      '__MACOSX/._a.md': 'x',
      '.git/a.md': 'x',
      'desktop.ini': 'x',
      '一.md': '一',
    })
    expect(await listing(folder)).toEqual(['一.md'])
  })

  it('refuses what is no document, saying why', async () => {
    const files = await found(temporaryFolder({ '表.xlsx': 'x', '图.png': 'x', '空.md': '', 无: 'x', '包.rar': 'x' }))
    expect(files.map((file) => file.type === 'refusal' && [file.source, file.code])).toEqual([
      ['包.rar', 'FILE_UNSUPPORTED'],
      ['图.png', 'FILE_UNSUPPORTED'],
      ['无', 'FILE_UNSUPPORTED'],
      ['空.md', 'FILE_EMPTY'],
      ['表.xlsx', 'FILE_UNSUPPORTED'],
    ])
    expect(files.at(-1)).toMatchObject({ reason: expect.stringContaining('电子表格') })
  })

  it('refuses a file of a gigabyte without reading it', async () => {
    const folder = temporaryFolder({ '大.txt': 'x', '大.docx': 'x' })
    truncateSync(join(folder, '大.txt'), 1024 ** 3)
    truncateSync(join(folder, '大.docx'), 1024 ** 3)
    expect(await listing(folder)).toEqual(['大.docx FILE_TOO_LARGE', '大.txt FILE_TOO_LARGE'])
  })

  it('says so when there is nothing there', async () => {
    expect(await listing('/nowhere/通知.md')).toEqual(['通知.md FILE_MISSING'])
  })
})

describe.skipIf(process.platform === 'win32')('links in a folder', () => {
  it('leading outside are refused, leading inside are met anyway', async () => {
    const outside = temporaryFolder({ 'secret.md': '密' })
    const folder = temporaryFolder({ '甲/一.md': '一' })
    symlinkSync(join(outside, 'secret.md'), join(folder, 'link.md'))
    symlinkSync(outside, join(folder, 'folder'))
    symlinkSync('nothing', join(folder, 'broken.md'))
    symlinkSync('..', join(folder, '甲/loop'))
    symlinkSync('甲/一.md', join(folder, 'inside.md'))
    expect(await listing(folder)).toEqual([
      'broken.md LINK_REFUSED',
      'folder LINK_REFUSED',
      'link.md LINK_REFUSED',
      '甲/一.md',
    ])
  })

  it('are not followed when a file becomes one after it was found', async () => {
    const outside = temporaryFolder({ 'secret.md': '密' })
    const folder = temporaryFolder({ '一.md': '一' })
    const [file] = await found(folder)
    execFileSync('ln', ['-sf', join(outside, 'secret.md'), join(folder, '一.md')])
    if (file?.type !== 'document') throw new Error('no document')
    await expect(file.read()).rejects.toMatchObject({ code: 'LINK_REFUSED' })
  })

  it('may be what was chosen itself', async () => {
    const folder = temporaryFolder({ '甲/一.md': '一' })
    symlinkSync('甲', join(folder, 'chosen'))
    expect(await listing(join(folder, 'chosen'))).toEqual(['一.md'])
  })

  it('and pipes do not make it wait', async () => {
    const folder = temporaryFolder({ '一.md': '一' })
    execFileSync('mkfifo', [join(folder, 'pipe.md')])
    expect(await listing(folder)).toEqual(['pipe.md FILE_UNSUPPORTED', '一.md'])
  })
})

describe('attachments that our own front matter names', () => {
  const front =
    '---\nxinhuo: 1\ntitle: 申请表\nattachments:\n  - { name: 表.docx, path: files/表.docx }\npictures:\n  - { path: objects/ab/cd, mediaType: image/png }\n---\n正文'

  it('are neither documents of their own nor refused', async () => {
    const folder = temporaryFolder({
      '甲/a.md': front,
      '甲/files/表.docx': 'x',
      '甲/objects/ab/cd': 'x',
      '甲/files/别.docx': 'y',
    })
    expect(await listing(folder)).toEqual(['甲/a.md', '甲/files/别.docx'])
  })

  it('are read from below what was imported only', async () => {
    const outer = temporaryFolder({ 'secret.docx': '密', 'in/a.md': front, 'in/files/表.docx': '表' })
    const [file] = await found(join(outer, 'in'))
    if (file?.type !== 'document') throw new Error('no document')
    expect(Buffer.from(await file.readSibling('files/表.docx')).toString()).toBe('表')
    await expect(file.readSibling('../secret.docx')).rejects.toMatchObject({ code: 'ARCHIVE_UNSAFE_PATH' })
    await expect(file.readSibling('/etc/hostname')).rejects.toMatchObject({ code: 'ARCHIVE_UNSAFE_PATH' })
    await expect(file.readSibling('files/无.docx')).rejects.toMatchObject({ code: 'FILE_MISSING' })
    if (process.platform !== 'win32') {
      symlinkSync(join(outer, 'secret.docx'), join(outer, 'in/link.docx'))
      await expect(file.readSibling('link.docx')).rejects.toMatchObject({ code: 'LINK_REFUSED' })
    }
  })

  it('are claimed by native files alone', async () => {
    const folder = temporaryFolder({ 'a.md': front.replace('xinhuo: 1\n', ''), 'files/表.docx': 'x' })
    writeFileSync(join(folder, 'b.md'), '---\nxinhuo: [\n---\n')
    expect(await listing(folder)).toEqual(['a.md', 'b.md', 'files/表.docx'])
  })
})
