import { describe, expect, it } from 'vitest'
import { checkDocument } from '../../../library/templates/check/check-document.ts'
import { surroundingsOf, textDocx } from './check-desk.ts'

describe('checking a document', () => {
  it('says which rule could not run, and runs the others', async () => {
    const surroundings = await surroundingsOf()
    const policies = {
      ...surroundings.policies,
      named: () => {
        throw new Error('the library is gone')
      },
    }
    const docx = textDocx('根据《山林法》，联系人{姓名}。')
    const { findings, must, should } = await checkDocument(docx, { ...surroundings, policies })
    expect(findings.map(({ rule, says }) => [rule, says])).toEqual([
      ['check-not-run', '“引用的政策”这一项没有查成，其余各项都查了。'],
      ['empty-placeholder', '{姓名} 是没有填的占位符。'],
    ])
    expect([must, should]).toEqual([1, 1])
  })

  it('says that a document is too long instead of filling the memory with it', async () => {
    const whole = textDocx(...Array.from({ length: 60_000 }, () => '柳湾村三组周福生，低保户，2026年第三季度已核对。'))
    const { findings, must } = await checkDocument(whole, await surroundingsOf())
    expect([findings.map(({ rule, says }) => [rule, says]), must]).toEqual([
      [['check-not-run', '这份文档太长，没有检查。']],
      0,
    ])
  })

  it('finds nothing in a document without text', async () => {
    expect((await checkDocument(textDocx(), await surroundingsOf())).findings).toEqual([])
  })
})
