import { describe, expect, it } from 'vitest'
import { looseDateText, readLooseDate } from '../../../renderer/record-form/read-loose-date.ts'

const today = '2026-11-21'

describe('a time as far as it is known', () => {
  it.each([
    ['2025', '2025'],
    ['２０２５年', '2025'],
    ['2025年3月', '2025-03'],
    ['2025.3', '2025-03'],
    ['2025-03-05', '2025-03-05'],
    ['2025年3月5日', '2025-03-05'],
    ['昨天', '2026-11-20'],
  ])('reads %s', (typed, date) => {
    expect(readLooseDate(typed, today)).toBe(date)
  })

  it.each(['', '去年开春', '1492', '2025年13月', '2025-02-30'])('does not read %j', (typed) => {
    expect(readLooseDate(typed, today)).toBeUndefined()
  })

  it.each([
    ['2025', '2025年'],
    ['2025-03', '2025年3月'],
    ['2025-03-05', '2025年3月5日'],
    ['开春', '开春'],
  ])('writes %s to people', (value, text) => {
    expect(looseDateText(value)).toBe(text)
  })
})
