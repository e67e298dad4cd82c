import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../test-session.ts'
import { codes, expectNothingLeft, expectPlainReasons } from './nothing-left.ts'

interface Part {
  readonly name: string | Buffer
  readonly data: Buffer | string
  readonly stored?: boolean
  readonly flags?: number
  readonly attributes?: number
  readonly method?: number
  /** Sizes and sum as the archive states them, where they are lies. */
  readonly size?: number
  readonly sum?: number
}

/** An archive written byte by byte (APPNOTE 6.3.10), for what no tool writes. */
function archive(parts: readonly Part[], shared = false): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const name = Buffer.from(part.name)
    const data = Buffer.from(part.data)
    const packed = part.stored ? data : deflateRawSync(data)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(part.flags ?? 0x800, 2)
    facts.writeUInt16LE(part.method ?? (part.stored ? 0 : 8), 4)
    facts.writeUInt16LE(0x21, 8)
    facts.writeUInt32LE(part.sum ?? crc32(data), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(part.size ?? data.length, 18)
    facts.writeUInt16LE(name.length, 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(part.attributes ?? 0, 6)
    const at = shared ? 0 : offset
    tail.writeUInt32LE(at, 10)
    directory.push(Buffer.from('504b01021403', 'hex'), facts, tail, name)
    if (shared && local.length > 0) continue
    const whole = Buffer.concat([Buffer.from('504b0304', 'hex'), facts, name, packed])
    local.push(whole)
    offset += whole.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, listed, end])
}

/** An archive of nothing that states how many entries it has (ZIP64, APPNOTE 6.3.10 §4.3.14). */
function countless(entries: number): Buffer {
  const record = Buffer.alloc(56)
  record.write('PK\u0006\u0006', 'latin1')
  record.writeBigUInt64LE(44n, 4)
  record.writeBigUInt64LE(BigInt(entries), 24)
  record.writeBigUInt64LE(BigInt(entries), 32)
  const locator = Buffer.alloc(20)
  locator.write('PK\u0006\u0007', 'latin1')
  locator.writeUInt32LE(1, 16)
  const end = Buffer.alloc(22, 255)
  end.write('PK\u0005\u0006\0\0\0\0', 'latin1')
  end.writeUInt16LE(0, 20)
  return Buffer.concat([record, locator, end])
}

const policy = (title: string) => `# ${title}办法\n\n第一条 为了${title}，制定本办法。\n`
const good = (title: string): Part => ({ name: '好.md', data: policy(title) })
const link = (name: string, to: string): Part => ({ name, data: to, attributes: (0o120777 << 16) >>> 0 })

describe('hostile archives', { timeout: 60_000 }, () => {
  let session: TestSession
  beforeAll(async () => {
    session = await openTestSession()
  })
  afterAll(() => session.close())
  const importArchive = (name: string, bytes: Buffer) => {
    writeFileSync(path.join(session.scratch, name), bytes)
    return session.importPaths([path.join(session.scratch, name)])
  }

  it('writes and reads nowhere else, whatever the entries are called', async () => {
    const evil = [
      '../逃.md',
      '甲/../../逃.md',
      '/etc/绝.md',
      '//机器/网.md',
      'C:\\盘.md',
      'C:盘.md',
      '..\\..\\反.md',
      '.. /尾.md',
    ]
    const done = await importArchive(
      '逃.zip',
      archive([
        ...evil.map((name) => ({ name, data: policy(`逃${name.length}`) })),
        link('链接.md', '/etc/passwd'),
        { name: '反\\斜.md', data: policy('反斜') },
        good('逃不掉'),
      ]),
    )
    expect(done.imported).toBe(2)
    expect(done.skipped.filter((one) => one.code === 'ARCHIVE_UNSAFE_PATH')).toHaveLength(evil.length)
    expect(codes(done.skipped)['链接.md']).toBe('LINK_REFUSED')
    expectPlainReasons(done.skipped)
    await expectNothingLeft(session)
  })

  it.each([
    ['one entry that swells', archive([{ name: '甲.txt', data: Buffer.alloc(300_000_000, 97) }])],
    ['100,001 entries', countless(100_001)],
    [
      'entries that share their bytes',
      archive(
        Array.from({ length: 2000 }, (_, at) => ({ name: `${at}.txt`, data: Buffer.alloc(100_000, 97) })),
        true,
      ),
    ],
    ['a directory that states four gigabytes', archive([{ name: '甲.txt', data: '正文', size: 0xfffffff0 }])],
  ])('refuses a bomb: %s', async (name, bytes) => {
    const done = await importArchive(`${name}.zip`, bytes)
    expect(done.imported).toBe(0)
    expect(done.skipped.map((one) => one.code)).toEqual(['ARCHIVE_BOMB'])
    expectPlainReasons(done.skipped.slice(0, 3))
  })

  it('skips the entries that are bad and takes those beside them', async () => {
    const done = await importArchive(
      '杂.zip',
      archive([
        good('杂件'),
        { name: '加密.md', data: policy('密'), flags: 0x801 },
        { name: '改过.md', data: policy('改'), stored: true, sum: 1 },
        { name: '说小.md', data: policy('小').repeat(100), size: 10 },
        { name: '怪法.md', data: policy('怪'), method: 12 },
        { name: '里层.zip', data: archive([good('里层')]) },
        { name: '空.md', data: '' },
        { name: '表.xlsx', data: 'x' },
      ]),
    )
    expect(done.imported).toBe(1)
    expect(codes(done.skipped)).toEqual({
      '加密.md': 'FILE_ENCRYPTED',
      '改过.md': 'FILE_DAMAGED',
      '说小.md': 'FILE_DAMAGED',
      '怪法.md': 'FILE_UNSUPPORTED',
      '里层.zip': 'ARCHIVE_NESTED',
      '空.md': 'FILE_EMPTY',
      '表.xlsx': 'FILE_UNSUPPORTED',
    })
    expectPlainReasons(done.skipped)
  })

  it('takes the later of two entries with one name, once', async () => {
    const twice = [
      { name: '同.md', data: policy('先来') },
      { name: '同.md', data: policy('后到') },
    ]
    expect((await importArchive('同名.zip', archive(twice))).imported).toBe(1)
    const titles = (await session.items()).map((item) => item.title)
    expect(titles).toContain('后到办法')
    expect(titles).not.toContain('先来办法')
  })

  it('reads names in GBK, in UTF-8 that is not marked, and in code page 437', async () => {
    const gbk = Buffer.from('c4bfc2bc2fb0ecb7a82e6d64', 'hex')
    await importArchive('国标.zip', archive([{ name: gbk, data: policy('国标名'), flags: 0 }]))
    await importArchive('未标.zip', archive([{ name: '目录/未标.md', data: policy('未标名'), flags: 0 }]))
    await importArchive(
      '西文.zip',
      archive([{ name: Buffer.from('r\u0082sum\u0082.md', 'latin1'), data: policy('西文名'), flags: 0 }]),
    )
    const rows = await session.access.db.selectFrom('provenance').select('source').execute()
    expect(rows.map(({ source }) => source)).toEqual(
      expect.arrayContaining(['目录/办法.md', '目录/未标.md', 'résumé.md']),
    )
  })

  it('names a cut or empty archive for what it is', async () => {
    const whole = archive([good('整')])
    expect(codes((await importArchive('断.zip', whole.subarray(0, whole.length - 5))).skipped)).toEqual({
      '断.zip': 'FILE_TRUNCATED',
    })
    expect(codes((await importArchive('零.zip', Buffer.alloc(0))).skipped)).toEqual({ '零.zip': 'FILE_EMPTY' })
    expect(codes((await importArchive('噪.zip', Buffer.alloc(5000, 7))).skipped)).toEqual({
      '噪.zip': 'FILE_TRUNCATED',
    })
    await expectNothingLeft(session)
  })
})
