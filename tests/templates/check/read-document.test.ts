import { describe, expect, it } from 'vitest'
import type { DocumentText } from '../../../library/templates/check/reading/located-paragraph.ts'
import { openDocx } from '../../../library/templates/check/reading/open-docx.ts'
import { readDocument } from '../../../library/templates/check/reading/read-document.ts'
import { makeDocx } from '../document/make-docx.ts'
import { check, surroundingsOf } from './check-desk.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const STYLES = `<w:styles ${W}>
  <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia" w:asciiTheme="minorHAnsi"/><w:sz w:val="21"/></w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr><w:spacing w:line="360" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="body"><w:name w:val="公文正文"/><w:basedOn w:val="a"/><w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="lead"><w:name w:val="标题一"/><w:basedOn w:val="body"/><w:rPr><w:b/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="ring"><w:name w:val="环"/><w:basedOn w:val="ring"/></w:style>
  <w:style w:type="character" w:styleId="red"><w:name w:val="强调"/><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr></w:style>
</w:styles>`
const THEME =
  '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme><a:majorFont/><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
const NUMBERING = `<w:numbering ${W}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/><w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`

const read = (body: string, others: Readonly<Record<string, string>> = {}): DocumentText =>
  readDocument(
    openDocx(makeDocx({ body, others: { 'word/styles.xml': STYLES, 'word/theme/theme1.xml': THEME, ...others } })),
  )
const paragraph = (properties: string, run = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t>甲</w:t></w:r></w:p>`

describe('the looks of a paragraph', () => {
  it.each([
    ['the defaults and the theme', '', '', { eastAsiaFont: '等线', asciiFont: 'Calibri', halfPoints: 21, bold: false }],
    [
      'a style',
      '<w:pStyle w:val="body"/>',
      '',
      { eastAsiaFont: '仿宋_GB2312', asciiFont: 'Calibri', halfPoints: 32, bold: false },
    ],
    [
      'a style based on another',
      '<w:pStyle w:val="lead"/>',
      '',
      { eastAsiaFont: '仿宋_GB2312', halfPoints: 32, bold: true },
    ],
    [
      'a character style',
      '<w:pStyle w:val="body"/>',
      '<w:rStyle w:val="red"/>',
      { eastAsiaFont: '黑体', halfPoints: 32 },
    ],
    [
      'what is said directly',
      '<w:pStyle w:val="lead"/>',
      '<w:rFonts w:eastAsia="楷体_GB2312"/><w:b w:val="0"/><w:sz w:val="28"/>',
      { eastAsiaFont: '楷体_GB2312', halfPoints: 28, bold: false },
    ],
    ['a style that is based on itself', '<w:pStyle w:val="ring"/>', '', { halfPoints: 21 }],
    ['a style that is not there', '<w:pStyle w:val="gone"/>', '', { halfPoints: 21 }],
  ] as const)('come from %s', (_name, properties, run, expected) => {
    expect(read(paragraph(properties, run)).paragraphs[0]?.runs[0]?.format).toMatchObject(expected)
  })

  it('take the shape from defaults, style, numbering and itself, the later one first', () => {
    const body = [
      paragraph('<w:pStyle w:val="body"/>'),
      paragraph('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'),
      paragraph(
        '<w:pStyle w:val="body"/><w:spacing w:line="578" w:lineRule="exact"/><w:jc w:val="center"/><w:ind w:firstLine="0" w:firstLineChars="0"/>',
      ),
    ].join('')
    const [styled, numbered, direct] = read(body, { 'word/numbering.xml': NUMBERING }).paragraphs
    expect(styled?.format).toMatchObject({
      align: 'both',
      firstLineChars: 200,
      line: 360,
      lineRule: 'auto',
      styleName: '公文正文',
    })
    expect(numbered?.format).toMatchObject({ left: 420, firstLine: -420 })
    expect(numbered?.numbering).toMatchObject({ format: 'chineseCountingThousand', text: '%1、' })
    expect(direct?.format).toMatchObject({ align: 'center', firstLine: 0, line: 578, lineRule: 'exact' })
  })
})

describe('where a paragraph stands', () => {
  it('counts rows and columns with what is spanned', () => {
    const cell = (text: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
    const table = `<w:tbl><w:tblPr/><w:tblGrid/><w:tr>${cell('甲', '<w:gridSpan w:val="2"/>')}${cell('乙')}</w:tr><w:tr>${cell('丙')}${cell('丁')}${cell('戊')}</w:tr></w:tbl>`
    const places = read(table).paragraphs.map(({ text, cell: place }) => [text, place?.row, place?.column])
    expect(places).toEqual([
      ['甲', 0, 0],
      ['乙', 0, 2],
      ['丙', 1, 0],
      ['丁', 1, 1],
      ['戊', 1, 2],
    ])
  })

  it('speaks of letters that print: tabs and breaks are one, hidden ones none', () => {
    const body =
      '<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:sym w:char="F052"/></w:r></w:p>'
    expect(read(body).paragraphs[0]?.text).toBe('甲\t乙\n□')
  })
})

describe('documents as other programs write them', () => {
  it('recognises first headings by their automatic numbers', async () => {
    const run = (text: string, font: string, size = 32) =>
      `<w:r><w:rPr><w:rFonts w:eastAsia="${font}"/><w:sz w:val="${size}"/></w:rPr><w:t>${text}</w:t></w:r>`
    const body = [
      `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run('溪政发〔2026〕3号', '仿宋')}</w:p>`,
      `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run('关于防火的通知', '方正小标宋简体', 44)}</w:p>`,
      `<w:p>${run('各村：', '仿宋')}</w:p>`,
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr>${run('压实责任', '仿宋')}</w:p>`,
    ].join('')
    const docx = makeDocx({ body, others: { 'word/numbering.xml': NUMBERING } })
    const { findings } = await check(docx, await surroundingsOf(), true)
    expect(findings.map(({ says }) => says)).toContain('第一层标题（一、）不是黑体。')
  })
})
