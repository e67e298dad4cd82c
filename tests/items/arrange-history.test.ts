import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrangeHistory, type RevisionDates } from '../../library/items/arrange-history.ts'
import { ownValidity } from '../../library/items/validity.ts'

const TODAY = '2024-06-15'
let seq = 0
const revision = (sha256: string, dates: Partial<RevisionDates> = {}): RevisionDates => ({
  sha256,
  recordedAt: '2024-06-01T08:00:00.000Z',
  recordedSeq: ++seq,
  ...dates,
})
const arranged = (revisions: readonly RevisionDates[], today = TODAY) => {
  const history = arrangeHistory(revisions, today)
  return history.revisions.map((one) => `${one.revision.sha256} ${one.validity}${one.current ? ' current' : ''}`)
}

describe('history of an item', () => {
  it('orders by date and has the newest in force current, those before it amended', () => {
    const revisions = [
      revision('b', { issuedOn: '2004-08-28' }),
      revision('c', { issuedOn: '2019-08-26', effectiveFrom: '2020-01-01' }),
      revision('a', { issuedOn: '1986-06-25' }),
    ]
    expect(arranged(revisions)).toEqual(['a amended', 'b amended', 'c in-force current'])
  })

  it('leaves the version in force current until the next takes effect', () => {
    const revisions = [
      revision('now', { issuedOn: '2019-01-01' }),
      revision('soon', { issuedOn: '2024-05-01', effectiveFrom: '2024-07-01' }),
    ]
    expect(arranged(revisions)).toEqual(['now in-force current', 'soon not-yet'])
    expect(arrangeHistory(revisions, TODAY).nextChangeOn).toBe('2024-07-01')
    expect(arranged(revisions, '2024-06-30')).toEqual(['now in-force current', 'soon not-yet'])
    expect(arranged(revisions, '2024-07-01')).toEqual(['now amended', 'soon in-force current'])
    expect(arrangeHistory(revisions, '2024-07-01').nextChangeOn).toBeUndefined()
  })

  it('shows a text that has not yet taken effect when there is no other', () => {
    expect(arranged([revision('a', { effectiveFrom: '2025-01-01' })])).toEqual(['a not-yet current'])
  })

  it('places an undated version by the day it was recorded', () => {
    const revisions = [
      revision('undated'),
      revision('old', { issuedOn: '2020-01-01' }),
      revision('new', { issuedOn: '2024-06-10' }),
    ]
    expect(arranged(revisions)).toEqual(['old amended', 'undated amended', 'new in-force current'])
  })

  it('has the later recorded of two versions of one date current', () => {
    const revisions = [
      revision('corrected', { issuedOn: '2020-01-01', recordedSeq: 900 }),
      revision('first', { issuedOn: '2020-01-01', recordedSeq: 100 }),
    ]
    expect(arranged(revisions)).toEqual(['first amended', 'corrected in-force current'])
  })

  it('keeps a repealed text current and repealed from the day of repeal', () => {
    const revisions = [revision('a', { issuedOn: '2010-01-01', repealedOn: '2024-07-01' })]
    expect(arranged(revisions, '2024-06-30')).toEqual(['a in-force current'])
    expect(arranged(revisions, '2024-07-01')).toEqual(['a repealed current'])
  })

  it('counts the last day of validity as valid', () => {
    const revisions = [revision('a', { issuedOn: '2019-01-01', expiresOn: '2024-02-29' })]
    expect(arranged(revisions, '2024-02-29')).toEqual(['a in-force current'])
    expect(arrangeHistory(revisions, '2024-02-28').nextChangeOn).toBe('2024-03-01')
    expect(arranged(revisions, '2024-03-01')).toEqual(['a expired current'])
  })

  it('says repealed rather than expired or not yet', () => {
    expect(ownValidity({ repealedOn: TODAY, expiresOn: '2024-01-01', effectiveFrom: '2030-01-01' }, TODAY)).toBe(
      'repealed',
    )
  })

  it('needs a revision', () => {
    expect(() => arrangeHistory([], TODAY)).toThrow(RangeError)
  })
})

const day = fc
  .integer({ min: 0, max: 60 })
  .map((n) => new Date(Date.UTC(2024, 1, 10) + n * 86_400_000).toISOString().slice(0, 10))
const history = fc
  .array(
    fc.record(
      { issuedOn: day, effectiveFrom: day, repealedOn: day, expiresOn: day, recordedOn: day },
      { requiredKeys: ['recordedOn'] },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) =>
    all.map(({ recordedOn, ...dates }, index) =>
      revision(`r${index}`, { ...dates, recordedAt: `${recordedOn}T00:00:00.000Z`, recordedSeq: index }),
    ),
  )

describe('any history', () => {
  it('has exactly one current revision, and all revisions', () => {
    fc.assert(
      fc.property(history, day, (revisions, today) => {
        const result = arrangeHistory(revisions, today)
        expect(result.revisions.filter((one) => one.current)).toEqual([result.current])
        expect(result.revisions.map((one) => one.revision.sha256).sort()).toEqual(
          revisions.map((one) => one.sha256).sort(),
        )
      }),
    )
  })

  it('does not depend on the order in which its revisions are given', () => {
    fc.assert(
      fc.property(
        history.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        day,
        ([revisions, shuffled], today) => {
          expect(arrangeHistory(shuffled, today)).toEqual(arrangeHistory(revisions, today))
        },
      ),
    )
  })

  it('stays as it is until the day of the next change, and never changes when there is none', () => {
    fc.assert(
      fc.property(history, day, day, (revisions, one, other) => {
        const [today, later] = one <= other ? [one, other] : [other, one]
        const { nextChangeOn } = arrangeHistory(revisions, today)
        if (nextChangeOn !== undefined) expect(nextChangeOn > today).toBe(true)
        if (nextChangeOn === undefined || later < nextChangeOn)
          expect(arranged(revisions, later)).toEqual(arranged(revisions, today))
      }),
      { numRuns: 500 },
    )
  })

  it('never has two revisions in force', () => {
    fc.assert(
      fc.property(history, day, (revisions, today) => {
        expect(
          arrangeHistory(revisions, today).revisions.filter((one) => one.validity === 'in-force').length,
        ).toBeLessThanOrEqual(1)
      }),
    )
  })
})
