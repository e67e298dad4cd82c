import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findTerm,
  listStart,
  PostingBlockBuilder,
  readPostingBlock,
} from '../../../library/search/index/posting-block.ts'

const PASSAGES = 65_536

interface Term {
  readonly key: number
  readonly locals: readonly number[]
  readonly places: readonly number[]
}

/** Terms in order of key, with lists short and long, near and far. */
const terms = fc
  .uniqueArray(
    fc.record({
      key: fc.oneof(fc.nat(5_000), fc.nat(2 ** 40)),
      locals: fc.oneof(
        fc.uniqueArray(fc.nat(PASSAGES - 1), { minLength: 1, maxLength: 20 }),
        fc.uniqueArray(fc.nat(300), { minLength: 1, maxLength: 200 }),
        // All passages of a stretch: full buckets; many of them: a list by itself; most of them: a dense one.
        fc
          .tuple(fc.nat(20_000), fc.integer({ min: 601, max: 40_000 }))
          .map(([first, count]) => Array.from({ length: count }, (_, at) => first + at)),
      ),
      places: fc.array(fc.nat(255), { minLength: 1, maxLength: 30 }),
    }),
    { selector: ({ key }) => key, minLength: 1, maxLength: 12 },
  )
  .map((some) =>
    some
      .map(({ locals, ...term }): Term => ({ ...term, locals: [...locals].sort((a, b) => a - b) }))
      .sort((a, b) => a.key - b.key),
  )

const weightOf = (key: number, local: number) => ((key + local * 7) % 255) + 1

function build(given: readonly Term[]) {
  const blocks: { firstKey: number; data: Uint8Array }[] = []
  const long = new Map<number, { data: Uint8Array; positions: Uint8Array }>()
  const builder = new PostingBlockBuilder(PASSAGES, {
    block: (firstKey, data) => void blocks.push({ firstKey, data }),
    longList: (key, data, positions) => void long.set(key, { data, positions }),
  })
  for (const { key, locals, places } of given) {
    const list = Uint16Array.from(locals)
    const weights = Uint8Array.from(locals, (local) => weightOf(key, local))
    builder.add(key, 0, list, weights, 0, list.length, Uint8Array.from(places), 0, places.length)
  }
  builder.flush()
  return { blocks, long }
}

describe('a block of lists', () => {
  it('reads back what was written, whatever the lists', () => {
    fc.assert(
      fc.property(terms, (given) => {
        const { blocks, long } = build(given)
        for (const { key, locals, places } of given) {
          const stored = long.get(key) ?? blocks.filter(({ firstKey }) => firstKey <= key).at(-1)
          const block = stored && readPostingBlock(stored.data)
          if (!block) throw new Error(`no block for ${key}`)
          const from = long.has(key) ? 0 : listStart(block, findTerm(block, key))
          const found = block.locals
            ? [...block.locals.subarray(from, from + locals.length)]
            : [...block.weights.keys()].filter((local) => block.weights[local])
          expect(found).toEqual(locals)
          const weights = locals.map((local, at) => block.weights[block.locals ? from + at : local])
          expect(weights).toEqual(locals.map((local) => weightOf(key, local)))
          const kept = long.get(key)?.positions
          if (kept) expect([...kept]).toEqual(places)
        }
        for (const { data } of blocks) {
          const places = given.filter(({ key }) => !long.has(key)).flatMap(({ places: some }) => some)
          const read = [...(readPostingBlock(data)?.positions ?? [])]
          expect(places.join().includes(read.join())).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('takes no more than a page where its lists are short', () => {
    fc.assert(
      fc.property(terms, (given) => {
        for (const { data } of build(given).blocks) expect(data.byteLength).toBeLessThanOrEqual(4050)
      }),
      { numRuns: 60 },
    )
  })

  it('is refused when bytes are missing or others, or read as numbers that exist', () => {
    fc.assert(
      fc.property(terms, fc.nat(), fc.nat(255), (given, at, byte) => {
        const { blocks, long } = build(given)
        for (const { data } of [...blocks, ...long.values()]) {
          expect(() => readPostingBlock(data.slice(0, at % data.length))).not.toThrow()
          const other = data.slice()
          other[at % other.length] = byte
          const block = readPostingBlock(other)
          if (block?.locals) expect(block.weights.length).toBe(block.locals.length)
        }
      }),
      { numRuns: 60 },
    )
  })
})
