import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StepProgress } from '../../../library/meetings/learning/learning-view.ts'
import { errorsEn } from '../../../renderer/language/errors.en.ts'
import { browserProgress, keepBrowserProgress } from '../../../renderer/learning/browser-progress.ts'
import { doneCount, nextStep, waitsFor, withStep } from '../../../renderer/learning/changed-progress.ts'
import { mayComeAfter } from '../../../renderer/learning/edit/may-come-after.ts'

const at = '2026-03-05'
const done = (stepId: string): StepProgress => ({ stepId, state: 'done', at })
const begun = (stepId: string): StepProgress => ({ stepId, state: 'begun', at })
const step = (id: string, after: string[] = [], here = true) => ({ id, after, here })

describe('where to go on', () => {
  const steps = [step('a'), step('b', ['a', 'c']), step('c', [], false), step('d', ['a'])]

  it('is the first step that waits for nothing; what is begun is not done', () => {
    expect(nextStep(steps, [])?.id).toBe('a')
    expect(nextStep(steps, [begun('a')])?.id).toBe('a')
    expect(nextStep(steps, [done('a')])?.id).toBe('d')
  })

  it('is one that waits, where nothing else is left, but never one that is not here', () => {
    expect(nextStep(steps, [done('a'), done('d')])?.id).toBe('b')
    expect(nextStep(steps, [done('a'), done('b'), done('d')])).toBeUndefined()
  })

  it('says what is better done first, and counts what is done of the path as it is now', () => {
    expect(waitsFor(steps[1] as (typeof steps)[number], [done('a')])).toEqual(['c'])
    expect(doneCount(steps, [done('a'), begun('b'), done('weg')])).toBe(1)
  })
})

describe('a step marked', () => {
  it('is there once, and keeps the answers that were given before', () => {
    const before = withStep([begun('a')], { ...begun('b'), answers: { q: ['x'] } })
    const after = withStep(before, done('b'))
    expect(after).toEqual([begun('a'), { ...done('b'), answers: { q: ['x'] } }])
    expect(withStep(after, { ...done('b'), answers: { q: ['y'] } }).at(-1)?.answers).toEqual({ q: ['y'] })
  })
})

describe('what may be chosen to come before a step', () => {
  it('never closes a ring, whatever is chosen after whatever', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const choices = fc.array(fc.tuple(fc.constantFrom(...ids), fc.nat(10)), { maxLength: 20 })
    fc.assert(
      fc.property(choices, (chosen) => {
        let steps = ids.map((id) => ({ id, after: [] as readonly string[] }))
        for (const [id, nth] of chosen) {
          const one = steps.find((candidate) => candidate.id === id) as (typeof steps)[number]
          const may = mayComeAfter(one, steps)
          const before = may[nth % Math.max(1, may.length)]
          if (before)
            steps = steps.map((each) => (each.id === id ? { ...each, after: [...each.after, before.id] } : each))
        }
        const known = new Set<string>()
        for (let round = 0; round < ids.length; round += 1) {
          for (const { id, after } of steps) if (after.every((other) => known.has(other))) known.add(id)
        }
        expect([...known].sort()).toEqual(ids)
      }),
    )
  })

  it('still shows what was chosen and closes one, so that it can be taken back', () => {
    const ring = [step('a', ['b']), step('b', ['a']), step('c')]
    expect(mayComeAfter(ring[0] as (typeof ring)[number], ring).map(({ id }) => id)).toEqual(['b', 'c'])
  })
})

describe('progress in the browser', () => {
  const kept = new Map<string, string>()
  beforeEach(() => {
    kept.clear()
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    })
  })
  afterEach(() => vi.unstubAllGlobals())

  it('is kept by path, and cleared without a trace', () => {
    keepBrowserProgress('p', [done('a')])
    keepBrowserProgress('q', [begun('a')])
    expect([browserProgress('p'), browserProgress('q')]).toEqual([[done('a')], [begun('a')]])
    keepBrowserProgress('p', [])
    expect([...kept.keys()]).toEqual(['xinhuo.learning.q'])
  })

  it.each(['', '{}', 'null', '[1]', '[{"stepId":1}]', '[{"stepId":"a","state":"score"}]', '[[', '"done"'])(
    'takes nothing from what somebody else wrote there: %s',
    (text) => {
      kept.set('xinhuo.learning.p', text)
      expect(browserProgress('p')).toEqual([])
    },
  )
})

it.each(['NOT_KEPT_HERE', 'PROGRESS_NOT_SAVED', 'STEP_NOT_FOUND', 'CARD_NO_COLUMN', 'RESPONSE_NOT_ON_CARD'])(
  'says %s in English too',
  (code) => {
    expect(errorsEn[code]?.what).toMatch(/\S/)
  },
)
