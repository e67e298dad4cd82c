import { describe, expect, it } from 'vitest'
import { freshId, moved, valueAt, withValueAt } from '../../../renderer/record-form/record-path.ts'
import { emptyRecord } from '../../../renderer/stories/empty-record.ts'

const record = {
  ...emptyRecord('清单'),
  people: [
    { id: 'p1', name: '陈晓月', part: 'hero' as const, alias: '小陈' },
    { id: 'p2', name: '王桂兰', part: 'was-helped' as const },
  ],
}

describe('the places of a story’s record', () => {
  it('reads a field, a field of an entry, and nothing where nothing is', () => {
    expect(valueAt(record, 'title')).toBe('清单')
    expect(valueAt(record, 'people/1/name')).toBe('王桂兰')
    expect(valueAt(record, 'people/2/name')).toBeUndefined()
    expect(valueAt(record, 'title/length/more')).toBeUndefined()
  })

  it('changes one place and leaves the record as it was', () => {
    const next = withValueAt(record, 'people/0/name', '陈明')
    expect(next.people.map(({ name }) => name)).toEqual(['陈明', '王桂兰'])
    expect(record.people[0]?.name).toBe('陈晓月')
    expect(next.people[1]).toBe(record.people[1])
  })

  it('writes into an object that had nothing', () => {
    expect(withValueAt(record, 'cost/money', '260 元').cost).toEqual({ money: '260 元' })
  })

  it('takes a key out of its object and an entry out of its list', () => {
    expect(withValueAt(record, 'people/0/alias', undefined).people[0]).toEqual({
      id: 'p1',
      name: '陈晓月',
      part: 'hero',
    })
    expect(withValueAt(record, 'people/0', undefined).people.map(({ id }) => id)).toEqual(['p2'])
  })

  it('changes nothing for a path that leads nowhere', () => {
    expect(withValueAt(record, 'people/7/name', '谁')).toEqual(record)
    expect(withValueAt(record, 'title/0', '谁')).toEqual(record)
    withValueAt(record, '__proto__/polluted', 'yes')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

describe('the order of entries', () => {
  it.each([
    [0, 2, ['b', 'c', 'a']],
    [2, 0, ['c', 'a', 'b']],
    [1, 9, ['a', 'c', 'b']],
    [1, -1, ['b', 'a', 'c']],
    [5, 0, ['a', 'b', 'c']],
  ])('moves the one at %i to %i', (from, to, expected) => {
    expect(moved(['a', 'b', 'c'], from, to)).toEqual(expected)
  })

  it('gives a new entry an id that none has', () => {
    expect(freshId('p', [])).toBe('p1')
    expect(freshId('p', [{ id: 'p2' }])).toBe('p3')
    expect(freshId('p', [{ id: 'p1' }, { id: 'p3' }])).toBe('p4')
  })
})
