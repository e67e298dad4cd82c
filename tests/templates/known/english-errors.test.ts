import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { errorsEn } from '../../../renderer/language/errors.en.ts'

const SOURCES = [
  'sheets/sheet-refused-error.ts',
  'batch/batch-error.ts',
  'batch/ledger-error.ts',
  'known/book-error.ts',
]

describe('what the book, spreadsheets, batches and ledgers refuse', () => {
  it.each(SOURCES)('has an English text for each code of %s', (file) => {
    const source = readFileSync(new URL(`../../../library/templates/${file}`, import.meta.url), 'utf8')
    const codes = [...source.matchAll(/'((?:SHEET|BOOK|BATCH|LEDGER)_[A-Z_]+)'/g)].map(([, code = '']) => code)
    expect(codes.length).toBeGreaterThan(2)
    expect([...new Set(codes)].filter((code) => !errorsEn[code])).toEqual([])
  })
})
