import { describe, expect, it } from 'vitest'
import { splitPassages } from '../../../library/items/passages.ts'
import { anchorText } from '../../../renderer/design/anchor-text.ts'

describe('an anchor as it is shown', () => {
  it.each([
    ['带什么~2', '带什么'],
    ['第三条~12', '第三条'],
    ['正文~100', '正文'],
  ])('is the heading, without the passage’s number under it: %s', (anchor, shown) => {
    expect(anchorText(anchor)).toBe(shown)
  })

  it.each(['', '第三条', '带什么~', '~2', '带什么~1', '带什么~02', '规划2020~2023', '约~3天'])(
    'is as it is where no passage is numbered: %s',
    (anchor) => expect(anchorText(anchor)).toBe(anchor),
  )

  it('undoes what tells the passages under one heading apart', () => {
    const anchors = splitPassages('## 带什么\n\n身份证。\n\n户口本。\n').map((passage) => passage.anchor)
    expect(anchors).toContain('带什么~2')
    expect(new Set(anchors.map(anchorText))).toEqual(new Set(['带什么']))
  })
})
