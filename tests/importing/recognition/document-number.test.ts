import { describe, expect, it } from 'vitest'
import { findDocumentNumbers, wholeDocumentNumber } from '../../../library/importing/recognition/document-number.ts'

describe('wholeDocumentNumber', () => {
  it.each([
    ['国发〔2024〕12号', '国发〔2024〕12号'],
    ['国发[2024]12号', '国发〔2024〕12号'],
    ['国发［2024］12号', '国发〔2024〕12号'],
    ['国发【2024】12号', '国发〔2024〕12号'],
    ['国发(2024)12号', '国发〔2024〕12号'],
    ['国发（2024）第12号', '国发〔2024〕12号'],
    ['国发〔２０２４〕１２号', '国发〔2024〕12号'],
    ['国发〔2024〕 12 号', '国发〔2024〕12号'],
    ['国 发 〔2024〕12号'.replaceAll('国 发 ', '国发 '), '国发〔2024〕12号'],
    ['国办发〔2024〕012号', '国办发〔2024〕12号'],
    ['法释〔2021〕1号', '法释〔2021〕1号'],
    ['（法释〔2021〕1号）', '法释〔2021〕1号'],
    ['青政办函〔2023〕7号', '青政办函〔2023〕7号'],
    ['中华人民共和国国务院令第753号', '国务院令第753号'],
    ['国务院令第753号', '国务院令第753号'],
    ['国务院令（第753号）', '国务院令第753号'],
    ['中华人民共和国主席令第三十二号', '主席令第三十二号'],
    ['主席令 第三十二号', '主席令第三十二号'],
    ['中华人民共和国国务院、中华人民共和国中央军事委员会令第700号', '国务院、中央军事委员会令第700号'],
    ['青禾县人民政府公告2024年第3号', '青禾县人民政府公告2024年第3号'],
  ])('writes %s as %s', (typed, normal) => {
    expect(wholeDocumentNumber(typed)).toBe(normal)
  })

  it.each(['关于国发〔2024〕12号的通知', '第12号', '公告第3号', '第三十二条', '国发〔24〕12号'])(
    'does not take “%s” for one',
    (line) => {
      expect(wholeDocumentNumber(line)).toBeUndefined()
    },
  )
})

describe('findDocumentNumbers', () => {
  it('finds numbers in running text without the words before them', () => {
    const text = '根据国发〔2024〕12号和国办发〔2023〕5号文件'
    expect(findDocumentNumbers(text).map((found) => found.number)).toEqual(['国发〔2024〕12号', '国办发〔2023〕5号'])
  })

  it('reads the number in an enactment line', () => {
    expect(findDocumentNumbers('中华人民共和国国务院令第743号公布')[0]?.number).toBe('国务院令第743号')
  })
})
