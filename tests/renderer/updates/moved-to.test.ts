import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { movedTo } from '../../../renderer/updates/moved-to.ts'

describe('moving a channel', () => {
  it('changes its place with its neighbour’s', () => {
    expect(movedTo(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
    expect(movedTo(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b'])
  })

  it('stops at both ends', () => {
    expect(movedTo(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
    expect(movedTo(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
  })

  it('is undone by moving back, and loses no channel', () => {
    const ids = fc.uniqueArray(fc.string(), { minLength: 2 })
    fc.assert(
      fc.property(ids, fc.nat(), (all, at) => {
        const index = at % (all.length - 1)
        const moved = movedTo(all, index, 1)
        expect([...moved].sort()).toEqual([...all].sort())
        expect(movedTo(moved, index + 1, -1)).toEqual(all)
      }),
    )
  })
})
