import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { portableName } from '../../library/exporting/portable-name.ts'
import { isPassedOver } from '../../library/importing/archive/file-kinds.ts'

describe('the name of an exported file', () => {
  it.each([
    ['土地管理法', '土地管理法(2019-08-26)~ab12.md'],
    ['关于“低保/五保”的通知: 一', '关于“低保_五保”的通知_ 一(2019-08-26)~ab12.md'],
    ['CON', '_CON(2019-08-26)~ab12.md'],
    ['con.txt', '_con.txt(2019-08-26)~ab12.md'],
    ['COM¹', '_COM¹(2019-08-26)~ab12.md'],
    ['Console', 'Console(2019-08-26)~ab12.md'],
    ['..', '未命名(2019-08-26)~ab12.md'],
    ['~$锁定', '$锁定(2019-08-26)~ab12.md'],
    ['结尾. .', '结尾(2019-08-26)~ab12.md'],
    ['倒\u202e序\u200f', '倒_序_(2019-08-26)~ab12.md'],
  ])('of %j is %j', (title, name) => {
    expect(portableName(title, '(2019-08-26)', 'ab12')).toBe(name)
  })

  it('keeps the version however long the title is', () => {
    const name = portableName('长'.repeat(300), '(2019-08-26) 0002', 'ab12')
    expect(name).toBe(`${'长'.repeat(60)}(2019-08-26) 0002~ab12.md`)
  })

  it('is legal on NTFS, exFAT, ext4 and APFS for any title, and is found again by import', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const name = portableName(title, '(2019-08-26) 0002', 'ab12cd34')
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
        expect(name.isWellFormed()).toBe(true)
        expect(name.normalize('NFC')).toBe(name)
        expect(name).not.toMatch(/[\p{Cc}<>:"/\\|?*]|[. ]$/u)
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
        expect(isPassedOver(name)).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})
