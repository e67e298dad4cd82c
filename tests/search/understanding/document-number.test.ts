import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  matchDocumentNumber,
  printedDocumentNumber,
  readDocumentNumber,
} from '../../../library/search/understanding/document-number.ts'

describe('a document number', () => {
  it.each([
    '国发〔2024〕12号',
    '国发〔2024〕12 号',
    '国发2024 12号',
    '国发 2024 12',
    '国发[2024]12号',
    '国发（2024）第12号',
    '国发(2024)12',
    '国发【2024】12',
    '国发2024年12号',
    '国发2024年第12号',
    '国发2024-12',
    '国发202412号',
    '國發〔２０２４〕１２號',
    '国发〔二〇二四〕十二号',
    '“国发〔2024〕12号”',
  ])('is read from %s', (typed) => {
    expect(readDocumentNumber(typed)).toEqual({ agency: '国发', year: 2024, number: 12 })
  })

  it.each([
    ['国发 12号', '国发', 12],
    ['国务院令第588号', '国务院令', 588],
    ['中华人民共和国国务院令 第 588 号', '国务院令', 588],
    ['国务院令588', '国务院令', 588],
    ['国令第588号', '国务院令', 588],
    ['第588号国务院令', '国务院令', 588],
    ['主席令第32号', '主席令', 32],
    ['中华人民共和国主席令第三十二号', '主席令', 32],
    ['588号令', '令', 588],
  ])('%s has no year', (typed, agency, number) => {
    expect(readDocumentNumber(typed)).toEqual({ agency, number })
  })

  it.each([
    '',
    '12号',
    '国发',
    '国发2024',
    '国发〔2024〕',
    '低保',
    '第六十二条',
    '国发〔2024〕0号',
    '号'.repeat(20_000),
  ])('is not in %j', (typed) => {
    expect(readDocumentNumber(typed)).toBeUndefined()
  })

  it.each([
    ['国发2024 12号', '国发〔2024〕12号', 'exact'],
    ['国发12号', '国发〔2024〕12号', 'near'],
    ['国发2023 12号', '国发〔2024〕12号', undefined],
    ['国发2024 13号', '国发〔2024〕12号', undefined],
    ['国办发2024 12号', '国发〔2024〕12号', undefined],
    ['国务院令第9号', '中华人民共和国国务院令第九号', 'exact'],
    ['公安部令第7号', '海关总署、公安部令第7号', 'near'],
    ['7号令', '公安部令第7号', 'near'],
    ['公安部令第7号', '公安部通告第7号', undefined],
    ['国发12号', '没有文号', undefined],
  ])('%s fits %s: %s', (typed, printed, expected) => {
    const asked = readDocumentNumber(typed)
    expect(asked && matchDocumentNumber(asked, printed)).toBe(expected)
  })

  it('is found again in every way to write its brackets', () => {
    const year = fc.integer({ min: 1949, max: 2099 })
    const brackets = fc.constantFrom(['〔', '〕'], ['[', ']'], ['（', '）'], ['【', '】'], [' ', ' '], ['', '年'])
    fc.assert(
      fc.property(
        fc.constantFrom('国发', '民发', '川办函'),
        year,
        fc.integer({ min: 1, max: 9999 }),
        brackets,
        (agency, y, n, [open, close]) => {
          const asked = readDocumentNumber(`${agency}${open}${y}${close}${n}号`)
          expect(asked && matchDocumentNumber(asked, `${agency}〔${y}〕${n}号`)).toBe('exact')
        },
      ),
    )
  })

  it('is printed with brackets, other words as they are', () => {
    expect(printedDocumentNumber('国发[2024]第12号')).toBe('国发〔2024〕12号')
    expect(printedDocumentNumber('2024年12号楼')).toBe('2024年12号楼')
  })
})
