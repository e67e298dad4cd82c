import fc from 'fast-check'
import PizZip from 'pizzip'
import { describe, expect, it } from 'vitest'
import { repairDocument } from '../../../library/templates/check/repair-document.ts'
import { makeDocx } from '../document/make-docx.ts'
import { paragraphsOf } from '../document/read-made.ts'
import { check, line, surroundingsOf, textDocx } from './check-desk.ts'

/** Words that one click puts right, and what they become. */
const FAULTS = [
  ['{姓名}', ''],
  ['【请填写时间】', ''],
  ['undefined', ''],
  ['浏阳市民政局', '云岭县民政局'],
  ['今年（2025年）', '今年（2026年）'],
  ['11月21日（星期五）', '11月21日（星期六）'],
] as const
const PLAIN = [
  '现将有关事项通知如下，',
  '请抓紧办理；',
  'A&B <i>𠮷㙍</i>，',
  '会议要求：',
  ' 空格 ',
  '👨‍👩‍👧、',
] as const

describe('repairing', () => {
  it('puts right what it is asked to wherever editors split the runs, and nothing else', async () => {
    const surroundings = await surroundingsOf()
    const piece = fc.oneof(
      fc.constantFrom(...FAULTS),
      fc.constantFrom(...PLAIN).map((text) => [text, text] as const),
    )
    const paragraphs = fc.array(fc.array(piece, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(paragraphs, fc.infiniteStream(fc.integer({ min: 1, max: 4 })), async (pieces, lengths) => {
        const lines = pieces.map((line) => line.map(([text]) => text).join('，'))
        const cut = (text: string) => {
          const letters = [...text]
          const runs: string[] = []
          while (letters.length > 0) runs.push(letters.splice(0, lengths.next().value ?? 1).join(''))
          return runs
        }
        const body = lines.map((text) => `<w:p>${cut(text).map(run).join('')}</w:p>`).join('')
        const docx = makeDocx({ body: `${body}${line('2026年11月21日')}` })
        const before = await check(docx, surroundings)
        const repairable = before.findings.filter((finding) => finding.repair)
        const repaired = repairDocument(
          docx,
          before,
          repairable.map(({ id }) => id),
        )
        const after = await check(repaired, surroundings)
        expect(paragraphsOf(repaired).slice(0, -1)).toEqual(
          pieces.map((line) => line.map(([, right]) => right).join('，')),
        )
        expect(after.findings.filter((finding) => finding.repair)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('leaves every other entry as it was, byte for byte', async () => {
    const picture = new Uint8Array(300).map((_, index) => (index * 37) % 256)
    const docx = makeDocx({
      body: line('联系人：{姓名}'),
      header: line('溪口镇'),
      footnotes: `<w:footnote w:id="2">${line('注')}</w:footnote>`,
      others: { 'word/media/image1.png': picture, 'customXml/item1.xml': '<a  b = "c"/>' },
    })
    const before = await check(docx, await surroundingsOf())
    const repaired = repairDocument(
      docx,
      before,
      before.findings.map(({ id }) => id),
    )
    const [was, is] = [new PizZip(docx), new PizZip(repaired)]
    expect(Object.keys(is.files)).toEqual(Object.keys(was.files))
    const differing = Object.keys(was.files).filter((name) => was.file(name)?.asBinary() !== is.file(name)?.asBinary())
    expect(differing).toEqual(['word/document.xml'])
  })

  it('repairs only what is named', async () => {
    const docx = textDocx('{甲}和{乙}')
    const before = await check(docx, await surroundingsOf())
    const second = before.findings[1]?.id ?? ''
    expect(paragraphsOf(repairDocument(docx, before, [second]))).toEqual(['{甲}和'])
    expect(repairDocument(docx, before, ['another'])).toBe(docx)
  })

  it('leaves words alone that are no longer where the check saw them', async () => {
    const before = await check(textDocx('联系人：{姓名}'), await surroundingsOf())
    const other = textDocx('另一份：没有问题的')
    expect(
      paragraphsOf(
        repairDocument(
          other,
          before,
          before.findings.map(({ id }) => id),
        ),
      ),
    ).toEqual(['另一份：没有问题的'])
  })
})

const run = (text: string) =>
  `<w:r><w:t xml:space="preserve">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}</w:t></w:r>`
