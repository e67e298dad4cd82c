import { describe, expect, it } from 'vitest'
import type { FeedEntry } from '../../../library/feeds/feed-view.ts'
import type { GroupedAnswer } from '../../../library/search/search-view.ts'
import { entriesOfAnswer, entriesOfFeed } from '../../../renderer/meetings/adding/add-entries.ts'
import { emptyPart } from '../../../renderer/meetings/outline/empty-part.ts'
import { putIn } from '../../../renderer/meetings/taking/put-in.ts'

const clause = (id: string) => ({
  ...emptyPart('reading', `第${id}条`, 10),
  id,
  cites: [{ id: 'c1', title: '土地管理法', itemId: 'land-law', anchor: id }],
})
const outline = () => [
  { ...emptyPart('opening', '开场', 5), id: 'a' },
  { ...emptyPart('reading', '读原文', 20), id: 'b' },
  { ...emptyPart('closing', '收尾', 5), id: 'z' },
]

describe('putting something into a meeting nobody looks at', () => {
  it('fills the part that waits for it, and empties it again', () => {
    const parts = outline()
    const put = putIn(parts, [clause('62')])
    expect(put.parts.map(({ id }) => id)).toEqual(['a', 'b', 'z'])
    expect(put.parts[1]).toMatchObject({ title: '读原文', cites: [{ anchor: '62' }] })
    expect(put.takeOut(put.parts)).toEqual(parts)
  })

  it('stands before the end otherwise, and goes again whatever came meanwhile', () => {
    const [opening, , closing] = outline()
    const parts = [opening, clause('1'), closing].filter((part) => part !== undefined)
    const put = putIn(parts, [clause('62')])
    expect(put.parts.map(({ title }) => title)).toEqual(['开场', '第1条', '第62条', '收尾'])
    const moved = put.parts.toReversed()
    expect(put.takeOut(moved).map(({ title }) => title)).toEqual(['收尾', '第1条', '开场'])
  })

  it('stands at the end where nothing closes the meeting', () => {
    expect(putIn([], [clause('62')]).parts).toHaveLength(1)
  })
})

describe('what can be put in', () => {
  it('is each passage of a policy, and of everything else the whole', () => {
    const hit = (itemId: string, provision: string | undefined, anchor: string) => ({
      itemId,
      provision,
      anchor,
      snippet: `${anchor}的话`,
      marks: [],
    })
    const answer = {
      items: [
        {
          itemId: 'land-law',
          revision: 'r1',
          kind: 'policy',
          title: '中华人民共和国土地管理法',
          validity: 'in-force',
          passages: [hit('land-law', '第六十二条', '第六十二条'), hit('land-law', undefined, '前言')],
        },
        {
          itemId: 'story-1',
          revision: 'r2',
          kind: 'story',
          title: '公示栏',
          validity: 'in-force',
          passages: [hit('story-1', undefined, '做法')],
        },
      ],
    } as unknown as GroupedAnswer
    expect(entriesOfAnswer(answer).map(({ title, place, reference }) => [title, place, reference.anchor])).toEqual([
      ['土地管理法', '第六十二条', '第六十二条'],
      ['公示栏', undefined, undefined],
    ])
  })

  it('is each story that still stands in a column, once', () => {
    const entry = (id: string, of: Partial<FeedEntry>): FeedEntry => ({
      id,
      feedId: 'f',
      type: 'story',
      title: id,
      issue: 1,
      publishedAt: '',
      updatedAt: '',
      ...of,
    })
    const entries = [
      entry('e1', { storyId: 's1' }),
      entry('e2', { storyId: 's2' }),
      entry('e3', { type: 'withdrawal', storyId: 's2', of: 'e2', issue: 2 }),
      entry('e4', { storyId: 's1', issue: 2 }),
      entry('e5', { type: 'answers' }),
    ]
    expect(entriesOfFeed(entries).map(({ reference, title }) => [reference.itemId, title])).toEqual([['s1', 'e4']])
  })
})
