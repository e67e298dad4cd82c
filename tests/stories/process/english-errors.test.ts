import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { errorsEn } from '../../../renderer/language/errors.en.ts'

const SOURCES = ['process/process-errors.ts', 'slips/slip-error.ts']

describe('what steps and slips refuse', () => {
  it.each(SOURCES)('has an English text for each code of %s', (file) => {
    const source = readFileSync(new URL(`../../../library/stories/${file}`, import.meta.url), 'utf8')
    const codes = [...source.matchAll(/\b((?:STEP|STORY|SLIP|PERSON|GATE)_[A-Z_]+)\b/g)].map(([, code = '']) => code)
    expect(codes.length).toBeGreaterThan(5)
    expect([...new Set(codes)].filter((code) => !errorsEn[code])).toEqual([])
  })
})
