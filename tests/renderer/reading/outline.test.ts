import { describe, expect, it } from 'vitest'
import { buildOutline, outlinePath, outlineRows } from '../../../renderer/reading/outline.ts'
import { STATUTE } from './statute.ts'

const outline = buildOutline(STATUTE)
const shown = (passage: number, chosen: [string, boolean][] = []) =>
  outlineRows(outline, outlinePath(outline, passage), new Map(chosen)).map((row) => row.node.heading)

describe('the outline', () => {
  it('puts provisions under their innermost heading', () => {
    expect(outline.map((node) => node.heading)).toEqual(['第一章 总则', '第二章 申请'])
    expect(outline[1]?.children[0]?.children.map((node) => node.heading)).toEqual(['第三条'])
  })

  it('follows reading down to the provision', () => {
    expect(outlinePath(outline, 5).map((node) => node.heading)).toEqual(['第二章 申请', '第一节 条件', '第三条'])
  })

  it('keeps to the last provision while reading what has no line of its own', () => {
    expect(outlinePath(outline, 8).at(-1)?.heading).toBe('第四条')
  })

  it('shows all headings, and provisions only where one is reading', () => {
    expect(shown(2)).toEqual(['第一章 总则', '第一条', '第二条', '第二章 申请', '第一节 条件', '第二节 程序'])
  })

  it('lets the person open and close', () => {
    expect(shown(2, [['第一章总则', false]])).toEqual(['第一章 总则', '第二章 申请', '第一节 条件', '第二节 程序'])
    expect(shown(2, [['第二节程序', true]]).at(-1)).toBe('第四条')
  })
})
