import { describe, expect, it } from 'vitest'
import { readPlaceholders } from './read-docx.ts'

describe('reading placeholders', () => {
  it('names fields of a loop after the loop', () => {
    expect(readPlaceholders(['{村名}', '{#成员}{姓名}', '{关系}{/成员}'])).toEqual({
      fields: ['村名', '成员/姓名', '成员/关系'],
      problems: [],
    })
  })

  it('reports placeholders split over runs, and loops left open', () => {
    expect(readPlaceholders(['{申请', '人}', '{#成员}']).problems).toHaveLength(3)
  })
})
