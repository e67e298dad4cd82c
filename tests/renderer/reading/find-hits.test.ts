import { describe, expect, it } from 'vitest'
import { findHits, foldPassages, hitFrom, stepHit } from '../../../renderer/reading/find-hits.ts'
import { findTerms, wordsOfQuestion } from '../../../renderer/reading/find-terms.ts'
import { findRanges, foldText } from '../../../renderer/reading/fold-text.ts'
import { STATUTE } from './statute.ts'

const folded = foldPassages(STATUTE)

const rangesIn = (text: string, ...terms: string[]) =>
  findRanges(foldText(text), terms).map(([start, end]) => text.slice(start, end))

describe('findRanges', () => {
  it('finds every occurrence', () => {
    expect(rangesIn('宅基地与宅基地', '宅基地')).toHaveLength(2)
  })

  it('sees through width, case and line breaks, and marks the words as they stand', () => {
    expect(rangesIn('按照 ２０２４\n年 WPS 格式', '2024年wps')).toEqual(['２０２４\n年 WPS'])
  })

  it('marks a compatibility character whole', () => {
    expect(rangesIn('（甲）㈠项', '(一)')).toEqual(['㈠'])
  })

  it('joins terms that overlap and keeps neighbours apart', () => {
    expect(rangesIn('最低生活保障金', '最低生活保障', '保障金')).toEqual(['最低生活保障金'])
    expect(rangesIn('低保申请', '低保', '申请')).toEqual(['低保', '申请'])
  })

  it('finds nothing for no terms', () => {
    expect(rangesIn('宅基地', '')).toEqual([])
  })
})

describe('findTerms', () => {
  it('splits at spaces, the wide one too', () => {
    expect(findTerms('低保　申请 低保')).toEqual(['低保', '申请'])
  })

  it('keeps a phrase whole', () => {
    expect(findTerms('"一户 一宅" “依法 办理”')).toEqual(['一户一宅', '依法办理'])
  })

  it('leaves out filters and excluded words', () => {
    expect(findTerms('宅基地 kind:policy -继承 after:2023 in-force:')).toEqual(['宅基地'])
  })
})

describe('wordsOfQuestion', () => {
  it('offers the words of a question in plain words', () => {
    expect(wordsOfQuestion('申请宅基地要什么手续')).toEqual(expect.arrayContaining(['申请', '手续']))
  })

  it('leaves out the words of asking', () => {
    expect(wordsOfQuestion('房屋可以买卖吗')).toEqual(['房屋', '买卖'])
  })
})

describe('findHits', () => {
  it('lists hits in reading order, numbered within their passage', () => {
    expect(findHits(folded, ['宅基地'])).toEqual([
      { passage: 1, nth: 0 },
      { passage: 2, nth: 0 },
      { passage: 2, nth: 1 },
      { passage: 5, nth: 0 },
      { passage: 8, nth: 0 },
    ])
  })

  it('finds numbers and headings', () => {
    expect(findHits(folded, ['第三条'])).toEqual([{ passage: 5, nth: 0 }])
    expect(findHits(folded, ['程序'])).toEqual([{ passage: 6, nth: 0 }])
  })

  it('does not count the heading that a section repeats', () => {
    expect(findHits(folded, ['附表'])).toEqual([])
  })
})

describe('moving between hits', () => {
  const hits = findHits(folded, ['宅基地'])

  it('starts at the first hit from the place of reading on', () => {
    expect(hitFrom(hits, 0)).toBe(0)
    expect(hitFrom(hits, 3)).toBe(3)
  })

  it('starts at the top when nothing follows', () => {
    expect(hitFrom(hits, 9)).toBe(0)
  })

  it('goes round at both ends', () => {
    expect(stepHit(5, 4, 1)).toBe(0)
    expect(stepHit(5, 0, -1)).toBe(4)
  })

  it('stays nowhere when there is no hit', () => {
    expect(hitFrom([], 0)).toBe(-1)
    expect(stepHit(0, -1, 1)).toBe(-1)
  })
})
