import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { errorsEn } from '../../../renderer/language/errors.en.ts'

it.each([
  ['responses/response-errors.ts', 16],
  ['proposing/proposal-errors.ts', 5],
] as const)('has an English text for each thing that %s refuses', (file, least) => {
  const source = readFileSync(new URL(`../../../library/stories/${file}`, import.meta.url), 'utf8')
  const codes = [...source.matchAll(/^ {2}((?:RESPONSE|PROPOSAL)S?_[A-Z_]+): \{/gm)].map(([, code = '']) => code)
  expect(codes.length).toBeGreaterThanOrEqual(least)
  expect(codes.filter((code) => !errorsEn[code])).toEqual([])
})
