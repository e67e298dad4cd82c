import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readClockTime } from '../../../renderer/meetings/facts/read-clock-time.ts'

describe('a time of day as people write it', () => {
  it.each([
    ['14:30', '14:30'],
    ['14：30', '14:30'],
    ['9:05', '09:05'],
    ['1430', '14:30'],
    ['930', '09:30'],
    ['9点', '09:00'],
    ['14点半', '14:30'],
    ['14时30分', '14:30'],
    ['下午2点半', '14:30'],
    ['下午两点', '14:00'],
    ['上午九点一刻', '09:15'],
    ['早上八点三刻', '08:45'],
    ['晚上七点二十分', '19:20'],
    ['中午12点', '12:00'],
    ['中午1点', '13:00'],
    ['下午十二点', '12:00'],
    ['二十点整', '20:00'],
    ['2:30 pm', '14:30'],
    ['12:00am', '00:00'],
    [' 8 : 00 ', '08:00'],
  ])('%s is %s', (given, time) => expect(readClockTime(given)).toBe(time))

  it.each(['', '14', '25:00', '12:60', '下午', '半', '明天', '14:3x', '2460', '三十点'])('%j is none', (given) =>
    expect(readClockTime(given)).toBeUndefined(),
  )

  it('reads every time it writes itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
        expect(readClockTime(time)).toBe(time)
      }),
    )
  })
})
