import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { errorsEn } from '../../../renderer/language/errors.en.ts'

describe('what publishing refuses', () => {
  it('has an English text for each of its codes', () => {
    const source = readFileSync(
      new URL('../../../library/updates/publishing/publishing-error.ts', import.meta.url),
      'utf8',
    )
    const codes = [...source.matchAll(/^ {2}\| '([A-Z_]+)'$/gm)].map(([, code = '']) => code)
    expect(codes.length).toBeGreaterThan(20)
    expect(codes.filter((code) => !errorsEn[code])).toEqual([])
  })
})
