import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileNameOf } from '../../../library/templates/schema/file-name.ts'
import { schemaOf } from '../document/make-docx.ts'

const schema = schemaOf(
  { 姓名: { type: 'string' }, 日期: { type: 'string', format: 'date' }, 金额: { type: 'number', format: 'money' } },
  { 'x-file-name': '{姓名}-申请表-{日期}' },
)
const name = (data: Record<string, string | number>, pattern?: string) =>
  fileNameOf(schema, '低保申请表', data, '2026-11-21', pattern)

describe('a made file', () => {
  it.each([
    [{ 姓名: '张三', 日期: '2026-11-21' }, undefined, '张三-申请表-2026年11月21日'],
    [{ 姓名: '张三' }, undefined, '张三-申请表'],
    [{}, undefined, '申请表'],
    [{}, '{姓名}', '低保申请表 2026-11-21'],
    [{ 姓名: '../../etc/passwd' }, '{姓名}', '_.._etc_passwd'],
    [{ 姓名: 'CON' }, '{姓名}', '_CON'],
    [{ 姓名: 'com1.txt' }, '{姓名}', '_com1.txt'],
    [{ 姓名: 'a<b>:"c"|?*' }, '{姓名}', 'a_b___c____'],
    [{ 金额: 3 }, '{金额|大写}', '叁元整'],
    [{ 姓名: '张三' }, '{姓明}{姓名}', '张三'],
  ] as const)('of %j by %s is %s', (data, pattern, expected) => {
    expect(name(data, pattern)).toBe(expected)
  })

  it('has a name that Windows, and every disk, takes', () => {
    const hostile = fc.string({ unit: 'binary', maxLength: 300 })
    fc.assert(
      fc.property(hostile, hostile, (value, title) => {
        const made = fileNameOf(schema, title, { 姓名: value }, '2026-11-21')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there.
        expect(made).toMatch(/^(?![. ])[^<>:"/\\|?*\u0000-\u001f]+(?<![. ])$/)
        expect(made).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
        expect(Buffer.byteLength(made)).toBeLessThanOrEqual(181)
        expect(made.isWellFormed()).toBe(true)
      }),
    )
  })
})
