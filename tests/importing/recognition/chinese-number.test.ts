import { describe, expect, it } from 'vitest'
import { parseChineseNumber } from '../../../library/importing/recognition/chinese-number.ts'

describe('parseChineseNumber', () => {
  it.each([
    ['一', 1],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百', 100],
    ['一百零一', 101],
    ['一百一十', 110],
    ['二百六十四', 264],
    ['一千二百六十', 1260],
    ['一千零一十', 1010],
    ['二〇二四', 2024],
    ['二○一九', 2019],
    ['12', 12],
    ['１２', 12],
    ['两百', 200],
  ])('reads %s as %i', (text, value) => {
    expect(parseChineseNumber(text)).toBe(value)
  })

  it.each(['', '甲', '第一', '一a'])('finds no number in “%s”', (text) => {
    expect(parseChineseNumber(text)).toBeUndefined()
  })
})
