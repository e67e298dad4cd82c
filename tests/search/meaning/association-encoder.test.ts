import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AssociationEncoder } from '../../../library/search/meaning/association-encoder.ts'
import { parseAssociationModel } from '../../../library/search/meaning/association-model.ts'
import { WordAssociations } from '../../../library/search/meaning/word-associations.ts'
import { associationModelBytes } from '../../../scripts/train/write-association-model.ts'
import { toyModel } from './toy-model.ts'

const WORDS = { 老板: 1, 用人单位: 1, 加班费: 2, 工资报酬: 2, 宅基地: 3, 怎么办: 4 }
const model = parseAssociationModel(associationModelBytes(toyModel(WORDS)))
const encoder = new AssociationEncoder(model)
const passage = (text: string, title = '') => ({ title, path: [], heading: '', text })
const product = (a: Int8Array, b: Int8Array) =>
  a.reduce((sum, value, d) => sum + value * (b[d] as number), 0) / 127 ** 2

describe('encoding by the association model', () => {
  it('brings what is asked near to what means the same', () => {
    const asked = encoder.encodeQuery('老板不给加班费') as Int8Array
    const near = encoder.encodePassage(passage('用人单位应当支付工资报酬。'))
    const far = encoder.encodePassage(passage('宅基地的面积'))
    expect(product(asked, near)).toBeGreaterThan(0.95)
    expect(product(asked, far)).toBe(0)
  })

  it('takes in title and headings, without their numbers', () => {
    const bare = encoder.encodePassage(passage('面积不得超过标准。', '宅基地管理办法'))
    expect(product(bare, encoder.encodeQuery('宅基地') as Int8Array)).toBeGreaterThan(0.95)
    const headed = { title: '', path: ['第三章 宅基地'], heading: '第六十二条', text: '' }
    expect(encoder.encodePassage(headed)).toEqual(encoder.encodePassage({ ...headed, path: ['宅基地'], heading: '' }))
  })

  it('gives nothing where no word is known', () => {
    expect(encoder.encodeQuery('？！ 𠮷')).toBeUndefined()
    expect(encoder.encodeQuery('')).toBeUndefined()
    expect(encoder.encodePassage(passage('甲乙'))).toEqual(new Int8Array(16))
  })

  it('gives vectors of length 127, the same for the same text', () => {
    const words = fc.array(fc.constantFrom(...Object.keys(WORDS), '甲', '，'), { maxLength: 30 })
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join('')
        const first = encoder.encodeQuery(text)
        expect(encoder.encodeQuery(text)).toEqual(first)
        if (first) expect(Math.abs(Math.sqrt(product(first, first)) - 1)).toBeLessThan(0.02)
      }),
    )
  })
})

describe('the words that brought a question to a passage', () => {
  const associations = new WordAssociations(model)

  it('names the asked word and the nearest of the passage', () => {
    expect(associations.ofQuestion('老板跑了')('由用人单位承担。')).toEqual({ asked: '老板', found: '用人单位' })
  })

  it('names none when the passage holds the word itself, or nothing near', () => {
    expect(associations.ofQuestion('老板')('老板和用人单位')).toBeUndefined()
    expect(associations.ofQuestion('老板')('宅基地')).toBeUndefined()
    expect(associations.ofQuestion('')('宅基地')).toBeUndefined()
  })
})
