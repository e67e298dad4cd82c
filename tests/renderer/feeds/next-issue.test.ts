import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FeedCandidate, FeedEntry } from '../../../library/feeds/feed-view.ts'
import { inOrder, moved } from '../../../renderer/feeds/desk/candidate-order.ts'
import { entriesByIssue } from '../../../renderer/feeds/desk/entries-by-issue.ts'

const candidate = (id: string) => ({ story: { id } }) as FeedCandidate
const ids = (candidates: readonly FeedCandidate[]) => candidates.map(({ story }) => story.id)

describe('the order of the next issue', () => {
  it('is the person’s as far as it goes; stories chosen since then follow', () => {
    const chosen = ['a', 'b', 'c', 'd'].map(candidate)
    expect(ids(inOrder(chosen, ['c', 'gone', 'a']))).toEqual(['c', 'a', 'b', 'd'])
    expect(ids(inOrder(chosen, []))).toEqual(['a', 'b', 'c', 'd'])
  })

  it('keeps every story, wherever one is moved to', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 12 }), fc.integer(), fc.integer(), (list, from, to) => {
        const after = moved(list, from % 15, to % 15)
        expect([...after].sort()).toEqual([...list].sort())
      }),
    )
  })

  it('puts a story where it was moved, and stays where there is no such place', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
    expect(moved(['a', 'b', 'c'], 0, 3)).toEqual(['a', 'b', 'c'])
    expect(moved(['a', 'b', 'c'], -1, 0)).toEqual(['a', 'b', 'c'])
  })
})

describe('the entries so far', () => {
  it('stand by issue, the newest first, each issue in the order given', () => {
    const entry = (id: string, issue: number) => ({ id, issue }) as FeedEntry
    const grouped = entriesByIssue([entry('d', 2), entry('c', 2), entry('b', 10), entry('a', 1)])
    expect(grouped.map(([issue, of]) => [issue, of.map(({ id }) => id)])).toEqual([
      [10, ['b']],
      [2, ['d', 'c']],
      [1, ['a']],
    ])
  })
})
