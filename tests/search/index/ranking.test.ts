import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from '../../../library/search/han-text.ts'
import type { WeightedTerm } from '../../../library/search/index/passage-index.ts'
import { pairColumn } from '../../../library/search/tokens.ts'
import { openSqlite } from '../../../library/store/open-sqlite.ts'
import { type Draft, openSmallIndex, revisionOf, type SmallIndex } from './small-index.ts'

const text = (most: number) =>
  fc
    .array(fc.constantFrom(...'宅基地低保申请', '12', '，'), { minLength: 1, maxLength: most })
    .map((all) => all.join(''))
const draft = fc.record({
  itemId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  title: text(4),
  scope: fc.constantFrom('current' as const, 'current' as const, 'other' as const),
  topics: fc.array(text(3), { maxLength: 1 }),
  texts: fc.array(text(40), { minLength: 1, maxLength: 5 }),
})
const drafts = fc.uniqueArray(draft, { selector: (one) => one.itemId, minLength: 1, maxLength: 6 })
const terms: WeightedTerm[] = ['宅基', '基地', '低保', '保申', '12', '请'].map((token, at) => ({
  token,
  weight: 1 + at / 4,
}))

/** Names with exact scores, in no order: ties may stand either way round. */
function scored(small: SmallIndex, mask = small.everything()) {
  const any = small.index.rankAny(terms, [], mask, 1000)
  const all = small.index.matchAll([[{ text: '宅基地' }, { text: '12' }]], [[{ text: '低保' }]], mask)
  return [any, all].map((matches) =>
    small
      .named(matches)
      .map((name, at) => `${name} ${matches.scores[at]}`)
      .sort(),
  )
}

const write = (small: SmallIndex, one: Draft) =>
  small.write((to) => {
    to.remove(one.itemId)
    to.add(revisionOf(one))
  })

describe('answers and scores', () => {
  it('are the same after any order of updates and any merging', () => {
    fc.assert(
      fc.property(
        drafts,
        fc.array(draft, { maxLength: 6 }),
        fc.array(fc.boolean()),
        fc.func(fc.nat()),
        (last, before, merging, order) => {
          const small = openSmallIndex()
          for (const [at, one] of before.entries()) {
            write(small, one)
            if (merging[at]) small.merge()
          }
          for (const { itemId } of before) small.write((to) => to.remove(itemId))
          for (const one of last.toSorted((a, b) => order(a.itemId) - order(b.itemId))) write(small, one)
          const fresh = openSmallIndex()
          fresh.add(...last)
          expect(small.index.passageCount()).toBe(fresh.index.passageCount())
          expect(scored(small)).toEqual(scored(fresh))
          small.merge()
          expect(scored(small)).toEqual(scored(fresh))
          small.connection.close()
          fresh.connection.close()
        },
      ),
      { numRuns: 60 },
    )
  })

  it('are of an index that never held it once something was taken out', () => {
    fc.assert(
      fc.property(drafts, draft, (all, gone) => {
        const small = openSmallIndex()
        small.add(...all)
        small.add({ ...gone, itemId: 'gone' })
        const version = small.index.documents.length
        small.write((to) => to.remove('gone'))
        const never = openSmallIndex()
        never.add(...all)
        expect(small.index.documents.length).toBe(version - 1)
        expect(scored(small)).toEqual(scored(never))
        small.connection.close()
        never.connection.close()
      }),
      { numRuns: 60 },
    )
  })

  it('under a mask are those that a filter leaves over', () => {
    fc.assert(
      fc.property(drafts, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (all, accepted) => {
        const small = openSmallIndex()
        for (const one of all) small.add(one)
        const mask = Uint8Array.from(small.index.documents, (_, ordinal) => (accepted[ordinal] ? 1 : 0))
        const names = new Set(small.index.documents.filter((_, ordinal) => accepted[ordinal]).map((one) => one.itemId))
        const filtered = scored(small).map((list) => list.filter((line) => names.has(line.split(' ')[0] ?? '')))
        expect(scored(small, mask)).toEqual(filtered)
        small.connection.close()
      }),
      { numRuns: 60 },
    )
  })

  it('are the same for a passage whichever way it is found, best first', () => {
    fc.assert(
      fc.property(drafts, fc.nat(12), (all, most) => {
        const small = openSmallIndex()
        for (const one of all) small.add(one)
        const { index } = small
        const ranked = index.rankAny(terms, [], small.everything(), 1000)
        const ascending = ranked.passages.toSorted()
        const again = index.scoreOf(terms, ascending)
        const byNumber = new Map([...ranked.passages].map((passage, at) => [passage, ranked.scores[at]]))
        expect([...again]).toEqual([...ascending].map((passage) => byNumber.get(passage)))
        expect([...ranked.scores]).toEqual([...ranked.scores.toSorted().reverse()])
        const best = index.rankAny(terms, [], small.everything(), most)
        expect([...best.passages]).toEqual([...ranked.passages.subarray(0, most)])
        small.connection.close()
      }),
      { numRuns: 100 },
    )
  })

  it('leave out what holds something excluded', () => {
    const small = openSmallIndex()
    small.add({ itemId: 'a', texts: ['宅基地', '宅基地，低保'] }, { itemId: 'b', title: '低保', texts: ['宅基地'] })
    const found = small.index.rankAny([{ token: '宅基', weight: 1 }], [[{ text: '低保' }]], small.everything(), 10)
    expect(small.named(found)).toEqual(['a 0'])
  })

  it('put titles, numbers and headings above texts', () => {
    const small = openSmallIndex()
    const filling = '其他内容'.repeat(20)
    small.add(
      { itemId: 'text', texts: [`宅基${filling}`] },
      { itemId: 'heading', texts: [{ heading: '宅基', text: filling }] },
      { itemId: 'title', title: '宅基', texts: [filling] },
    )
    expect(small.find('宅基')).toEqual(['title 0', 'heading 0', 'text 0'])
  })
})

describe('beside FTS5 on the same tokens', () => {
  it('the same passages are found, and texts of one field rank alike up to the steps of a weight', () => {
    fc.assert(
      fc.property(fc.array(text(60), { minLength: 3, maxLength: 30 }), (texts) => {
        const small = openSmallIndex()
        small.add({ itemId: 'x', texts })
        const fts = openSqlite(':memory:')
        fts.exec("CREATE VIRTUAL TABLE f USING fts5(text, tokenize='ascii')")
        const insert = fts.prepare('INSERT INTO f (rowid, text) VALUES (?, ?)')
        texts.forEach((one, at) => void insert.run([at, pairColumn(foldText(one))]))
        const match = fts.prepare('SELECT rowid AS id FROM f WHERE f MATCH ? ORDER BY rowid')
        const ids = (expression: string) => (match.all([expression]) as { id: number }[]).map(({ id }) => `x ${id}`)
        const inOrder = (names: string[]) => names.sort((a, b) => Number(a.slice(2)) - Number(b.slice(2)))
        expect(inOrder(small.find('宅基', '低保'))).toEqual(ids('"宅基" AND "低保"'))
        const { index } = small
        const mask = small.everything()
        const without = index.matchAll([[{ text: '宅基' }]], [[{ text: '12' }]], mask)
        expect(inOrder(small.named(without))).toEqual(ids('"宅基" NOT "12"'))
        const pairs = ['宅基', '低保', '12'].map((token) => ({ token, weight: 1 }))
        const any = index.rankAny(pairs, [], mask, 100)
        expect(inOrder(small.named(any))).toEqual(ids('"宅基" OR "低保" OR "12"'))
        fts.close()
        small.connection.close()
      }),
      { numRuns: 100 },
    )
  })

  it('one term ranks texts of one length as FTS5 does, by how often they hold it', () => {
    const texts = Array.from({ length: 8 }, (_, at) => '宅基，'.repeat(at + 1) + '其他，'.repeat(20 - at))
    const small = openSmallIndex()
    small.add({ itemId: 'x', texts: [...texts, ...Array.from({ length: 20 }, () => '别的')] })
    const fts = openSqlite(':memory:')
    fts.exec("CREATE VIRTUAL TABLE f USING fts5(text, tokenize='ascii')")
    const insert = fts.prepare('INSERT INTO f (rowid, text) VALUES (?, ?)')
    texts.forEach((one, at) => void insert.run([at, pairColumn(one)]))
    const ranked = fts.prepare("SELECT rowid AS id FROM f WHERE f MATCH '宅基' ORDER BY bm25(f)").all([]) as {
      id: number
    }[]
    const found = small.index.rankAny([{ token: '宅基', weight: 1 }], [], small.everything(), 10)
    expect(small.named(found)).toEqual(ranked.map(({ id }) => `x ${id}`))
    fts.close()
  })
})
