import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rawDocx, smallPdf } from '../readers/office-file.ts'
import { openTestSession, type TestSession } from '../test-session.ts'
import { codes, expectNothingLeft, expectPlainReasons } from './nothing-left.ts'

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const notice = (title: string) => paragraph(`${title}办法`) + paragraph('第一条 为了节约用水，制定本办法。')
const nested = (open: string, inside: string, close: string, times: number) =>
  open.repeat(times) + inside + close.repeat(times)

/** A PDF of the given objects, the first its catalogue. */
function pdf(...objects: readonly (string | Buffer)[]): Buffer {
  const parts = objects.flatMap((object, at) => [
    Buffer.from(`${at + 1} 0 obj\n`),
    Buffer.from(object),
    Buffer.from('\nendobj\n'),
  ])
  return Buffer.concat([Buffer.from('%PDF-1.4\n'), ...parts, Buffer.from('trailer\n<< /Root 1 0 R >>\n%%EOF\n')])
}
const page =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /X 4 0 R >> >> >>'
const stream = (data: Buffer, more = '') =>
  Buffer.concat([Buffer.from(`<< /Length ${data.length} ${more} >>\nstream\n`), data, Buffer.from('\nendstream')])
const swelling = stream(deflateSync(Buffer.alloc(200_000_000, 32)), '/Filter /FlateDecode')

describe('hostile documents', { timeout: 60_000 }, () => {
  let session: TestSession
  beforeAll(async () => {
    session = await openTestSession()
  })
  afterAll(() => session.close())

  it('Word: stops at bombs, nesting, entities and cut files, and reads the good one beside them', async () => {
    const good = await rawDocx(notice('饮水'))
    const done = await session.importFiles(
      {
        '好.docx': good,
        '深.docx': await rawDocx(nested('<w:sdt><w:sdtContent>', notice('深'), '</w:sdtContent></w:sdt>', 20_000)),
        '表中表.docx': await rawDocx(nested('<w:tbl><w:tr><w:tc>', notice('表'), '<w:p/></w:tc></w:tr></w:tbl>', 3000)),
        '实体.docx': await rawDocx(paragraph('&a;'), {}, '<!DOCTYPE x [<!ENTITY a "aaaa">]>'),
        '迟来的实体.docx': await rawDocx(
          paragraph('&a;'),
          {},
          `<!--${'x'.repeat(5000)}--><!DOCTYPE x [<!ENTITY a "aaaa">]>`,
        ),
        '撑大.docx': await rawDocx(' '.repeat(130_000_000)),
        '宽格.docx': await rawDocx(
          `<w:tbl>${`<w:tr>${`<w:tc><w:tcPr><w:gridSpan w:val="999999"/></w:tcPr>${paragraph('格')}</w:tc>`.repeat(100)}</w:tr>`.repeat(100)}</w:tbl>`,
        ),
        '断.docx': good.subarray(0, good.length / 2),
        '断头.docx': good.subarray(0, 3),
        '没写完.docx': await rawDocx('<w:p><w:r><w:t>没有结束'),
      },
      'Word',
    )
    expect(done.imported).toBe(1)
    expect(codes(done.skipped)).toEqual({
      '深.docx': 'FILE_TOO_DEEP',
      '表中表.docx': 'FILE_TOO_DEEP',
      '实体.docx': 'FILE_DAMAGED',
      '迟来的实体.docx': 'FILE_DAMAGED',
      '撑大.docx': 'FILE_OUTPUT_TOO_LARGE',
      '宽格.docx': 'FILE_OUTPUT_TOO_LARGE',
      '断.docx': 'FILE_TRUNCATED',
      '断头.docx': 'FILE_TRUNCATED',
      '没写完.docx': 'FILE_DAMAGED',
    })
    expectPlainReasons(done.skipped)
    await expectNothingLeft(session)
  })

  it('PDF: loops, bombs, scripts and passwords end, each with its reason', async () => {
    const pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
    const catalogue = '<< /Type /Catalog /Pages 2 0 R >>'
    const good = smallPdf('Township water rules, article one: everyone saves water.')
    const acting = Buffer.from(
      good
        .toString('latin1')
        .replace('/Type /Catalog', '/Type /Catalog /OpenAction << /S /JavaScript /JS (while(1){}) >>')
        .replace('rules', 'deeds'),
      'latin1',
    )
    const done = await session.importFiles(
      {
        '好.pdf': good,
        '脚本.pdf': acting,
        '页绕页.pdf': pdf(catalogue, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>'),
        '根绕根.pdf': pdf('1 0 R'),
        '指来指去.pdf': pdf(catalogue, '3 0 R', '2 0 R'),
        '图绕图.pdf': pdf(
          catalogue,
          pages,
          page,
          stream(Buffer.from('/X Do /X Do'), '/Type /XObject /Subtype /Form /BBox [0 0 9 9]'),
        ),
        '撑大.pdf': pdf(catalogue, pages, page, swelling),
        '六千页.pdf': pdf(
          catalogue,
          `<< /Type /Pages /Kids [${'3 0 R '.repeat(6000)}] /Count 6000 >>`,
          page,
          stream(Buffer.from(' ')),
        ),
        '密码.pdf': smallPdf('secret', true),
        '断.pdf': good.subarray(0, 200),
        '断头.pdf': good.subarray(0, 2),
      },
      'PDF',
    )
    expect(codes(done.skipped)).toMatchObject({
      '密码.pdf': 'FILE_ENCRYPTED',
      '断.pdf': 'FILE_TRUNCATED',
      '断头.pdf': 'FILE_TRUNCATED',
    })
    const bad = Object.keys(codes(done.skipped)).sort()
    expect(bad).toEqual(
      [
        '六千页.pdf',
        '图绕图.pdf',
        '密码.pdf',
        '指来指去.pdf',
        '撑大.pdf',
        '断.pdf',
        '断头.pdf',
        '根绕根.pdf',
        '页绕页.pdf',
      ].sort(),
    )
    expect(done.imported).toBe(2)
    expectPlainReasons(done.skipped)
    await expectNothingLeft(session)
  })

  it('web pages: what acts or is fetched is gone, what never ends is read or refused', async () => {
    const html = (body: string) => `<!DOCTYPE html><html><body>${body}</body></html>`
    const done = await session.importFiles(
      {
        '脚本.html': html(
          '<h1>带脚本的办法</h1><script>evil()</script><img src=x onerror=evil()><svg onload=evil()></svg>' +
            '<meta http-equiv=refresh content="0;url=http://evil.example"><link rel=stylesheet href="http://evil.example/x.css">' +
            '<img src="data:image/svg+xml;base64,PHN2Zz4="><iframe src="javascript:evil()"></iframe>' +
            '<a href="JaVa&#9;Script:evil()">点这里</a><p>第一条 正文内容。</p>',
        ),
        '深.html': html(`<h1>深层办法</h1>${'<blockquote>'.repeat(20_000)}正文`),
        '长属性.html': html(`<h1>长属性办法</h1><p class="${'x'.repeat(5_000_000)}">第一条 正文。</p>`),
        '多格.html': html(`<table>${`<tr>${'<td colspan=60 rowspan=1000>格'.repeat(60)}</tr>`.repeat(500)}</table>`),
        '没有字.html': html('<!--'.repeat(100_000)),
      },
      '网页',
    )
    expect(codes(done.skipped)).toEqual({ '多格.html': 'FILE_OUTPUT_TOO_LARGE', '没有字.html': 'FILE_NO_TEXT' })
    expectPlainReasons(done.skipped)
    const bodies = await session.access.db
      .selectFrom('revision')
      .select('content')
      .where('title', '=', '带脚本的办法')
      .execute()
    expect(JSON.stringify(bodies)).not.toMatch(/evil|javascript|onerror/i)
    expect((await session.items()).map((item) => item.title)).toEqual(
      expect.arrayContaining(['带脚本的办法', '深层办法', '长属性办法']),
    )
    await expectNothingLeft(session)
  })
})
