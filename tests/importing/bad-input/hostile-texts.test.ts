import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeGbk } from '../readers/gb18030.ts'
import { openTestSession, type TestSession } from '../test-session.ts'
import { codes, expectNothingLeft, expectPlainReasons } from './nothing-left.ts'

const policy = (title: string) => `${title}办法\r\n第一条 为了${title}，制定本办法。\r第二条 各村指定专人负责。\n`
const wide = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

describe('hostile and odd texts', { timeout: 60_000 }, () => {
  let session: TestSession
  beforeAll(async () => {
    session = await openTestSession()
  })
  afterAll(() => session.close())

  it('reads every encoding a township meets without one wrong character', async () => {
    const done = await session.importFiles({
      'utf8.txt': policy('直接'),
      'utf8-bom.txt': `\ufeff${policy('有头')}`,
      'utf16le.txt': wide(`\ufeff${policy('小端')}`, 'le'),
      'utf16be.txt': wide(`\ufeff${policy('大端')}`, 'be'),
      'utf16le-bare.txt': wide(policy('无头小端'), 'le'),
      'utf16be-bare.txt': wide(policy('无头大端'), 'be'),
      'gbk.txt': encodeGbk(policy('国标')),
      // 㐀, which GB18030 writes in four bytes.
      'gb18030.txt': Buffer.concat([encodeGbk(policy('四字节')), Buffer.from('8139ee39', 'hex'), encodeGbk('字\n')]),
      'nul.txt': policy('零字节').replace('各村', '各\0村'),
    })
    expect(done).toMatchObject({ imported: 9, skipped: [], warnings: [] })
    expect((await session.items()).map((item) => item.title).sort()).toEqual(
      ['直接', '有头', '小端', '大端', '无头小端', '无头大端', '国标', '四字节', '零字节']
        .map((one) => `${one}办法`)
        .sort(),
    )
    const rows = await session.access.db.selectFrom('revision').select('content').execute()
    expect(JSON.stringify(rows)).not.toContain('\ufffd')
    expect(JSON.stringify(rows)).toContain('㐀字')
  })

  it('reads Markdown that is built to be slow, and keeps the rest waiting for none', async () => {
    const n = 50_000
    const slow: Record<string, string> = {
      '引用.md': `${'> '.repeat(n)}引`,
      '方括.md': `${'['.repeat(n)}x${']'.repeat(n)}`,
      '半链.md': '[]('.repeat(n),
      '星号.md': `${'*a '.repeat(n)}正文`,
      '尖括.md': '<a '.repeat(n),
      '宽表.md': `|${'a|'.repeat(10_000)}\n|${'-|'.repeat(10_000)}\n|${'b|'.repeat(10_000)}`,
      '深列.md': Array.from({ length: 2000 }, (_, at) => `${'  '.repeat(at)}- 项`).join('\n'),
      '长行.md': `# 长行\n\n${'第一条 很长的一行。'.repeat(100_000)}`,
      '书名号.md': `${'《'.repeat(n)}办法`,
      '文号.md': '国发〔2024〕'.repeat(20_000),
      '日期.md': `（${'2024年1月1日'.repeat(20_000)}`,
    }
    const done = await session.importFiles(slow, '慢')
    expect(done.skipped).toEqual([])
    expect(done.seconds).toBeLessThan(60)
  })

  it('reads no front matter that swells, leads elsewhere or names code', async () => {
    const bomb = 'abcdefgh'
      .split('')
      .map((one, at) =>
        at === 0 ? 'a: &a [x,x,x,x,x,x,x,x]' : `${one}: &${one} [${`*${'abcdefgh'[at - 1]},`.repeat(8)}]`,
      )
    const done = await session.importFiles(
      {
        '别名.md': `---\nxinhuo: 1\ntitle: 别名\n${bomb.join('\n')}\n---\n\n正文`,
        '附件.md': '---\nxinhuo: 1\ntitle: 附件\nattachments:\n  - ../../../../etc/passwd\n---\n正文',
        '绝对.md': '---\nxinhuo: 1\ntitle: 绝对\nattachments:\n  - /etc/passwd\n---\n正文',
        '代码.md': '---\ntitle: !!js/function "x"\n---\n\n# 代码办法\n\n第一条 正文。',
        '深层.md': `---\ntitle: ${'['.repeat(20_000)}\n---\n\n# 深层办法\n\n第一条 正文。`,
        '原型.md': '---\nxinhuo: 1\n__proto__: {polluted: 1}\ntitle: 原型办法\n---\n正文内容',
        '旁.html': '<html><body><h1>旁边办法</h1><p>第一条 使文件夹里不全是文本。</p></body></html>',
      },
      '登记',
    )
    expect(codes(done.skipped)).toEqual({
      '别名.md': 'FILE_FRONT_MATTER',
      '附件.md': 'ARCHIVE_UNSAFE_PATH',
      '绝对.md': 'ARCHIVE_UNSAFE_PATH',
    })
    expectPlainReasons(done.skipped)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it('calls what is empty, noise or something else by its name', async () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3)) % 256)
    const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
    const extensions = ['md', 'txt', 'html', 'docx', 'doc', 'pdf']
    const files = extensions.flatMap((one): (readonly [string, string | Uint8Array])[] => [
      [`空.${one}`, ''],
      [`噪.${one}`, noise],
      [`图.${one}`, picture],
      [`程序.${one}`, Buffer.concat([Buffer.from('MZ\u0090\0\u0003\0', 'latin1'), noise])],
    ])
    const done = await session.importFiles(Object.fromEntries(files), '错名')
    expect(done.imported).toBe(0)
    expect(done.skipped).toHaveLength(files.length)
    const found = codes(done.skipped)
    for (const one of extensions) {
      expect(found[`空.${one}`]).toBe('FILE_EMPTY')
      expect(found[`图.${one}`]).toBe('FILE_UNSUPPORTED')
      expect(found[`噪.${one}`]).toMatch(/^FILE_(?:MISLABELLED|DAMAGED)$/)
      expect(found[`程序.${one}`]).toMatch(/^FILE_(?:MISLABELLED|DAMAGED)$/)
    }
    expectPlainReasons(done.skipped)
    await expectNothingLeft(session)
  })
})
