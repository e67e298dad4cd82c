import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from '../../library/search/han-text.ts'
import { findMarks, makeSnippet } from '../../library/search/snippet.ts'

const marked = (text: string, terms: readonly string[]) => {
  const snippet = makeSnippet(text, terms)
  return snippet.marks.map(([from, to]) => snippet.text.slice(from, to))
}

describe('a snippet', () => {
  it('shows a short passage whole', () => {
    expect(makeSnippet('一户\n一宅。', ['一宅'])).toEqual({ text: '一户 一宅。', marks: [[3, 5]] })
  })

  it('shows the sentence that holds the match', () => {
    const { text } = makeSnippet(`${'前文很长。'.repeat(80)}申请低保应当提交材料。${'后文也长。'.repeat(80)}`, ['低保'])
    expect(text.startsWith('…')).toBe(true)
    expect(text).toContain('申请低保应当提交材料。')
    expect(text.length).toBeLessThanOrEqual(162)
  })

  it('prefers the place where the words stand together', () => {
    const text = `低保${'无'.repeat(300)}申请低保的家庭${'无'.repeat(300)}申请`
    expect(makeSnippet(text, ['低保', '申请']).text).toContain('申请低保的家庭')
  })

  it('marks traditional, full-width and composed writings of what was typed', () => {
    expect(marked('鄉村振興促進法ＡＢＣ１００㎡', ['乡村振兴', 'abc', 'm'])).toEqual(['鄉村振興', 'ＡＢＣ', '㎡'])
  })

  it('shows part of a match that is longer than itself', () => {
    const [first] = marked('低保'.repeat(400), ['低保'])
    expect(first?.length).toBeGreaterThan(100)
  })

  it('takes no time over a long passage full of matches', () => {
    const started = performance.now()
    makeSnippet('申请，'.repeat(100_000), ['申请'])
    expect(performance.now() - started).toBeLessThan(1500)
  })

  const character = fc.constantFrom(...'低保申请𠮷野😀鄉ＡＢ㎡ \n。；', '𰻞', '\u0301', 'ﬁ')
  const passage = fc.array(character, { maxLength: 500 }).map((all) => all.join(''))
  const terms = fc.array(
    fc.constantFrom('低保', '申请', '请', '𠮷', '𠮷野', '野', 'ab', 'm2', '2', '乡', 'i', '𰻞', ''),
    { maxLength: 4 },
  )

  it('has marks that lie on the words, in order and apart, and never cuts a character', () => {
    fc.assert(
      fc.property(passage, terms, (text, wanted) => {
        const snippet = makeSnippet(text, wanted)
        expect(snippet.text.isWellFormed()).toBe(true)
        let last = -1
        for (const [from, to] of snippet.marks) {
          expect(from).toBeGreaterThan(last)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(snippet.text.length)
          const slice = snippet.text.slice(from, to)
          expect(slice.isWellFormed()).toBe(true)
          last = to
        }
      }),
      { numRuns: 500 },
    )
  })

  it('marks a stretch of the text that folds to words of the query and no other', () => {
    fc.assert(
      fc.property(passage, terms, (text, wanted) => {
        for (const [from, to] of findMarks(text, wanted)) {
          const folded = foldText(text.slice(from, to))
          const covered = new Array<boolean>(folded.length).fill(false)
          for (const term of wanted.filter(Boolean))
            for (let at = folded.indexOf(term); at !== -1; at = folded.indexOf(term, at + 1))
              covered.fill(true, at, at + term.length)
          // A character such as ㎡ is marked whole when part of what it stands for was sought.
          const whole = folded.replaceAll('m2', '').replaceAll('fi', '')
          expect(covered.filter(Boolean).length).toBeGreaterThanOrEqual(whole.length)
          expect(covered.some(Boolean)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('shows a mark whenever the passage holds a word', () => {
    fc.assert(
      fc.property(passage, terms, (text, wanted) => {
        const squeezed = text.replace(/\s+/g, ' ').trim()
        const holds = wanted.some((term) => term !== '' && foldText(squeezed).includes(term))
        expect(makeSnippet(text, wanted).marks.length > 0).toBe(holds)
      }),
      { numRuns: 500 },
    )
  })
})
