import { describe, expect, it } from 'vitest'
import { toLines } from '../../../library/importing/readers/pdf-lines.ts'
import { joinPdfLines } from '../../../library/importing/readers/pdf-paragraphs.ts'

const size = 16
const width = 28
const placed = (str: string, x: number, y: number, height = size) => ({
  str,
  transform: [height, 0, 0, height, x, y],
  width: str.length * height,
  height,
})

/** A page of A4 with paragraphs broken at 28 characters, as GB/T 9704-2012 sets them. */
function page(number: number, lines: readonly { text: string; indent?: number; centre?: boolean }[], foot: string) {
  const items = lines.map(({ text, indent = 0, centre }, at) =>
    placed(text, 80 + (centre ? ((width - text.length) / 2) * size : indent * size), 760 - at * 29),
  )
  return { lines: toLines([...items, placed(foot, 280, 40, 12)], number), height: 842 }
}

const full = '各村要明确专人负责饮水工程日常管护每周至少巡查一次并做好记录'.slice(0, width)

describe('joinPdfLines', () => {
  it('joins the lines of a paragraph, over the end of a page too, and drops page numbers', () => {
    const pages = [
      page(
        1,
        [
          { text: '用水管理办法', centre: true },
          { text: full.slice(2), indent: 2 },
          { text: full },
          { text: '到此为止。' },
          { text: full.slice(2), indent: 2 },
          { text: full },
        ],
        '— 1 —',
      ),
      page(
        2,
        [
          { text: '接上一页。' },
          { text: '一、总体要求', indent: 2 },
          { text: full.slice(2), indent: 2 },
          { text: full },
          { text: full },
        ],
        '— 2 —',
      ),
    ]
    expect(joinPdfLines(pages)).toEqual([
      '用水管理办法',
      `${full.slice(2)}${full}到此为止。`,
      `${full.slice(2)}${full}接上一页。`,
      '一、总体要求',
      `${full.slice(2)}${full}${full}`,
    ])
  })

  it('drops running heads that stand on most pages', () => {
    const pages = [1, 2, 3, 4].map((number) => ({
      lines: toLines(
        [placed('青禾县年鉴 2024', 80, 800, 10), placed(full, 80, 700), placed(full, 80, 671), placed('完。', 80, 642)],
        number,
      ),
      height: 842,
    }))
    expect(joinPdfLines(pages).some((text) => text.includes('年鉴'))).toBe(false)
  })
})

describe('toLines', () => {
  it('keeps the wide space between a provision’s number and its text', () => {
    expect(toLines([placed('第一条', 80, 700), placed('为了', 80 + 4 * size, 700)], 1)[0]?.text).toBe('第一条　为了')
  })

  it('does not repeat text that was set twice to look bold', () => {
    expect(toLines([placed('通知', 80, 700), placed('通知', 80.5, 700)], 1)[0]?.text).toBe('通知')
  })

  it('leaves out text turned on its side', () => {
    expect(toLines([{ str: '内部资料', transform: [10, 10, -10, 10, 80, 700], width: 40, height: 14 }], 1)).toEqual([])
  })

  it('marks glyphs without a meaning as doubtful', () => {
    expect(toLines([placed('甲\u0003', 80, 700)], 1)[0]?.text).toBe('甲\uFFFD')
  })
})
