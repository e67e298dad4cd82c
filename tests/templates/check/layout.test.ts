import PizZip from 'pizzip'
import { describe, expect, it } from 'vitest'
import { checkDocument } from '../../../library/templates/check/check-document.ts'
import { repairDocument } from '../../../library/templates/check/repair-document.ts'
import { makeDocx } from '../document/make-docx.ts'
import { check, line, surroundingsOf } from './check-desk.ts'
import { type OfficialParts, officialBody, RIGHT } from './documents-under-test.ts'

/** The section at the end of a small document says nothing of the page; the one before it does. */
function official(changes: Partial<OfficialParts> = {}): Uint8Array {
  const docx = makeDocx({ body: officialBody({ ...RIGHT, ...changes }) })
  const zip = new PizZip(docx)
  const xml = zip.file('word/document.xml')?.asText() ?? ''
  zip.file('word/document.xml', xml.replace('<w:sectPr/>', `<w:sectPr>${changes.page ?? RIGHT.page}</w:sectPr>`))
  return zip.generate({ type: 'uint8array' })
}

const FAULTS: readonly (readonly [name: string, changes: Partial<OfficialParts>, says: RegExp])[] = [
  ['margins', { page: RIGHT.page.replace('"2098"', '"1440"') }, /上白边是25毫米，应当是37毫米/],
  ['a page that nobody set up', { page: '' }, /没有写明纸张和页边距/],
  ['paper', { page: RIGHT.page.replace('"11906"', '"12240"') }, /应当是A4/],
  ['square brackets', { number: '溪政发[2026]12号' }, /应当写作“溪政发〔2026〕12号”/],
  ['round brackets', { number: '溪政发（2026）12号' }, /六角括号/],
  ['第 and leading zeros', { number: '溪政发〔2026〕第012号' }, /不加“第”，序号不编虚位/],
  ['a number at the left', { numberAlign: '' }, /发文字号没有居中/],
  ['a title in 宋体', { titleFont: '宋体' }, /标题是宋体，应当用小标宋体/],
  ['a small title', { titleSize: 36 }, /标题是小二，应当用二号/],
  ['a title at the left', { titleAlign: '' }, /标题没有居中/],
  ['an indented addressee', { addresseeIndent: '<w:ind w:firstLine="640"/>' }, /主送机关应当顶格/],
  ['an addressee after blanks', { addressee: '　　各村民委员会：' }, /主送机关应当顶格/],
  ['a half-width colon', { addressee: '各村民委员会:' }, /全角冒号/],
  ['a text in 宋体', { bodyFont: '宋体' }, /正文和落款有6段是宋体，应当用仿宋/],
  ['a small text', { bodySize: 28 }, /四号，应当用三号/],
  ['no indent', { bodyIndent: '' }, /首行空两字/],
  ['narrow lines', { line: '<w:spacing w:line="360" w:lineRule="auto"/>' }, /行距是1.5倍/],
  ['first headings in 仿宋', { heading1Font: '仿宋_GB2312' }, /第一层标题.*不是黑体/],
  ['second headings in 仿宋', { heading2Font: '仿宋_GB2312' }, /第二层标题.*不是楷体/],
  ['an attachment with marks', { attachment: '附件：1. 《值班表》。' }, /附件名称不加书名号/],
  ['a date in Chinese numerals', { date: '二〇二六年十一月二十一日' }, /应当写作“2026年11月21日”/],
  ['a date with leading zeros', { date: '2026年01月05日' }, /应当写作“2026年1月5日”/],
  ['a date at the very right', { dateAlign: '<w:jc w:val="right"/>' }, /右边空0字，应当空四字/],
  ['a date at the left', { dateAlign: '' }, /成文日期应当靠右/],
  ['copies without a full stop', { copies: '抄送：云岭县应急管理局' }, /句号/],
  ['large copies', { copiesSize: 32 }, /版记是三号/],
]

describe('the layout of official documents (GB/T 9704-2012)', () => {
  it('finds nothing in one that is right, and recognises it by itself', async () => {
    const answer = await checkDocument(official(), await surroundingsOf())
    expect([answer.official, answer.findings]).toEqual([true, []])
  })

  it.each(FAULTS)('finds %s, and one click puts it right', async (_name, changes, says) => {
    const surroundings = await surroundingsOf()
    const docx = official(changes)
    const before = await check(docx, surroundings, true)
    const found = before.findings.filter(
      (finding) => finding.rule === 'layout' && says.test(`${finding.says}${finding.why}`),
    )
    expect(found).toHaveLength(1)
    const repaired = repairDocument(
      docx,
      before,
      found.map(({ id }) => id),
    )
    const after = await check(repaired, surroundings, true)
    expect(after.findings.map((finding) => finding.says).filter((sentence) => says.test(sentence))).toEqual([])
    expect(after.findings.length).toBeLessThan(before.findings.length)
  })

  it('puts everything right at once', async () => {
    const surroundings = await surroundingsOf()
    const spoiled = official(Object.assign({}, ...FAULTS.map(([, changes]) => changes)))
    const before = await check(spoiled, surroundings, true)
    const after = await check(
      repairDocument(
        spoiled,
        before,
        before.findings.map(({ id }) => id),
      ),
      surroundings,
      true,
    )
    expect(before.findings.length).toBeGreaterThan(15)
    expect(after.findings).toEqual([])
  })

  it('keeps the words after a heading in the look of the text', async () => {
    const surroundings = await surroundingsOf()
    const joined = official().slice()
    const zip = new PizZip(joined)
    const xml = zip.file('word/document.xml')?.asText() ?? ''
    const one = xml
      .replace(/（一）明确分工。<\/w:t><\/w:r><w:r>.*?<w:t[^>]*>/, '（一）明确分工。')
      .replace('楷体_GB2312', '仿宋_GB2312')
    zip.file('word/document.xml', one)
    const docx = zip.generate({ type: 'uint8array' })
    const before = await check(docx, surroundings, true)
    expect(before.findings.map(({ says }) => says)).toEqual(['第二层标题（（一））不是楷体。'])
    const repaired = repairDocument(
      docx,
      before,
      before.findings.map(({ id }) => id),
    )
    expect((await check(repaired, surroundings, true)).findings).toEqual([])
    expect(new PizZip(repaired).file('word/document.xml')?.asText()).toMatch(
      /楷体_GB2312[^>]*\/>.{0,60}<w:t[^>]*>（一）明确分工。<\/w:t>/,
    )
  })

  it('does not speak of layout where a form or a letter is checked', async () => {
    const docx = makeDocx({
      body: ['低保申请表', '申请人：张三', '家庭情况如下。', '2026年11月21日'].map(line).join(''),
    })
    const answer = await checkDocument(docx, await surroundingsOf())
    expect([answer.official, answer.findings]).toEqual([false, []])
  })

  it('wants page numbers between dashes on the outer side, in 四号宋体', async () => {
    const number = (before: string, align: string, font: string, size: number) => {
      const look = `<w:rPr><w:rFonts w:ascii="${font}" w:eastAsia="${font}"/><w:sz w:val="${size}"/></w:rPr>`
      const field = `<w:r>${look}<w:fldChar w:fldCharType="begin"/></w:r><w:r>${look}<w:instrText> PAGE </w:instrText></w:r><w:r>${look}<w:fldChar w:fldCharType="end"/></w:r>`
      return `<w:p><w:pPr><w:jc w:val="${align}"/></w:pPr><w:r>${look}<w:t>${before}</w:t></w:r>${field}<w:r>${look}<w:t>${before}</w:t></w:r></w:p>`
    }
    const found = async (footer: string) => {
      const zip = new PizZip(makeDocx({ body: officialBody(RIGHT), footer }))
      const xml = zip.file('word/document.xml')?.asText() ?? ''
      const reference =
        '<w:footerReference xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" w:type="default" r:id="rId1"/>'
      zip.file('word/document.xml', xml.replace('<w:sectPr/>', `<w:sectPr>${reference}${RIGHT.page}</w:sectPr>`))
      const docx = zip.generate({ type: 'uint8array' })
      const answer = await check(docx, await surroundingsOf(), true)
      return { docx, answer, says: answer.findings.map(({ says }) => says) }
    }
    expect((await found(number('—', 'right', '宋体', 28))).says).toEqual([])
    expect((await found(number('—', 'center', '宋体', 28))).says).toEqual([
      '页码应当在外侧：单页码居右空一字，双页码居左空一字。',
    ])
    expect((await found(number('第', 'right', '宋体', 28))).says).toEqual(['页码左右应当各有一条一字线，如 — 1 —。'])
    const { docx, answer, says } = await found(number('—', 'right', 'Times New Roman', 21))
    expect(says).toEqual(['页码是五号Times New Roman，应当用四号半角宋体。'])
    const repaired = repairDocument(
      docx,
      answer,
      answer.findings.map(({ id }) => id),
    )
    expect((await check(repaired, await surroundingsOf(), true)).findings).toEqual([])
  })

  it('wants a picture of a seal over the date, and misses none where the paper is sealed', async () => {
    const picture = (kind: 'anchor' | 'inline') =>
      `<w:r><w:drawing><wp:${kind} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></wp:${kind}></w:drawing></w:r>`
    const found = async (seal: string) => {
      const body = officialBody(RIGHT).replace(
        `<w:t xml:space="preserve">${RIGHT.date}</w:t></w:r>`,
        (date) => date + seal,
      )
      const docx = makeDocx({ body })
      return (await check(docx, await surroundingsOf(), true)).findings
        .map(({ says }) => says)
        .filter((says) => says.includes('印章'))
    }
    expect(await found(picture('anchor'))).toEqual([])
    expect(await found('')).toEqual([])
    expect(await found(picture('inline'))).toEqual(['印章图片没有浮在文字上面。'])
  })
})
