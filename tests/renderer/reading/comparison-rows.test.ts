import { describe, expect, it } from 'vitest'
import type { PassageChange } from '../../../library/items/item-view.ts'
import { changedRows, comparisonRows, stepChange } from '../../../renderer/reading/comparison-rows.ts'

const passages: PassageChange[] = (['same', 'same', 'changed', 'same', 'added', 'same', 'same', 'same'] as const).map(
  (type, index) => ({ type, heading: `第${index + 1}条`, path: [], words: [] }),
)

describe('comparisonRows', () => {
  it('folds runs of unchanged passages and keeps single ones', () => {
    expect(comparisonRows(passages, true, new Set())).toEqual([
      { kind: 'fold', first: 0, last: 1 },
      { kind: 'passage', index: 2 },
      { kind: 'passage', index: 3 },
      { kind: 'passage', index: 4 },
      { kind: 'fold', first: 5, last: 7 },
    ])
  })

  it('opens the fold the person asked for', () => {
    expect(comparisonRows(passages, true, new Set([5]))).toHaveLength(7)
  })

  it('shows everything when asked', () => {
    expect(comparisonRows(passages, false, new Set())).toHaveLength(passages.length)
  })

  it('is one fold when nothing changed', () => {
    const same = passages.filter((p) => p.type === 'same')
    expect(comparisonRows(same, true, new Set())).toEqual([{ kind: 'fold', first: 0, last: 5 }])
  })
})

describe('stepping through changes', () => {
  const changes = changedRows(comparisonRows(passages, true, new Set()), passages)

  it('knows the rows that hold a change', () => {
    expect(changes).toEqual([1, 3])
  })

  it('goes to the next and the one before, and stays at the ends', () => {
    expect(stepChange(changes, -1, 1)).toBe(1)
    expect(stepChange(changes, 1, 1)).toBe(3)
    expect(stepChange(changes, 3, 1)).toBe(3)
    expect(stepChange(changes, 1, -1)).toBe(1)
  })

  it('goes nowhere when nothing changed', () => {
    expect(stepChange([], 0, 1)).toBe(-1)
  })
})
