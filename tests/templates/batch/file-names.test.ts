import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileNames } from '../../../library/templates/batch/file-names.ts'

describe('names of files in one folder', () => {
  it('differ in more than capitals, and from what is there already', () => {
    const names = fileNames(['ab.docx'])
    expect(['AB', 'ab', '张三', '张三'].map((name) => names.take(name, '.docx'))).toEqual([
      'AB（2）.docx',
      'ab（3）.docx',
      '张三.docx',
      '张三（2）.docx',
    ])
  })

  it('are all different to Windows and no longer than a file system takes, however alike the rows are', () => {
    const name = fc.oneof(fc.constantFrom('张三', 'a', 'A', 'é', 'e\u0301'), fc.constant('镇'.repeat(60)))
    fc.assert(
      fc.property(fc.array(name, { maxLength: 60 }), fc.array(name, { maxLength: 5 }), (rows, there) => {
        const taken = there.map((one) => `${one}.docx`)
        const names = fileNames(taken)
        const given = rows.map((row) => names.take(row, '.docx'))
        expect(new Set(given.map((one) => one.normalize('NFC').toLowerCase())).size).toBe(given.length)
        expect(given.every((one) => !taken.some((other) => other.toLowerCase() === one.toLowerCase()))).toBe(true)
        expect(given.every((one) => Buffer.byteLength(one) <= 255)).toBe(true)
      }),
    )
  })
})
