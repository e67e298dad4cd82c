import { describe, expect, it } from 'vitest'
import { parseLink, passageLink } from '../../../renderer/reading/passage-link.ts'

describe('passageLink', () => {
  it('keeps Chinese readable', () => {
    expect(passageLink({ itemId: 'land-law', anchor: '第六十二条' })).toBe('xinhuo://item/land-law#第六十二条')
  })

  it('names the whole item without an anchor', () => {
    expect(passageLink({ itemId: 'land-law', anchor: '' })).toBe('xinhuo://item/land-law')
  })

  it.each(['第六十二条', '第一章 总则', '正文~2', '完成率 100%', '“一户一宅”<要求>'])(
    'is read back to the anchor %s',
    (anchor) => {
      expect(parseLink(passageLink({ itemId: 'land-law', anchor }))).toEqual({
        kind: 'item',
        itemId: 'land-law',
        anchor,
      })
    },
  )
})

describe('parseLink', () => {
  it('reads a place in the same text', () => {
    expect(parseLink('#%E7%AC%AC%E4%B8%80%E6%9D%A1')).toEqual({ kind: 'passage', anchor: '第一条' })
  })

  it('takes a broken escape as it stands', () => {
    expect(parseLink('#100%')).toEqual({ kind: 'passage', anchor: '100%' })
  })

  it('passes over the revision of an item link', () => {
    expect(parseLink('xinhuo://item/land-law?revision=ab#第一条')).toEqual({
      kind: 'item',
      itemId: 'land-law',
      anchor: '第一条',
    })
  })

  it('tells addresses outside the library apart', () => {
    expect(parseLink('https://www.gov.cn/a')).toEqual({ kind: 'outside', address: 'https://www.gov.cn/a' })
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'xinhuo://item/../x', ''])(
    'leads nowhere for %s',
    (href) => {
      expect(parseLink(href)).toBeUndefined()
    },
  )
})
