import { expect, it } from 'vitest'
import { chosenFilters } from '../../../renderer/search/chosen-filters.ts'
import { countFilters, filtersFromAddress } from '../../../renderer/search/search-filters.ts'

const address = {
  q: '宅基地',
  kind: 'policy,guide',
  validity: 'in-force',
  issuer: '国务院',
  topic: '宅基地,耕地',
  channel: 'own',
  after: '2019-01-01',
  before: '2024-12-31',
}

it('names every filter in use, as many as are counted', () => {
  const filters = filtersFromAddress(address)
  expect(chosenFilters(filters)).toHaveLength(countFilters(filters))
  expect(chosenFilters(filtersFromAddress({ q: '宅基地', sort: 'title', page: '2' }))).toEqual([])
})

it('takes each away by itself, and all of them leave nothing', () => {
  const filters = filtersFromAddress(address)
  for (const { name, value, without } of chosenFilters(filters)) {
    const left = { ...filters, ...without }
    expect(countFilters(left)).toBe(countFilters(filters) - 1)
    expect(chosenFilters(left).some((other) => other.name === name && other.value === value)).toBe(false)
  }
  let left = filters
  for (let next = chosenFilters(left)[0]; next; next = chosenFilters(left)[0]) left = { ...left, ...next.without }
  expect(countFilters(left)).toBe(0)
})
