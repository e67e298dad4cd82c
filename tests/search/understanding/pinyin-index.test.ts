import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCharacterReadings } from '../../../library/search/understanding/character-readings.ts'
import { createPinyinIndex } from '../../../library/search/understanding/pinyin-index.ts'
import { createPinyinWords } from '../../../library/search/understanding/pinyin-words.ts'
import { similarSyllables, soundClass } from '../../../library/search/understanding/similar-sounds.ts'

const readings = createCharacterReadings()
const TEXTS = [
  '宅基地管理办法',
  '农村宅基地审批',
  '中华人民共和国土地管理法',
  '重庆市长江保护条例',
  '妇女权益保障法',
  '2024年补贴abc说明',
  '山区河道采砂许可和乡镇煤矿安全检查以及地方志编纂工作若干具体问题的规定',
]
const index = createPinyinIndex(TEXTS, readings)
const found = (typed: string, similar = false) =>
  index.find(typed, { similar }).map(({ at, extent }) => `${TEXTS[at]?.slice(0, 4)} ${extent}`)

describe('readings of a character', () => {
  it('are all it has, the usual one first, with v for ü', () => {
    expect(readings('重')).toEqual(['zhong', 'chong'])
    expect(readings('女')).toContain('nv')
    expect(readings('a')).toEqual([])
    expect(readings('\u0000')).toEqual([])
  })
})

describe('pinyin', () => {
  it.each([
    ['zjd', '宅基地管 beginning'],
    ['zjdglbf', '宅基地管 whole'],
    ['zhaijidi', '宅基地管 beginning'],
    ['zhai ji di', '宅基地管 beginning'],
    ["zhai'ji'di", '宅基地管 beginning'],
    ['zhaijidiguanlibanfa', '宅基地管 whole'],
    ['zhaij', '宅基地管 beginning'],
    ['zhjd', '宅基地管 beginning'],
    ['宅jd', '宅基地管 beginning'],
    ['zhai基地', '宅基地管 beginning'],
    ['z基d管li', '宅基地管 beginning'],
    ['shenpi', '农村宅基 inside'],
    ['tdglf', '中华人民 whole'],
    ['tudi', '中华人民 beginning'],
    ['zhrmghgtdglf', '中华人民 whole'],
    ['zhrm', '中华人民 beginning'],
    ['chongqing', '重庆市长 beginning'],
    ['zhongqing', '重庆市长 beginning'],
    ['zqszjbhtl', '重庆市长 whole'],
    ['funv', '妇女权益 beginning'],
    ['nüquan', '妇女权益 inside'],
    ['2024nbtabc', '2024 beginning'],
    ['sqhdcsxkhxzmkaqjcyjdfzbzgzrgjtwtdgd', '山区河道 whole'],
    ['shanquhedaocaishaxukehexiangzhenmeikuanganquan', '山区河道 beginning'],
  ])('%s finds %s', (typed, expected) => {
    expect(found(typed)).toContain(expected)
  })

  it('takes sounds that many do not tell apart only when asked to', () => {
    expect(found('zaijidi')).toEqual([])
    expect(found('zaijidi', true)).toEqual(['宅基地管 beginning', '农村宅基 inside'])
    expect(found('longcun', true)).toEqual(['农村宅基 beginning'])
    expect(found('hunv', true)).toEqual(['妇女权益 beginning'])
  })

  it.each(['', ' ', '宅基地', '?', 'zjdx', 'zhaix', 'x'.repeat(20_000), '\u0000'])('finds nothing for %j', (typed) => {
    expect(found(typed)).toEqual([])
  })

  it('finds each text by any beginning of its initials and of its syllables', () => {
    const text = fc.constantFrom(...TEXTS.filter((one) => /^\p{Script=Han}+$/u.test(one)))
    fc.assert(
      fc.property(text, fc.boolean(), fc.nat(), (title, full, cut) => {
        const spelled = Array.from(title, (character) => readings(character)[0] as string)
        const typed = spelled.map((one) => (full ? one : one[0])).join('')
        const part = typed.slice(0, 1 + (cut % typed.length))
        const match = index.find(part).find(({ at }) => TEXTS[at] === title)
        expect(match?.extent).toBe(part === typed ? 'whole' : match?.extent)
        expect(match?.extent).not.toBe('inside')
      }),
    )
  })
})

describe('a whole query in pinyin', () => {
  const words = createPinyinWords(['宅基地', '最低生活保障', '庄基地', '低保'], readings)
  it('stands for the words that sound so, with the reason', () => {
    expect(words('zjd', 1)).toEqual([{ word: '宅基地', why: '因 zjd = 宅基地' }])
    expect(words('ZJD', 5).map((one) => one.word)).toEqual(['宅基地', '庄基地'])
    expect(words('zuidishenghuobaozhang', 5).map((one) => one.word)).toEqual(['最低生活保障'])
    expect(words('zaijidi', 5).map((one) => one.word)).toEqual(['宅基地'])
  })

  it.each(['z', 'zj', '宅基地', '', 'zjdx'])('is not %j', (typed) => {
    expect(words(typed, 5)).toEqual([])
  })
})

describe('similar sounds', () => {
  it('are of one class', () => {
    for (const [one, other] of [
      ['zhang', 'zan'],
      ['ling', 'nin'],
      ['fu', 'hu'],
      ['shi', 'si'],
      ['cheng', 'cen'],
    ] as const)
      expect(soundClass(one)).toBe(soundClass(other))
    expect(soundClass('ban')).not.toBe(soundClass('pan'))
  })

  it('are spelled in every way', () => {
    expect(similarSyllables('zhang').sort()).toEqual(['zan', 'zang', 'zhan'])
    expect(similarSyllables('di')).toEqual([])
  })
})
