import { expect, it } from 'vitest'
import type { ItemHits, SearchHit } from '../../../library/search/search-view.ts'
import { resultHits } from '../../../renderer/search/result-hits.ts'

const hit = (itemId: string, anchor: string): SearchHit => ({
  itemId,
  kind: 'policy',
  title: itemId,
  anchor,
  path: [],
  source: '',
  validity: 'in-force',
  snippet: '',
  marks: [],
  score: 1,
})
const item = (itemId: string, revision: string, ...anchors: string[]): ItemHits => ({
  itemId,
  revision,
  kind: 'policy',
  title: itemId,
  validity: 'in-force',
  source: '',
  passages: anchors.map((anchor) => hit(itemId, anchor)),
  found: anchors.length,
})
const items = [item('land', 'r1', '', '第一条'), item('land', 'r2', '第一条'), item('water', 'r3')]

it('lists each title and the passages under it, each by a name of its own', () => {
  const hits = resultHits(items, false)
  expect(hits.map(({ item, passage }) => `${item.itemId} ${passage?.anchor ?? '-'}`)).toEqual([
    'land -',
    'land ',
    'land 第一条',
    'land -',
    'land 第一条',
    'water -',
  ])
  expect(new Set(hits.map(({ key }) => key)).size).toBe(hits.length)
})

it('opens the revision found only when older ones were asked for', () => {
  expect(resultHits(items, false).every(({ revision }) => revision === undefined)).toBe(true)
  expect(new Set(resultHits(items, true).map(({ revision }) => revision))).toEqual(new Set(['r1', 'r2', 'r3']))
})
