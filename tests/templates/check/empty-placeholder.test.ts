import { describe, expect, it } from 'vitest'
import { makeDocx } from '../document/make-docx.ts'
import { check, grid, line, quotes, surroundingsOf, textDocx } from './check-desk.ts'

const found = async (...lines: readonly string[]) =>
  quotes(await check(textDocx(...lines), await surroundingsOf()), 'empty-placeholder')

describe('what was left to fill in', () => {
  it.each([
    ['申请人{姓名}提出申请。', '{姓名}'],
    ['申请人｛姓名｝提出申请。', '｛姓名｝'],
    ['{#家庭成员}', '{#家庭成员}'],
    ['申请人{{ name }}提出申请。', '{{ name }}'],
    ['经××村评议。', '××'],
    ['联系人：XX', 'XX'],
    ['联系人：undefined', 'undefined'],
    ['金额：NaN元', 'NaN'],
    ['合计：#REF!', '#REF!'],
    ['会议时间：【请填写时间】', '【请填写时间】'],
    ['地点【】', '【】'],
    ['单击或点击此处输入文字', '单击或点击此处输入文字'],
    ['某某村', '某某'],
  ])('%s must be settled', async (text, quote) => {
    expect(await found(text)).toEqual([`must ${quote}`])
  })

  it.each([
    ['理由（请填写）如下', '（请填写）'],
    ['家庭住址：________', '________'],
    ['2026年  月  日', '2026年  月  日'],
  ])('%s should be looked at', async (text, quote) => {
    expect(await found(text)).toEqual([`should ${quote}`])
  })

  it.each([
    '身份证号：430626XXXXXXXX1234',
    '卡号：6228 **** **** XXXX 1234',
    '型号：XXL',
    '面积 3×5 米',
    '本人签名：________',
    '（由镇人民政府填写）',
    '【案例】张某种树',
    '溪政发〔2026〕12号',
    '身份证号：43062619620305123X',
    '本表一式两份（填表说明见背面）。',
    '张某某反映的问题已经办结。',
  ])('%s is meant so', async (text) => {
    expect(await found(text)).toEqual([])
  })

  it('leaves dates that are written by hand: in boxes, and below a signature', async () => {
    const body = grid(['审核意见', '盖章    年  月  日']) + line('申请人签字：') + line('  年  月  日')
    expect(quotes(await check(makeDocx({ body }), await surroundingsOf()), 'empty-placeholder')).toEqual([])
  })
})

describe('where it is looked for', () => {
  it('headers, footers, notes, cells and text boxes count; deleted text, field codes and the copy for old programs do not', async () => {
    const box = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${line('{框}')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${line('{旧框}')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
    const edited = `<w:p><w:del w:id="1" w:author="a"><w:r><w:delText>{删去}</w:delText></w:r></w:del><w:ins w:id="2" w:author="a"><w:r><w:t>{加上}</w:t></w:r></w:ins><w:r><w:instrText>{代码}</w:instrText></w:r><w:hyperlink><w:r><w:t>{链接}</w:t></w:r></w:hyperlink></w:p>`
    const docx = makeDocx({
      body: `${box}${edited}${grid(['{格}'])}`,
      footnotes: `<w:footnote w:id="2">${line('{脚注}')}</w:footnote>`,
    })
    const { findings } = await check(docx, await surroundingsOf())
    const places = findings.map(({ place }) =>
      place.type === 'document' ? `${place.part}${place.paragraph}${place.quote}` : '',
    )
    expect(places.sort()).toEqual(['文本框1{框}', '正文2{加上}', '正文2{链接}', '正文3{格}', '脚注1{脚注}'].sort())
  })

  it('gives the place in characters, and the words around', async () => {
    const { findings } = await check(textDocx('甲', '这里有{姓名}没有填'), await surroundingsOf())
    expect(findings[0]?.place).toEqual({
      type: 'document',
      part: '正文',
      paragraph: 2,
      start: 3,
      end: 7,
      quote: '{姓名}',
      context: '这里有{姓名}没有填',
    })
  })

  it('cuts no rare character in two where the words around end', async () => {
    const around = `𠮷${'字'.repeat(15)}`
    const reversed = [...around].reverse().join('')
    const { findings } = await check(textDocx(`${around}{姓名}${reversed}`), await surroundingsOf())
    expect(findings[0]?.place).toMatchObject({ context: `…${'字'.repeat(15)}{姓名}${'字'.repeat(15)}…` })
  })

  it('gives the same finding the same id, and two alike in one document different ones', async () => {
    const docx = textDocx('{姓名}和{姓名}')
    const surroundings = await surroundingsOf()
    const [first, second] = [await check(docx, surroundings), await check(docx, surroundings)]
    expect(first.findings.map(({ id }) => id)).toEqual(second.findings.map(({ id }) => id))
    expect(new Set(first.findings.map(({ id }) => id)).size).toBe(2)
  })
})
