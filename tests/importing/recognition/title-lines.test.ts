import { describe, expect, it } from 'vitest'
import { findTitleLines } from '../../../library/importing/recognition/title-lines.ts'

describe('findTitleLines', () => {
  it('reads the head of an official document (GB/T 9704-2012)', () => {
    const lines = [
      '000012',
      '特急',
      '青禾县人民政府文件',
      '青政发〔2024〕12号',
      '青禾县人民政府',
      '关于印发饮水管护办法的通知',
      '各乡镇人民政府：',
      '现印发给你们。',
    ]
    const found = findTitleLines(lines)
    expect(found.title).toBe('青禾县人民政府关于印发饮水管护办法的通知')
    expect(found.documentNumber).toBe('青政发〔2024〕12号')
    expect(found.letterhead).toBe('青禾县人民政府')
    expect([[...found.used], [...found.titleLines]]).toEqual([
      [2, 3],
      [4, 5],
    ])
  })

  it('joins a title broken over three lines', () => {
    expect(findTitleLines(['关于进一步做好全县农村', '困难群众临时救助', '工作的通知', '各乡镇：']).title).toBe(
      '关于进一步做好全县农村困难群众临时救助工作的通知',
    )
  })

  it('joins the book of a code to its title', () => {
    expect(findTitleLines(['某国民法典', '人格权编', '2020年5月28日 某会议通过']).title).toBe('某国民法典 人格权编')
  })

  it('does not join two headings that are each their own', () => {
    expect(findTitleLines(['预付卡余额应当返还', '消费者权益典型案例', '基本案情']).title).toBe('预付卡余额应当返还')
  })

  it('stops at a title that is complete', () => {
    expect(findTitleLines(['饮水管护办法', '总体说明', '为了节约用水，制定本办法。']).title).toBe('饮水管护办法')
  })

  it('reads the number below the title too', () => {
    expect(findTitleLines(['饮水管护办法', '（青政发〔2024〕12号）', '第一条　为了']).documentNumber).toBe(
      '青政发〔2024〕12号',
    )
  })

  it.each([
    ['a sentence', ['为了节约用水，制定本办法。']],
    ['a chapter', ['第一章　总则', '第一条　为了']],
    ['a salutation', ['各乡镇人民政府：']],
    ['a numbered part', ['一、总体要求', '（一）明确责任']],
  ])('does not take %s for a title', (_, lines) => {
    expect(findTitleLines(lines).title).toBeUndefined()
  })
})
