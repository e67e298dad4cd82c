import { execFileSync } from 'node:child_process'
import { createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import PizZip from 'pizzip'
import { describe, expect, it } from 'vitest'
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { ZipFile } from 'yazl'
import { readSpreadsheet } from '../../../library/templates/sheets/read-spreadsheet.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'

async function xlsx(data: SheetData, change: (zip: PizZip) => void = () => {}): Promise<string> {
  const file = path.join(temporaryFolder(), '表.xlsx')
  const zip = new PizZip(await writeXlsxFile(data).toBuffer())
  change(zip)
  writeFileSync(file, zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' }))
  return file
}

function csv(text: string | Buffer, name = '表.csv'): string {
  const file = path.join(temporaryFolder(), name)
  writeFileSync(file, text)
  return file
}

const SHEET = 'xl/worksheets/sheet1.xml'
const edit = (zip: PizZip, file: string, change: (xml: string) => string) =>
  zip.file(file, change(zip.file(file)?.asText() ?? ''))

const text = (value: string, more: object = {}) => ({ value, type: String, ...more })
const readOne = async (file: string) => {
  const [sheet] = await readSpreadsheet(file)
  if (!sheet) throw new Error('no sheet')
  return sheet
}
const refusal = async (file: string) =>
  readSpreadsheet(file).then(
    () => 'taken',
    (error: { code?: string }) => error.code,
  )

describe('an .xlsx file', () => {
  it('gives dates as days, numbers as they are shown, and a long number as rounded', async () => {
    const sheet = await readOne(
      await xlsx([
        ['姓名', '日期', '金额', '身份证号'].map((name) => text(name)),
        [
          text('张三'),
          { value: new Date(Date.UTC(2024, 2, 5)), type: Date, format: 'yyyy-mm-dd' },
          { value: 0.1 + 0.2, type: Number },
          { value: Number('110101199001011234'), type: Number },
        ],
        [text('李四'), text('2024年3月'), { value: 45000, type: Number }, text('110101199001011234')],
      ]),
    )
    expect(sheet.columns).toEqual(['姓名', '日期', '金额', '身份证号'])
    expect(sheet.rows[0]).toMatchObject({ row: 2, rounded: [3] })
    expect(sheet.rows[0]?.cells.slice(0, 3)).toEqual(['张三', '2024-03-05', '0.3'])
    expect(sheet.rows[1]).toEqual({ row: 3, cells: ['李四', '2024年3月', '45000', '110101199001011234'] })
  })

  it('spreads merged cells, and puts a heading of two rows together', async () => {
    const sheet = await readOne(
      await xlsx([
        [text('溪口镇承包地名册', { columnSpan: 4 }), null, null, null],
        [text('户主', { rowSpan: 2 }), text('承包地', { columnSpan: 2 }), null, text('村', { rowSpan: 2 })],
        [null, text('面积'), text('用途'), null],
        [text('张三'), text('2.5'), text('水田'), text('大塘村', { rowSpan: 2 })],
        [text('李四'), text('3'), text('旱地'), null],
        [],
        [text('合计'), text('5.5'), null, null],
      ]),
    )
    expect(sheet.columns).toEqual(['户主', '承包地/面积', '承包地/用途', '村'])
    expect(sheet.rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [4, '张三', '2.5', '水田', '大塘村'],
      [5, '李四', '3', '旱地', '大塘村'],
    ])
    expect(sheet.notes.join('')).toMatch(/合并单元格.*表头上面的 1 行.*表头有两行.*第 7 行是合计/s)
  })

  it('gives a date however it is shown', async () => {
    const formats = [
      'yyyy"年"m"月"d"日"',
      'yyyy/m/d;@',
      '[$-804]yyyy"年"m"月";@',
      '[$-F800]dddd\\,\\ mmmm\\ dd',
      'm"月"d"日"',
    ]
    const sheet = await readOne(
      await xlsx([
        formats.map((_, at) => text(`日期${'甲乙丙丁戊'[at]}`)),
        formats.map((format) => ({ value: new Date(Date.UTC(2024, 2, 5)), type: Date, format })),
      ]),
    )
    expect(new Set(sheet.rows[0]?.cells)).toEqual(new Set(['2024-03-05']))
  })

  it('counts rows as the spreadsheet program does, and takes years as headings', async () => {
    const sheet = await readOne(
      await xlsx([
        [],
        [],
        [null, text('溪口镇历年收入', { columnSpan: 3 }), null, null],
        [null, text('姓名'), text('2023年'), text('2024年')],
        [null, text('张三'), text('1'), text('2')],
      ]),
    )
    expect(sheet.columns).toEqual(['姓名', '2023年', '2024年'])
    expect(sheet.rows.map(({ row, cells }) => [row, ...cells])).toEqual([[5, '张三', '1', '2']])
  })

  it('takes a formula by the value that was stored with it, and leaves hidden sheets out', async () => {
    const file = await xlsx(
      [
        [text('姓名'), text('合计数')],
        [text('张三'), { value: 7, type: Number }],
      ],
      (zip) => edit(zip, SHEET, (xml) => xml.replace('<v>7</v>', '<f>3+4</f><v>7</v>')),
    )
    const sheet = await readOne(file)
    expect(sheet.rows[0]?.cells).toEqual(['张三', '7'])
    expect(sheet.notes).toContain('有 1 个公式，按保存时的结果读取。')

    const two = path.join(temporaryFolder(), '两张.xlsx')
    const both = [
      { sheet: '名单', data: [[text('姓名')], [text('张三')]] },
      { sheet: '底稿', data: [[text('姓名')], [text('李四')]] },
    ]
    const zip = new PizZip(await writeXlsxFile(both).toBuffer())
    edit(zip, 'xl/workbook.xml', (xml) => xml.replace(/(<sheet [^>]*name="底稿")/, '$1 state="hidden"'))
    writeFileSync(two, zip.generate({ type: 'nodebuffer' }))
    const sheets = await readSpreadsheet(two)
    expect(sheets.map(({ name }) => name)).toEqual(['名单'])
    expect(sheets[0]?.notes.join('')).toContain('底稿')
  })

  it('is refused with the way out when it is an old format, a bomb, or no table at all', async () => {
    const cfb = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    expect(await refusal(csv(cfb, '旧.xls'))).toBe('SHEET_OLD_FORMAT')
    expect(await refusal(csv(cfb, '旧.et'))).toBe('SHEET_OLD_FORMAT')
    expect(await refusal(csv(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), '图.png'))).toBe('SHEET_UNKNOWN_FORMAT')
    expect(await refusal(csv(''))).toBe('SHEET_EMPTY')
    expect(await refusal(csv('PK\x03\x04 and then nothing', '断.xlsx'))).toBe('SHEET_BROKEN')
    const bomb = path.join(temporaryFolder(), '空.xlsx')
    const packed = new ZipFile()
    const megabyte = Buffer.alloc(1024 * 1024, ' ')
    packed.addReadStream(Readable.from(Array.from({ length: 300 }, () => megabyte)), SHEET)
    packed.end()
    await pipeline(packed.outputStream, createWriteStream(bomb))
    expect(readFileSync(bomb).length).toBeLessThan(2 * 1024 * 1024)
    expect(await refusal(bomb)).toBe('SHEET_TOO_LARGE')
    const word = path.join(temporaryFolder(), '文.xlsx')
    const zip = new PizZip()
    zip.file('word/document.xml', '<w:document/>')
    writeFileSync(word, zip.generate({ type: 'nodebuffer' }))
    expect(await refusal(word)).toBe('SHEET_UNKNOWN_FORMAT')
  })

  it('of 10,000 rows is read; of more than 100,000 refused', async () => {
    const rows = (count: number) =>
      `姓名,电话\n${Array.from({ length: count }, (_, at) => `村民${at},138${String(at).padStart(8, '0')}`).join('\n')}\n`
    expect((await readOne(csv(rows(10_000)))).rows).toHaveLength(10_000)
    expect(await refusal(csv(rows(100_001)))).toBe('SHEET_TOO_LARGE')
  })
})

describe('a .csv file', () => {
  it('with a heading of two rows is told from one with a heading left out', async () => {
    const two = await readOne(csv('户主,承包地,,电话\n,面积,用途,\n张三,大,水田,无\n'))
    expect(two.columns).toEqual(['户主', '承包地/面积', '承包地/用途', '电话'])
    const one = await readOne(csv('姓名,\n张三,男\n李四,女\n'))
    expect([one.columns, one.rows.length]).toEqual([['姓名', '第2列'], 2])
  })

  it('is read in UTF-8 with and without mark, in UTF-16 and in GB18030, by comma and by tab', async () => {
    const table = '姓名,地址\n张三,"大塘村,三组"\n'
    const tabbed = '姓名\t地址\n张三\t大塘村,三组\n'
    // 姓名,地址 / 张三,… in GB18030.
    const gb = Buffer.from('d0d5c3fb2cb5d8d6b70ad5c5c8fd2c22b4f3ccc1b4e52cc8fdd7e9220a', 'hex')
    for (const file of [
      csv(table),
      csv(`\ufeff${table}`),
      csv(Buffer.from(`\ufeff${tabbed}`, 'utf16le')),
      csv(tabbed),
      csv(gb),
    ]) {
      const sheet = await readOne(file)
      expect([sheet.columns, sheet.rows[0]?.cells]).toEqual([
        ['姓名', '地址'],
        ['张三', '大塘村,三组'],
      ])
    }
  })

  it('keeps an id that is protected, and marks one that was rounded', async () => {
    const sheet = await readOne(
      csv('姓名,身份证号\n张三,"=""110101199001011234"""\n李四,\'110101199001011234\n王五,1.10101E+17\n'),
    )
    expect(sheet.rows.map(({ cells, rounded }) => [cells[1], rounded])).toEqual([
      ['110101199001011234', undefined],
      ['110101199001011234', undefined],
      ['1.10101E+17', [1]],
    ])
  })

  it('skips empty rows, a heading that is repeated, and what stands under the table', async () => {
    const sheet = await readOne(
      csv('名单,,\n姓名,电话,组\n张三,1,一组\n,,\n姓名,电话,组\n李四,2,二组\n填表人：赵六,,\n'),
    )
    expect(sheet.rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [3, '张三'],
      [6, '李四'],
    ])
    expect(sheet.notes.join('')).toMatch(/第 5 行又是表头.*第 7 行是表尾的说明/)
  })
})

/** Its spreadsheet part is a package of its own. */
const program = ['/usr/lib/libreoffice/program', '/opt/libreoffice/program'].find((folder) =>
  existsSync(path.join(folder, 'libsclo.so')),
)

describe.runIf(program)('a spreadsheet made by LibreOffice', () => {
  it('reads the same as the .csv it was made from', { timeout: 120_000 }, async () => {
    const folder = temporaryFolder()
    const source = csv('\ufeff姓名,出生日期,面积\n张三,1962-03-15,2.5\n李四,1970-12-01,3\n', 'list.csv')
    const filter = '--infilter=CSV:44,34,76,1'
    const profile = `-env:UserInstallation=file://${folder}/profile`
    execFileSync(path.join(program ?? '', 'soffice'), [
      profile,
      '--headless',
      filter,
      '--convert-to',
      'xlsx',
      '--outdir',
      folder,
      source,
    ])
    const sheet = await readOne(path.join(folder, 'list.xlsx'))
    expect([sheet.columns, ...sheet.rows.map(({ cells }) => cells)]).toEqual([
      ['姓名', '出生日期', '面积'],
      ['张三', '1962-03-15', '2.5'],
      ['李四', '1970-12-01', '3'],
    ])
  })
})
