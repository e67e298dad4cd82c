import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { encodeGbk } from '../readers/gb18030.ts'
import { noticeDocx, zipOf } from '../readers/office-file.ts'
import { found, listing, temporaryFolder } from './temporary-folder.ts'

async function archive(
  files: Readonly<Record<string, string | Buffer>>,
  alter: (zip: Buffer) => Buffer = (zip) => zip,
): Promise<string> {
  return join(temporaryFolder({ '包.zip': alter(await zipOf(files)) }), '包.zip')
}

/** Replaces a name in a zip by bytes of the same length, in both its headers. */
function rename(zip: Buffer, from: string, to: Buffer): Buffer {
  const name = Buffer.from(from)
  if (name.length !== to.length) throw new Error('names must be of one length')
  for (let at = zip.indexOf(name); at >= 0; at = zip.indexOf(name, at + 1)) to.copy(zip, at)
  return zip
}

/** Changes two bytes of each central directory header (APPNOTE 6.3.10 §4.3.12), and of local ones where `local` is given. */
function patch(zip: Buffer, central: number, value: number, local?: number): Buffer {
  for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 1, 'latin1'))
    zip.writeUInt16LE(value, at + central)
  if (local === undefined) return zip
  for (let at = zip.indexOf('PK\x03\x04', 0, 'latin1'); at >= 0; at = zip.indexOf('PK\x03\x04', at + 1, 'latin1'))
    zip.writeUInt16LE(value, at + local)
  return zip
}

describe('walking a zip', () => {
  it('finds documents named by their paths in it, and reads them', async () => {
    const path = await archive({
      '政策/乙.md': '乙',
      '甲.txt': '甲',
      '政策/.DS_Store': 'x',
      '__MACOSX/._甲.txt': 'x',
      '表.xlsx': 'x',
    })
    expect(await listing(path)).toEqual(['政策/乙.md', '甲.txt', '表.xlsx FILE_UNSUPPORTED'])
    const [file] = await found(path)
    if (file?.type !== 'document') throw new Error('no document')
    expect(file.size).toBe(3)
    expect(Buffer.from(await file.read()).toString()).toBe('乙')
  })

  it('in a folder stands before its entries in their names', async () => {
    const folder = temporaryFolder({ '一.md': '一', '包.zip': await zipOf({ '甲.md': '甲' }) })
    expect(await listing(folder)).toEqual(['一.md', '包.zip/甲.md'])
  })

  it('reads names in GBK, which Chinese Windows writes without saying so', async () => {
    const gbk = Buffer.from(encodeGbk('通知公告.md'))
    const path = await archive({ 'xxxxxxxx.md': '甲' }, (zip) => patch(rename(zip, 'xxxxxxxx.md', gbk), 8, 0, 6))
    expect(await listing(path)).toEqual(['通知公告.md'])
  })

  it('reads names in UTF-8 that are not marked as such', async () => {
    const path = await archive({ '通知.md': '甲' }, (zip) => patch(zip, 8, 0, 6))
    expect(await listing(path)).toEqual(['通知.md'])
  })

  it('that is a renamed Word document is that document', async () => {
    const path = join(temporaryFolder({ '通知.zip': await noticeDocx() }), '通知.zip')
    expect(await listing(path)).toEqual(['通知.zip'])
  })
})

describe('a hostile zip', () => {
  it.each([
    ['../outside.md', 'aa/outside.md'],
    ['/etc/passwd.md', 'aetc/passwd.md'],
    ['C:/windows.md', 'aaawindows.md'],
    ['..\\outside.md', 'aaaoutside.md'],
    ['a/../../out.md', 'a/aa/aa/out.md'],
    ['a/./b//c.md', 'a/a/bbbc.md'],
  ])('with an entry %s has that entry refused', async (name, harmless) => {
    const path = await archive({ [harmless]: 'x', '好.md': '好' }, (zip) => rename(zip, harmless, Buffer.from(name)))
    const codes = await listing(path)
    expect(codes).toContain('好.md')
    expect(codes.filter((line) => line.endsWith('ARCHIVE_UNSAFE_PATH'))).toHaveLength(1)
  })

  it('with a link has it refused', async () => {
    const path = await archive({ 'link.md': '/etc/passwd' }, (zip) => patch(zip, 40, 0o120777))
    expect(await listing(path)).toEqual(['link.md LINK_REFUSED'])
  })

  it('with an encrypted entry has it refused', async () => {
    const path = await archive({ '密.md': '密' }, (zip) => patch(zip, 8, 0x801))
    expect(await listing(path)).toEqual(['密.md FILE_ENCRYPTED'])
  })

  it('within a zip is not opened', async () => {
    const path = await archive({ '里.zip': await zipOf({ 'a.md': 'a' }), '好.md': '好' })
    expect(await listing(path)).toEqual(['好.md', '里.zip ARCHIVE_NESTED'])
  })

  it('that unpacks to hundreds of times its size is refused entry by entry, or whole', async () => {
    const zeros = Buffer.alloc(20 * 1024 * 1024)
    expect(await listing(await archive({ '炸.txt': zeros, '好.md': '好' }))).toEqual(['好.md', '炸.txt ARCHIVE_BOMB'])
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${at}.txt`, Buffer.alloc(7 * 1024 * 1024)]))
    expect(await listing(await archive(many))).toEqual(['包.zip ARCHIVE_BOMB'])
  })

  it('whose entry is larger than its directory says is stopped while reading', async () => {
    const path = await archive({ 'a.txt': '甲'.repeat(1000) }, (zip) => {
      const at = zip.indexOf('PK\x01\x02', 0, 'latin1')
      zip.writeUInt32LE(10, at + 24)
      return zip
    })
    const [file] = await found(path)
    if (file?.type !== 'document') throw new Error('no document')
    await expect(file.read()).rejects.toMatchObject({ name: 'UnreadableFileError' })
  })

  it.each([0.3, 0.6, 0.95])('cut off at %f of its length is refused as incomplete', async (part) => {
    const path = await archive({ 'a.md': '甲'.repeat(500), 'b.md': '乙'.repeat(500) }, (zip) =>
      zip.subarray(0, Math.floor(zip.length * part)),
    )
    expect(await listing(path)).toEqual(['包.zip FILE_TRUNCATED'])
  })

  it('that is no zip at all is refused', async () => {
    const folder = temporaryFolder({})
    writeFileSync(join(folder, '假.zip'), '这不是压缩包')
    expect((await listing(folder))[0]).toMatch(/^假\.zip FILE_/)
  })
})

it('attachments that native front matter names are read from the same zip', async () => {
  const front = '---\nxinhuo: 1\ntitle: 申请表\nattachments:\n  - { name: 表.docx, path: 表.docx }\n---\n正文'
  const path = await archive({ '甲/a.md': front, '甲/表.docx': '表' })
  const files = await found(path)
  expect(files.map((file) => file.source)).toEqual(['甲/a.md'])
  const [file] = files
  if (file?.type !== 'document') throw new Error('no document')
  expect(Buffer.from(await file.readSibling('表.docx')).toString()).toBe('表')
  await expect(file.readSibling('../../x')).rejects.toMatchObject({ code: 'ARCHIVE_UNSAFE_PATH' })
})
