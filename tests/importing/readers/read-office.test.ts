import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../library/importing/readers/read-document.ts'
import { noticeDocx, rawDocx, smallPdf, styledDocx, zipOf } from './office-file.ts'

const read = (name: string, bytes: Uint8Array) => readDocument({ name, bytes })
const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url))
const codes = (document: { warnings: readonly { code: string }[] }) => document.warnings.map((warning) => warning.code)

const noticeFacts = {
  title: '青禾县人民政府关于印发《农村饮水工程管护办法》的通知',
  documentNumber: '青政发〔2024〕12号',
  issuer: '青禾县人民政府',
  issuedOn: '2024-03-05',
  effectiveFrom: '2024-04-01',
}

describe('a Word document (.docx)', () => {
  it('without styles is recognised like flat text, with table, picture and footnote', async () => {
    const document = await read('新建文档.docx', await noticeDocx())
    expect(document).toMatchObject({ ...noticeFacts, native: false, warnings: [] })
    const picture = document.blobs[0]
    expect(picture).toMatchObject({ mediaType: 'image/png' })
    expect(document.body).toBe(
      [
        '各乡镇人民政府：',
        '现就有关事项通知如下。\\[1\\]',
        '## 一、总体要求',
        '### （一）明确责任',
        '各村要明确专人负责，每周巡查一次。',
        '| 村名 | 水源 | 管护员 |\n| --- | --- | --- |\n| 柳溪村 | 一号井 | 张三 |\n| 柳溪村 | 二号井 | 李四 |',
        `![](sha256:${picture?.sha256})`,
        '本通知自2024年4月1日起施行。',
        '青禾县人民政府',
        '2024年3月5日',
        '1.  管护范围另定。',
      ].join('\n\n'),
    )
  })

  it('with styles keeps its headings, its provisions being paragraphs', async () => {
    const document = await read('x.docx', await styledDocx())
    expect(document.title).toBe('用水管理办法')
    expect(document.body).toBe('# 第一章 总则\n\n第一条　为了节约用水，制定本办法。')
  })

  it('gets the numbers written that Word would make while showing it', async () => {
    const level = (at: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
    const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    const numbering = `<?xml version="1.0"?><w:numbering ${namespace}><w:abstractNum w:abstractNumId="7">${level(0, 'chineseCountingThousand', '第%1条')}${level(1, 'chineseCounting', '（%2）')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`
    const item = (at: number, text: string) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
    const body = [
      '<w:p><w:r><w:t>用水办法</w:t></w:r></w:p>',
      item(0, '为了节约用水，制定本办法。'),
      item(0, '下列事项应当公开：'),
      item(1, '取水；'),
      item(1, '收费。'),
      item(0, '村民应当节约用水：'),
      item(1, '不浪费。'),
    ]
    const document = await read('x.docx', await rawDocx(body.join(''), { 'word/numbering.xml': numbering }))
    expect(document.body.split('\n\n')).toEqual([
      '第一条　为了节约用水，制定本办法。',
      '第二条　下列事项应当公开：',
      '（一）取水；',
      '（二）收费。',
      '第三条　村民应当节约用水：',
      '（一）不浪费。',
    ])
  })

  it('does not use the style map that a document brings along', async () => {
    const map = 'p => script:fresh'
    const document = await read(
      'x.docx',
      await rawDocx('<w:p><w:r><w:t>用水办法</w:t></w:r></w:p><w:p><w:r><w:t>alert(1) 正文</w:t></w:r></w:p>', {
        'mammoth/style-map': map,
      }),
    )
    expect(document.body).toBe('alert(1) 正文')
  })

  it('is refused when it declares entities', async () => {
    const prologue = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'
    await expect(read('x.docx', await rawDocx('<w:p/>', {}, prologue))).rejects.toMatchObject({ code: 'FILE_DAMAGED' })
  })

  it('is refused when cut off', async () => {
    const whole = await noticeDocx()
    await expect(read('x.docx', whole.subarray(0, whole.length - 3000))).rejects.toMatchObject({
      code: 'FILE_TRUNCATED',
    })
  })

  it('is refused when it has no text', async () => {
    await expect(read('x.docx', await rawDocx('<w:p/>'))).rejects.toMatchObject({ code: 'FILE_NO_TEXT' })
  })
})

describe('an old Word document (.doc)', () => {
  it('is read with its table', async () => {
    const document = await read('x.doc', fixture('notice.doc'))
    expect(document).toMatchObject(noticeFacts)
    expect(document.body).toContain('| 柳溪村 | 一号井 | 张三 |')
    expect(document.body).toContain('## 一、总体要求')
  })

  it('is refused when its flags say encrypted', async () => {
    const bytes = Buffer.from(fixture('notice.doc'))
    const fib = bytes.indexOf(Buffer.from([0xec, 0xa5]))
    bytes.writeUInt16LE(bytes.readUInt16LE(fib + 10) | 0x0100, fib + 10)
    await expect(read('x.doc', bytes)).rejects.toMatchObject({ code: 'FILE_ENCRYPTED' })
  })

  it('is refused when cut off', async () => {
    await expect(read('x.doc', fixture('notice.doc').subarray(0, 6000))).rejects.toMatchObject({ code: 'FILE_DAMAGED' })
  })
})

describe('a PDF', () => {
  it('is read with its lines joined into paragraphs', async () => {
    const document = await read('x.pdf', fixture('notice.pdf'))
    expect(document).toMatchObject(noticeFacts)
    expect(document.body).toContain('\n\n## 一、总体要求\n\n### （一）明确责任\n\n')
    expect(document.body).toContain(
      '为进一步规范全镇农村饮水工程管护工作，保障群众饮水安全，根据有关规定，结合本镇实际，现就有关事项通知如下，请各村各单位认真贯彻执行，确保各项任务落到实处。',
    )
  })

  it('that is a scan is refused as one', async () => {
    await expect(read('x.pdf', smallPdf(''))).rejects.toMatchObject({
      code: 'FILE_NO_TEXT',
      message: expect.stringContaining('扫描件'),
    })
  })

  it('with a password is refused as encrypted', async () => {
    await expect(read('x.pdf', smallPdf('Hello', true))).rejects.toMatchObject({ code: 'FILE_ENCRYPTED' })
  })

  it('cut off is refused as such', async () => {
    await expect(read('x.pdf', fixture('notice.pdf').subarray(0, 4000))).rejects.toMatchObject({
      code: 'FILE_TRUNCATED',
    })
  })
})

describe('a file whose name says something else', () => {
  it('is read as what it is, with a warning', async () => {
    const document = await read('通知.pdf', await noticeDocx())
    expect(document.title).toBe(noticeFacts.title)
    expect(document.warnings[0]).toEqual({
      code: 'FORMAT_DIFFERS',
      message: '文件的扩展名是 .pdf，内容其实是Word 文档（.docx），已按内容读取。',
    })
    expect(codes(await read('通知.docx', Buffer.from('<html><body><p>正文</p></body></html>')))).toEqual([
      'FORMAT_DIFFERS',
    ])
  })

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['a.docx', () => zipOf({ 'a.txt': '甲' }), 'FILE_MISLABELLED'],
    ['a.zip', () => zipOf({ 'a.txt': '甲' }), 'ARCHIVE_NESTED'],
    ['a.docx', () => zipOf({ 'xl/workbook.xml': '<x/>' }), 'FILE_UNSUPPORTED'],
    [
      'a.wps',
      () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]),
      'FILE_UNSUPPORTED',
    ],
    [
      'a.docx',
      () =>
        Buffer.concat([
          Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
          Buffer.from('EncryptedPackage', 'utf16le'),
        ]),
      'FILE_ENCRYPTED',
    ],
    ['a.txt', () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'FILE_UNSUPPORTED'],
    ['a.pdf', () => Buffer.alloc(5000, 0x9d), 'FILE_MISLABELLED'],
    ['a.doc', () => new Uint8Array(), 'FILE_EMPTY'],
  ])('%s is refused when nothing fits', async (name, bytes, code) => {
    await expect(read(name, await bytes())).rejects.toMatchObject({ code })
  })
})
