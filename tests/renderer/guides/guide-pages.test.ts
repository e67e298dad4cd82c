import { describe, expect, it } from 'vitest'
import type { StepGuideRecord } from '../../../library/meetings/guides/step-guide.schema.ts'
import { guidePages, pageByKey, pageOf } from '../../../renderer/guides/reading/guide-pages.ts'

const guide = (steps: number): StepGuideRecord => ({
  type: 'guide',
  format: 1,
  title: '办证',
  topics: [],
  audience: { posts: [], level: 'all' },
  needs: [],
  cites: [],
  steps: Array.from({ length: steps }, (_, at) => ({ id: `s${at}`, action: `${at}`, marks: [] })),
})

describe('a guide as it is read', () => {
  it('has a screen before, one for each step, and one after; only the first where it has no steps', () => {
    expect(guidePages(guide(2)).map(({ kind }) => kind)).toEqual(['start', 'step', 'step', 'done'])
    expect(guidePages(guide(0)).map(({ kind }) => kind)).toEqual(['start'])
  })

  it.each([
    [undefined, 0],
    ['2', 2],
    ['99', 3],
    ['-1', 0],
    ['1.5', 0],
    ['abc', 0],
  ])('the address %s leads to screen %i of four', (step, at) => expect(pageOf(step, 4)).toBe(at))

  it('is turned by keys, and never beyond its ends', () => {
    expect(['ArrowRight', ' ', 'PageDown'].map((key) => pageByKey(key, 1, 4))).toEqual([2, 2, 2])
    expect(['ArrowLeft', 'PageUp', 'Home', 'End'].map((key) => pageByKey(key, 2, 4))).toEqual([1, 1, 0, 3])
    expect(pageByKey('ArrowRight', 3, 4)).toBe(3)
    expect(pageByKey('ArrowLeft', 0, 4)).toBe(0)
    expect(pageByKey('a', 1, 4)).toBeUndefined()
  })
})
