import { describe, expect, it } from 'vitest'
import { findContentsList, isDottedLine } from '../../../library/importing/recognition/contents-list.ts'

describe('isDottedLine', () => {
  it.each(['第一章　总则………………1', '第二章 用水 ...... 12', '附则·····（30）', '一、总体要求\t\t3'])(
    'accepts “%s”',
    (line) => {
      expect(isDottedLine(line)).toBe(true)
    },
  )

  it.each(['第一章　总则', '共有3', '他说……', '2024年3月5日'])('refuses “%s”', (line) => {
    expect(isDottedLine(line)).toBe(false)
  })
})

describe('findContentsList', () => {
  const left = (paragraphs: string[]) => paragraphs.filter((_, at) => !findContentsList(paragraphs).has(at))

  it('leaves out a table of contents with page numbers', () => {
    expect(left(['目　录', '第一章　总则…………1', '第二章　用水…………3', '第一章　总则', '第一条　甲'])).toEqual([
      '第一章　总则',
      '第一条　甲',
    ])
  })

  it('leaves out one without page numbers, up to where the text begins', () => {
    expect(left(['目录', '第一章 总则', '第二章 用水', '第一章 总则', '第一条 甲'])).toEqual([
      '第一章 总则',
      '第一条 甲',
    ])
  })

  it('tells an entry with a plain page number from the heading it names', () => {
    expect(left(['目录', '第一章 总则 1', '第二章 用水 3', '第一章 总则', '第一条 甲'])).toEqual([
      '第一章 总则',
      '第一条 甲',
    ])
  })

  it('keeps a text that has no table of contents', () => {
    const text = ['第一章 总则', '第一条 甲', '第二章 用水', '第二条 乙']
    expect(left(text)).toEqual(text)
  })

  it('keeps a list that is the whole document', () => {
    const text = ['目录', '第一章 总则', '第二章 用水']
    expect(left(text)).toEqual(text)
  })
})
