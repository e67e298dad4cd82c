import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from '../../../library/search/han-text.ts'
import { singleKey } from '../../../library/search/index/term-keys.ts'
import { TermScanner } from '../../../library/search/index/term-scanner.ts'
import { tokenKey } from '../../../library/search/index/token-key.ts'
import { pairTokens, tokenRuns } from '../../../library/search/tokens.ts'

const scanner = new TermScanner()
function scanned(text: string): { keys: number[]; tokens: number; places: Map<number, number[]> } {
  scanner.clear()
  scanner.scan(text)
  const keys = [...scanner.keys.subarray(0, scanner.length)]
  const places = new Map<number, number[]>()
  for (const [at, key] of keys.entries()) places.set(key, [...(places.get(key) ?? []), scanner.positions[at] as number])
  return { keys, tokens: scanner.tokens, places }
}

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom(...'宅基地国發𠮷鄉a1Ｂé々〇 ，。〔㎡ﬁ\ud842\u0301'), { maxLength: 40 })
    .map((all) => all.join('')),
)

describe('terms cut straight from text', () => {
  it('are the tokens of the folded text, and each of its Han characters', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const runs = tokenRuns(foldText(text))
        const tokens = runs.flatMap(pairTokens)
        const singles = runs.filter((run) => run.type === 'han').flatMap((run) => [...run.text])
        const pairs = runs.flatMap((run) => (run.type === 'han' && [...run.text].length === 1 ? [] : pairTokens(run)))
        const { keys, tokens: count } = scanned(text)
        const wanted = [...pairs.map(tokenKey), ...singles.map((one) => singleKey(one.codePointAt(0) as number))]
        expect(keys.sort()).toEqual(wanted.sort())
        expect(count).toBe(tokens.length)
      }),
      { numRuns: 1000 },
    )
  })

  it('stand one apart within a run, and further apart across its end', () => {
    const { places } = scanned('宅基地，宅基ab管理')
    expect(places.get(tokenKey('宅基'))).toEqual([0, 4])
    expect(places.get(tokenKey('基地'))).toEqual([1])
    expect(places.get(tokenKey('ab'))).toEqual([7])
    expect(places.get(tokenKey('管理'))).toEqual([9])
  })

  it('have different keys when they are different', () => {
    const tokens = ['宅', '宅基', '基宅', '𠮷', '𠮷基', 'a', 'b', 'ab', 'ba', '1', '12', '2024', 'covid']
    expect(new Set(tokens.map(tokenKey)).size).toBe(tokens.length)
    const numbers = Array.from({ length: 100_000 }, (_, i) => tokenKey(String(i)))
    expect(new Set(numbers).size).toBe(numbers.length)
  })
})
