import { expect, it } from 'vitest'
import type { PassageView } from '../../../library/items/item-view.ts'
import { previewPassages } from '../../../renderer/search/preview-passages.ts'

const passage = (anchor: string, type: PassageView['type'] = 'provision'): PassageView => ({
  anchor,
  type,
  heading: anchor,
  level: 0,
  path: [],
  html: '',
  text: '',
})
const text = [
  passage('', 'preamble'),
  passage('第一章', 'heading'),
  passage('第一条'),
  passage('第二条'),
  passage('第二章', 'heading'),
  passage('第一节', 'heading'),
  passage('第三条'),
  passage('第四条'),
]
const around = (anchor: string) => {
  const { before, found, after } = previewPassages(text, anchor)
  return [before.map((one) => one.anchor), found?.anchor, after.map((one) => one.anchor)]
}

it('gives a passage its neighbours, with the headings between', () => {
  expect(around('第二条')).toEqual([['第一条'], '第二条', ['第二章', '第一节', '第三条']])
  expect(around('第三条')).toEqual([['第二条', '第二章', '第一节'], '第三条', ['第四条']])
})

it('ends where the text ends', () => {
  expect(around('第四条')).toEqual([['第三条'], '第四条', []])
  expect(previewPassages([passage('第一条')], '第一条')).toMatchObject({ before: [], after: [] })
  expect(previewPassages([], '第一条')).toEqual({ before: [], after: [] })
})

it('gives the beginning of a whole text, ending with text, or where the passage is no longer there', () => {
  expect(around('')).toEqual([[], undefined, ['', '第一章', '第一条', '第二条']])
  expect(around('第九条')).toEqual(around(''))
})
