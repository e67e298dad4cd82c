import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addressFromFilters,
  countFilters,
  filtersFromAddress,
  itemKinds,
  noFilters,
  sorts,
  validities,
} from '../../../renderer/search/search-filters.ts'

const date = fc.constantFrom('', '1986-01-23', '2022-03-30')
const filters = fc.record({
  q: fc.constantFrom('', '宅基地', '低保 申请', '"村民会议" -物业'),
  kind: fc.subarray([...itemKinds]),
  validity: fc.subarray([...validities]),
  issuer: fc.constantFrom('', '国务院', '农业农村部'),
  topic: fc.subarray(['宅基地', '低保', '防汛']),
  channel: fc.subarray(['starter', 'own', 'xian-pindao']),
  after: date,
  before: date,
  sort: fc.constantFrom(...sorts),
  page: fc.integer({ min: 1, max: 500 }),
})

describe('filters in the address', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(filters, (given) => {
        expect(filtersFromAddress(addressFromFilters(given))).toEqual(given)
      }),
    )
  })

  it('leave what is usual out', () => {
    const address = addressFromFilters(filtersFromAddress({ q: '宅基地', sort: 'relevance', page: '1' }))
    expect(Object.entries(address).filter(([, value]) => value !== undefined)).toEqual([['q', '宅基地']])
  })

  it('leave out what is not known, as in an address typed by hand', () => {
    expect(
      filtersFromAddress({ kind: 'policy,poem', validity: 'x', sort: 'fame', page: '-3', after: '去年' }),
    ).toMatchObject({ kind: ['policy'], validity: [], sort: 'relevance', page: 1, after: '' })
  })
})

it('has nothing that narrows once it is cleared', () => {
  fc.assert(
    fc.property(filters, (given) => {
      expect(countFilters({ ...given, ...noFilters })).toBe(0)
    }),
  )
})

it('counts what narrows the answer, not the words, order or page', () => {
  expect(countFilters(filtersFromAddress({ q: 'x', sort: 'date', page: '2' }))).toBe(0)
  expect(countFilters(filtersFromAddress({ kind: 'policy,story', issuer: '国务院', after: '2020-01-01' }))).toBe(4)
  expect(countFilters(filtersFromAddress({ topic: '宅基地,低保', channel: 'own' }))).toBe(3)
})
