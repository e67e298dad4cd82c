import { describe, expect, it } from 'vitest'
import { askedBy, isNarrowed, pageOf } from '../../../renderer/stories/list/stories-address.ts'

describe('the address of the stories’ list', () => {
  it('asks for what it says and no more', () => {
    expect(askedBy({ q: ' 清单 ', state: 'submitted', theme: '民生服务', own: '1', page: '3' })).toEqual({
      q: '清单',
      state: 'submitted',
      theme: '民生服务',
      own: true,
      limit: 50,
      offset: 100,
    })
  })

  it('passes over states, orders and pages that do not exist', () => {
    const asked = askedBy({ state: 'lost', sort: 'rank', page: '-2' })
    expect(asked).toEqual({ limit: 50, offset: 0 })
    expect(pageOf({ page: '1e9' })).toBe(0)
    expect(pageOf({ page: '2.5' })).toBe(0)
  })

  it('knows whether it narrows', () => {
    expect(isNarrowed({})).toBe(false)
    expect(isNarrowed({ q: '  ', sort: 'title', page: '2' })).toBe(false)
    expect(isNarrowed({ group: '老年人' })).toBe(true)
  })
})
