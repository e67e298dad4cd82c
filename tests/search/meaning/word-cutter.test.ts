import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WordCutter } from '../../../library/search/meaning/word-cutter.ts'

const WORDS = ['宅基', '宅基地', '基地', '申请', '加班', '加班费', '班费', '老', '板', '费', 'ktv', 'p2p']
const cutter = new WordCutter(
  WORDS,
  WORDS.map((word) => 250 - 40 * word.length),
)
const cut = (...texts: string[]) => {
  cutter.begin()
  for (const text of texts) cutter.add(text)
  return [...cutter.words.subarray(0, cutter.count)].map((word) => WORDS[word]).sort()
}

describe('cutting text into words of the vocabulary', () => {
  it('takes the likeliest words and those inside them', () => {
    expect(cut('宅基地申请')).toEqual(['基地', '宅基', '宅基地', '申请'].sort())
  })

  it('takes single characters only where no word fits', () => {
    expect(cut('老板的加班费')).toEqual(['加班', '加班费', '板', '班费', '老'].sort())
  })

  it('folds traditional characters, full width and case', () => {
    expect(cut('申請ＫＴＶ')).toEqual(cut('申请ktv'))
    expect(cut('KTV')).toEqual(['ktv'])
  })

  it('takes words of letters and digits only whole', () => {
    expect(cut('p2p 平台')).toEqual(['p2p'])
    expect(cut('p2ps ktvs k')).toEqual([])
  })

  it('finds no word across what separates', () => {
    expect(cut('申，请')).toEqual([])
    expect(cut('申', '请')).toEqual([])
  })

  it('gives each word once, and the same as by itself after any other text', () => {
    const piece = fc.constantFrom(...WORDS, '，', ' ', '甲', '𠮷', 'x', '請')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.array(piece, { maxLength: 60 }), (first, second) => {
        const text = second.join('')
        const before = cut(text)
        cut(first.join(''))
        expect(cut(text)).toEqual(before)
        expect(new Set(before).size).toBe(before.length)
      }),
    )
  })

  it('cuts texts of any length', () => {
    expect(cut('宅基地'.repeat(20_000))).toEqual(['基地', '宅基', '宅基地'].sort())
  })
})
