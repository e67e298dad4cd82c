import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from '../../../library/search/han-text.ts'
import { isPhraseIn } from '../../../library/search/index/phrase-in-text.ts'
import { tokenRuns } from '../../../library/search/tokens.ts'
import { type Draft, openSmallIndex, revisionOf } from './small-index.ts'

const characters = [...'宅基地低保申请国发鄉𠮷', '12', 'ab', '，', '〔', ' ', '。']
const text = (most: number) =>
  fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: most }).map((all) => all.join(''))
const phrase = fc
  .constantFrom(2, 3, 4, 6)
  .chain(text)
  .map(foldText)
  .filter((one) => tokenRuns(one).length > 0)
const drafts = fc
  .array(
    fc.record({
      title: text(5),
      alternative: fc.array(text(4), { maxLength: 2 }),
      documentNumber: text(4),
      topics: fc.array(text(3), { maxLength: 2 }),
      texts: fc.array(fc.record({ heading: text(4), text: text(300) }), { minLength: 1, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) => all.map((one, at): Draft => ({ itemId: `item-${at}`, ...one })))

/** What a scan of every text finds. */
function scan(all: readonly Draft[], holds: (has: (phrase: string, outlineOnly?: boolean) => boolean) => boolean) {
  return all.flatMap((draft) => {
    const { title, alternative, documentNumber, topics, passages, itemId } = revisionOf(draft)
    const ofDocument = [title, ...alternative, documentNumber ?? '', ...topics]
    return passages.flatMap(({ heading, text: body, anchor }) => {
      const has = (wanted: string, outlineOnly = false) =>
        (outlineOnly ? [heading] : [heading, body, ...ofDocument]).some((field) => isPhraseIn(field, tokenRuns(wanted)))
      return holds(has) ? [`${itemId} ${anchor}`] : []
    })
  })
}

describe('what must all be there', () => {
  it('is found where a scan of every text finds it', () => {
    fc.assert(
      fc.property(
        drafts,
        fc.array(fc.array(phrase, { minLength: 1, maxLength: 3 }), { minLength: 8, maxLength: 8 }),
        (all, queries) => {
          const small = openSmallIndex()
          const half = Math.ceil(all.length / 2)
          small.add(...all.slice(0, half))
          small.add(...all.slice(half))
          for (const words of queries)
            expect(small.find(...words).sort(), words.join('|')).toEqual(
              scan(all, (has) => words.every((word) => has(word))).sort(),
            )
          small.connection.close()
        },
      ),
      { numRuns: 60 },
    )
  })

  it('may be any phrase of a clause, only in headings, not before something longer, and without others', () => {
    fc.assert(
      fc.property(drafts, phrase, phrase, phrase, (all, one, other, unwanted) => {
        const small = openSmallIndex()
        small.add(...all)
        const { index } = small
        const mask = small.everything()
        const found = (...query: Parameters<typeof index.matchAll>) => small.named(index.matchAll(...query)).sort()
        expect(found([[{ text: one }, { text: other }]], [], mask)).toEqual(
          scan(all, (has) => has(one) || has(other)).sort(),
        )
        expect(found([[{ text: one }]], [[{ text: unwanted }]], mask)).toEqual(
          scan(all, (has) => has(one) && !has(unwanted)).sort(),
        )
        expect(found([[{ text: one, field: 'outline', notBefore: one + other }]], [], mask)).toEqual(
          scan(all, (has) => has(one, true) && !has(one + other, true)).sort(),
        )
        small.connection.close()
      }),
      { numRuns: 100 },
    )
  })

  it('is found by single characters and across very long texts', () => {
    const small = openSmallIndex()
    const filling = '土地。'.repeat(100_000)
    small.add({ itemId: 'long', title: '税', texts: [`${filling}宅基地${filling}`, '农业，税务'] })
    expect(small.find('宅基地')).toEqual(['long 0'])
    expect(small.find('务')).toEqual(['long 1'])
    expect(small.find('税')).toEqual(['long 1', 'long 0'])
    expect(small.find('地宅')).toEqual([])
  })

  it.each([
    ['国发12号', ['number 0']],
    ['国发〔2024〕12号', ['number 0', 'mention 0']],
    ['发〔2024〕12号', ['number 0', 'mention 0']],
    ['国〔2024〕12号', []],
  ])('as a phrase of several runs follows its own order: %s', (typed, expected) => {
    const small = openSmallIndex()
    small.add(
      { itemId: 'number', documentNumber: '国发〔2024〕12号', texts: ['春耕'] },
      { itemId: 'short', documentNumber: '国发12号', texts: ['春耕'] },
      { itemId: 'mention', texts: ['按照国发〔2024〕12号文件'] },
    )
    const wanted = typed === '国发12号' ? ['short 0'] : expected
    expect(small.find(foldText(typed)).sort()).toEqual([...wanted].sort())
  })
})
