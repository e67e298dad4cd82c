import { describe, expect, it } from 'vitest'
import { droppedReferences } from '../../../renderer/meetings/adding/dropped-references.ts'

const revision = 'a'.repeat(64)

describe('links dropped in from another window', () => {
  it('are read as an address of the window, with revision and passage', () => {
    expect(
      droppedReferences(
        `http://127.0.0.1:4711/item/land-law?revision=${revision}&q=%E5%AE%85#%E7%AC%AC%E4%BA%94%E6%9D%A1`,
      ),
    ).toEqual([{ itemId: 'land-law', revision, anchor: '第五条' }])
    expect(droppedReferences('app://xinhuo/item/land-law')).toEqual([{ itemId: 'land-law' }])
  })

  it('are read as stable links, and from a text that holds them', () => {
    expect(droppedReferences('见 xinhuo://item/land-law#第六十二条\n和 xinhuo://item/other-law')).toEqual([
      { itemId: 'land-law', anchor: '第六十二条' },
      { itemId: 'other-law' },
    ])
  })

  it('come once each, and comments of a list are passed over', () => {
    const list = '# item/nothing\r\nhttp://x/item/land-law#a\r\nhttp://x/item/land-law#a\r\n'
    expect(droppedReferences(list)).toEqual([{ itemId: 'land-law', anchor: 'a' }])
  })

  it.each([
    '',
    'https://example.com/',
    'http://x/item/',
    'http://x/items/land-law',
    'javascript:/item/abc',
    'xinhuo://item/..%2f',
  ])('nothing is read from %j', (given) => expect(droppedReferences(given)).toEqual([]))

  it('a revision that is none is left out, and a bare % stays in the passage', () => {
    expect(droppedReferences('http://x/item/land-law?revision=1#100%')).toEqual([
      { itemId: 'land-law', anchor: '100%' },
    ])
  })
})
