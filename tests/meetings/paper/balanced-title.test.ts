import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { widthOf } from '../../../library/meetings/deck/text-width.ts'
import { balancedTitle } from '../../../library/meetings/paper/balanced-title.ts'

describe('the title of an official document', () => {
  it('stays on one line while it fits', () => {
    expect(balancedTitle('石坪乡关于召开月度干部例会的通知')).toBe('石坪乡关于召开月度干部例会的通知')
  })

  it('is parted at a pause near its middle', () => {
    expect(balancedTitle('关于举办“窗口人员初级培训：一次说清，少跑一趟”的通知')).toBe(
      '关于举办“窗口人员初级培训：\n一次说清，少跑一趟”的通知',
    )
  })

  it('never begins a line with 的 or a mark, and never parts a word', () => {
    const title = balancedTitle('石坪乡党政综合办公室关于召开全乡人居环境整治和农村生活污水治理工作现场会的通知')
    const [first = '', ...rest] = title.split('\n')
    expect(rest.length).toBeGreaterThan(0)
    for (const line of rest) expect(line).not.toMatch(/^[的了，。：”、]/)
    expect(Math.abs(widthOf(first) - widthOf(rest[0] ?? ''))).toBeLessThan(8)
  })

  it('loses nothing of any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        expect(balancedTitle(title).replaceAll('\n', '')).toBe(title.replaceAll('\n', ''))
      }),
    )
  })
})
