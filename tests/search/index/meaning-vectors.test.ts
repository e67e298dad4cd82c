import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DOT_PRODUCTS_CODE } from '../../../library/search/index/dot-products-code.ts'
import { hasIndexFormat } from '../../../library/search/index/index-schema.ts'
import type { SentenceEncoder } from '../../../library/search/meaning/sentence-encoder.ts'
import { assembleWat } from '../../../scripts/build/assemble-wat.ts'
import { openSmallIndex, type SmallIndex } from './small-index.ts'

const DIMENSIONS = 32
/** A vector that any text has, by its characters alone. */
function vectorOf(text: string): Int8Array {
  const vector = new Int8Array(DIMENSIONS)
  for (const [at, character] of [...text].entries())
    for (let d = 0; d < DIMENSIONS; d++)
      vector[d] = (vector[d] as number) + ((character.charCodeAt(0) * (d + 3) * (at + 7)) % 61) - 30
  return vector
}
const encoder: SentenceEncoder = {
  id: 'test-1',
  dimensions: DIMENSIONS,
  encodePassage: ({ text }) => vectorOf(text),
  encodeQuery: vectorOf,
}
const texts = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 6 })

/** What a plain loop over all texts gives. */
function scan(items: readonly (readonly string[])[], query: Int8Array) {
  return items.flatMap((one, item) =>
    one.map((text, place) => {
      const vector = vectorOf(text)
      const product = query.reduce((sum, value, d) => sum + value * (vector[d] as number), 0)
      return `item ${item} ${place} ${Math.fround(product / 127 ** 2)}`
    }),
  )
}
function found(small: SmallIndex, query: Int8Array, most = 1000) {
  const matches = small.index.nearest(query, small.everything(), most)
  return small.named(matches).map((name, at) => `${name} ${matches.scores[at]}`)
}

describe('the nearest by meaning', () => {
  it('are those of a plain loop, before and after merging', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 8 }), fc.string(), fc.nat(9), (items, asked, most) => {
        const small = openSmallIndex(encoder)
        for (const [item, one] of items.entries()) small.add({ itemId: `item ${item}`, texts: one })
        const query = vectorOf(asked)
        const wanted = scan(items, query)
        for (const state of ['before', 'after']) {
          expect(found(small, query).sort(), state).toEqual(wanted.toSorted())
          const scores = small.index.nearest(query, small.everything(), most).scores
          const all = small.index.nearest(query, small.everything(), 1000)
          expect([...scores]).toEqual([...all.scores.subarray(0, most)])
          const ascending = all.passages.toSorted()
          const byNumber = new Map([...all.passages].map((passage, at) => [passage, all.scores[at]]))
          expect([...small.index.similarityOf(query, ascending)]).toEqual(
            [...ascending].map((one) => byNumber.get(one)),
          )
          small.merge()
        }
        small.connection.close()
      }),
      { numRuns: 50 },
    )
  })

  it('are looked for among accepted documents only, and forget what was removed', () => {
    const small = openSmallIndex(encoder)
    for (const name of ['a', 'b', 'c', 'd', 'e']) small.add({ itemId: name, texts: [name] })
    const query = vectorOf('c')
    const mask = Uint8Array.from(small.index.documents, ({ itemId }) => (itemId === 'c' || itemId === 'e' ? 1 : 0))
    expect(small.named(small.index.nearest(query, mask, 10)).sort()).toEqual(['c 0', 'e 0'])
    expect(small.named(small.index.nearest(query, small.everything(), 1))).toEqual(['c 0'])
    small.write((writer) => writer.remove('c'))
    expect(found(small, query)).toHaveLength(4)
    small.merge()
    expect(found(small, query)).toHaveLength(4)
  })

  it('are none without an encoder', () => {
    const small = openSmallIndex()
    small.add({ itemId: 'a', texts: ['a'] })
    expect(small.index.nearest(vectorOf('a'), small.everything(), 10).passages).toHaveLength(0)
    expect([...small.index.similarityOf(vectorOf('a'), Uint32Array.of(0))]).toEqual([0])
  })

  it('make an index of another encoder one of another format', () => {
    const { connection } = openSmallIndex(encoder)
    expect(hasIndexFormat(connection)).toBe(true)
    expect(hasIndexFormat(connection, 'test-1')).toBe(true)
    expect(hasIndexFormat(connection, 'test-2')).toBe(false)
    expect(hasIndexFormat(connection, null)).toBe(false)
  })
})

describe('the WebAssembly that compares vectors', () => {
  it('is what its text says', async () => {
    const source = new URL('../../../library/search/index/dot-products.wat', import.meta.url)
    expect(DOT_PRODUCTS_CODE).toBe(await assembleWat(readFileSync(source, 'utf8')))
  })
})
