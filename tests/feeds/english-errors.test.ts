import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { errorsEn } from '../../renderer/language/errors.en.ts'

it('has an English text for each thing a column refuses', () => {
  const source = readFileSync(new URL('../../library/feeds/feed-errors.ts', import.meta.url), 'utf8')
  const codes = new Set([...source.matchAll(/'(FEED_[A-Z_]+)'/g)].map(([, code = '']) => code))
  expect(codes.size).toBeGreaterThan(7)
  expect([...codes].filter((code) => !errorsEn[code])).toEqual([])
})
