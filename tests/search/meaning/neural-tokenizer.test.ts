import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createNeuralTokenizer } from '../../../library/search/meaning/neural-tokenizer.ts'

const marks = ['[PAD]', '[UNK]', '[CLS]', '[SEP]']
const vocabulary = [
  ...marks,
  'un',
  '##aff',
  '##able',
  'want',
  '##want',
  '##ed',
  'wa',
  'runn',
  '##ing',
  ',',
  'low',
  '##est',
]
vocabulary.push('宅', '基', '地', '第', '62', '条', 'hello', '。', 'resume', '$', '𠮷', 'b')

const pieces = (text: string, options: { maxTokens?: number; lowercase?: boolean } = {}) => {
  const tokenizer = createNeuralTokenizer(vocabulary, { maxTokens: 64, lowercase: true, ...options })
  return tokenizer.encode(text).map((number) => vocabulary[number])
}
const inner = (text: string) => pieces(text).slice(1, -1)

describe('the tokenizer of BERT models', () => {
  it('takes the longest known pieces, as BERT’s own examples have it', () => {
    expect(inner('unwanted running')).toEqual(['un', '##want', '##ed', 'runn', '##ing'])
    expect(inner('UNaffable')).toEqual(['un', '##aff', '##able'])
    expect(inner('lowest')).toEqual(['low', '##est'])
  })

  it('knows a word whole or not at all', () => {
    expect(inner('unwantedX running')).toEqual(['[UNK]', 'runn', '##ing'])
  })

  it('takes Han characters one by one, and what is between them as words', () => {
    expect(inner('宅基地第62条')).toEqual(['宅', '基', '地', '第', '62', '条'])
    expect(inner('𠮷b')).toEqual(['𠮷', 'b'])
  })

  it('splits at punctuation, also at symbols of ASCII', () => {
    expect(inner('hello,hello。$')).toEqual(['hello', ',', 'hello', '。', '$'])
  })

  it('lowers, takes off accents, and drops control characters', () => {
    expect(inner('HÉLLO Résumé')).toEqual(['hello', 'resume'])
    expect(inner('he\u0000l\u200blo\ufffd\t宅')).toEqual(['hello', '宅'])
  })

  it('keeps capitals where the model has them', () => {
    expect(pieces('Hello', { lowercase: false })).toEqual(['[CLS]', '[UNK]', '[SEP]'])
  })

  it('does not look into words of more than a hundred characters', () => {
    expect(inner(`un${'want'.repeat(25)}`)).toEqual(['[UNK]'])
  })

  it('cuts long texts so that both marks stay', () => {
    expect(pieces('宅基地宅基地', { maxTokens: 5 })).toEqual(['[CLS]', '宅', '基', '地', '[SEP]'])
  })

  it('takes any text, in the room that it has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const tokens = pieces(text, { maxTokens: 16 })
        expect(tokens.length).toBeLessThanOrEqual(16)
        expect([tokens.at(0), tokens.at(-1)]).toEqual(['[CLS]', '[SEP]'])
      }),
    )
  })

  it('refuses a vocabulary without its marks', () => {
    expect(() => createNeuralTokenizer(['a'], { maxTokens: 8, lowercase: true })).toThrow(RangeError)
  })
})
