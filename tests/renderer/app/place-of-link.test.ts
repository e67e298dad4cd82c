import { expect, it } from 'vitest'
import { placeOfLink } from '../../../renderer/app/place-of-link.ts'

it.each([
  ['xinhuo://item/tudi-guanli-fa#第六十二条', { itemId: 'tudi-guanli-fa', anchor: '第六十二条' }],
  ['xinhuo://item/tudi-guanli-fa#%E7%AC%AC%E4%B8%80%E6%9D%A1', { itemId: 'tudi-guanli-fa', anchor: '第一条' }],
  ['xinhuo://item/tudi-guanli-fa/', { itemId: 'tudi-guanli-fa', anchor: '' }],
  ['xinhuo://item/tudi-guanli-fa#100%', { itemId: 'tudi-guanli-fa', anchor: '' }],
])('goes to the passage that %s names', (link, place) => {
  expect(placeOfLink(link)).toEqual(place)
})

it.each([
  'xinhuo://item/../settings',
  'xinhuo://settings',
  'https://example.com/item/tudi',
  'xinhuo://item/<script>',
  'javascript:alert(1)',
])('goes nowhere for %s', (link) => {
  expect(placeOfLink(link)).toBeUndefined()
})
