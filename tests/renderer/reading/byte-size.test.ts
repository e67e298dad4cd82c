import { describe, expect, it } from 'vitest'
import { byteSize } from '../../../renderer/reading/byte-size.ts'

describe('byteSize', () => {
  it.each([
    [0, '0 byte'],
    [999, '999 byte'],
    [23_456, '23 kB'],
    [999_999, '1,000 kB'],
    [3_400_000, '3.4 MB'],
  ])('writes %d bytes as people read them', (bytes, shown) => {
    expect(byteSize(bytes, 'en')).toBe(shown)
  })
})
