import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Deck, Line } from '../../../library/meetings/deck/deck.ts'
import { deckOf } from '../../../library/meetings/deck/deck-of.ts'
import { layOut } from '../../../library/meetings/deck/lay-out.ts'
import { lookOf } from '../../../library/meetings/deck/looks.ts'
import { readBlocks } from '../../../library/meetings/deck/read-lines.ts'
import { SlideTheme } from '../../../library/meetings/outline/outline.schema.ts'
import { HOSTILE_TEXTS, hostileMeeting } from './hostile-meeting.ts'

const draft = (markdown: string) =>
  ({ layout: 'content', title: '条文', blocks: readBlocks(markdown).map((block) => ({ block })) }) as const

const wordsOfLines = (lines: readonly Line[]) =>
  lines.map(({ marker, runs }) => {
    const mark = marker === undefined ? '' : marker === 'bullet' ? '·' : marker.number
    return `${mark}${runs.map(({ text }) => text).join('')}`
  })
const wordsOf = (block: Block): string[] => {
  switch (block.type) {
    case 'picture':
      return []
    case 'choices':
      return block.choices.flatMap(({ lines }) => wordsOfLines(lines))
    case 'table':
      return block.rows.flat()
    default:
      return wordsOfLines(block.lines)
  }
}
/** Everything that stands on slides, in order; blanks are none. */
const told = (slides: readonly { readonly blocks: readonly Block[] }[]) =>
  slides
    .flatMap(({ blocks }) => blocks.flatMap(wordsOf))
    .join('')
    .replace(/\s+/gu, '')
const meant = (markdown: string) => told([{ blocks: readBlocks(markdown) }])

const sentence = fc
  .tuple(
    fc.stringMatching(/^[宅基地使用权人依法对集体所有的土地享有占有和、，]{1,60}$/u),
    fc.constantFrom('。', '；', '！', '？”', ''),
  )
  .map(([words, end]) => `${words}${end}`)
const paragraph = fc
  .array(fc.oneof(sentence, fc.string({ unit: 'grapheme', maxLength: 60 })), { maxLength: 12 })
  .map((all) => all.join(''))
const item = fc
  .tuple(fc.constantFrom('- ', '1. ', '（一）', '    - ', '', '## ', '> '), paragraph)
  .map(([mark, text]) => `${mark}${text}`)
const markdown = fc.array(item, { minLength: 1, maxLength: 14 }).map((all) => all.join('\n\n'))

describe('text that flows over slides', () => {
  it('loses no character and keeps its order, in every look', () => {
    fc.assert(
      fc.property(markdown, fc.constantFrom(...SlideTheme.options), (text, theme) => {
        expect(told(layOut(draft(text), lookOf(theme)))).toBe(meant(text))
      }),
      { numRuns: 150 },
    )
    for (const [name, text] of Object.entries(HOSTILE_TEXTS)) {
      if (name === 'cells' || name === 'hidden') continue
      expect(told(layOut(draft(text), lookOf('large'))), name).toBe(meant(text))
    }
  })

  it('goes on in the rows of a table that no slide holds', () => {
    const cells = readBlocks(HOSTILE_TEXTS.cells).flatMap((block) => (block.type === 'table' ? block.rows : []))
    const shown = layOut(draft(HOSTILE_TEXTS.cells), lookOf('quiet')).flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'table' ? block.rows : [])),
    )
    for (const column of [0, 1]) {
      const all = (rows: readonly (readonly string[])[]) => rows.map((row) => row[column]).join('')
      expect(all(shown)).toBe(all(cells))
    }
  })

  it('ends slides behind whole sentences, and begins none with a mark that closes', () => {
    const words = '农村村民一户只能拥有一处宅基地，其面积不得超过省、自治区、直辖市规定的标准。'
    const text = ['', '', ''].map((_, index) => words.repeat(6 + index * 5)).join('\n\n')
    for (const theme of SlideTheme.options) {
      const slides = layOut(draft(text), lookOf(theme))
      expect(slides.length).toBeGreaterThan(2)
      for (const slide of slides) {
        const lines = slide.blocks.flatMap(wordsOf)
        expect(lines.at(-1)).toMatch(/。$/)
        for (const line of lines) expect(line).not.toMatch(/^[，。、；：！？）》”]/)
      }
    }
  })

  it('cuts a sentence only where no slide holds it, and then where it pauses', () => {
    const long = `${'在批准的范围内按照规定的用途使用'.repeat(3)}，`.repeat(16)
    const slides = layOut(draft(`先说一句。${long}完。`), lookOf('quiet'))
    expect(slides.length).toBeGreaterThan(1)
    for (const slide of slides.slice(0, -1)) expect(slide.blocks.flatMap(wordsOf).at(-1)).toMatch(/[，。]$/)
  })

  it('keeps what announces with what follows, and items whole', () => {
    const items = ['一', '二', '三', '四', '五', '六', '七', '八'].map(
      (one) => `（${one}）申请人提交的材料不齐全或者不符合法定形式，经一次告知仍没有补正的；`,
    )
    const lead = `${'依照本法规定提出的申请，由乡镇人民政府审核批准。'.repeat(6)}`
    const slides = layOut(draft([lead, '有下列情形之一的，不予批准：', ...items].join('\n\n')), lookOf('quiet'))
    expect(slides.length).toBeGreaterThan(1)
    for (const slide of slides) {
      const lines = slide.blocks.flatMap(wordsOf)
      expect(lines.at(-1)).not.toMatch(/：$/)
      for (const line of lines) expect(line).toMatch(/[；。：]$/)
    }
  })

  it('keeps what announces a table with its first rows', () => {
    const rows = ['困难残疾人生活补贴', '康复服务、辅助器具', '生活、教育、住房救助'].map(
      (one) => `| ${one}，重度残疾人护理补贴 | 第四十八条及国务院有关制度 | 乡镇受理，残联、民政审核 |`,
    )
    const table = ['', '| 事项 | 依据 | 找谁 |', '|---|---|---|', ...rows].join('\n')
    for (const theme of SlideTheme.options) {
      for (let count = 1; count < 12; count++) {
        const before = '办事中知道的家庭情况，要保密，不在大厅高声念。'.repeat(count)
        const slides = layOut(draft(`${before}\n\n权益解读里说：\n${table}`), lookOf(theme))
        for (const slide of slides) expect(slide.blocks.flatMap(wordsOf).at(-1), `${theme} ${count}`).not.toMatch(/：$/)
      }
    }
  })

  it('shares a choice that no slide holds evenly between its slides', () => {
    const said = '老费十分钟后下楼，当场和医院通电话，两个人签了核实记录。'
    for (const theme of SlideTheme.options) {
      for (let count = 4; count < 24; count++) {
        const lines = [said.repeat(count), '→ 到这里就结束了'].map((text) => ({ runs: [{ text }], level: 0 }))
        const block = { type: 'choices', choices: [{ key: 'A', lines }] } as const
        const slides = layOut({ layout: 'content', title: '结果', blocks: [{ block }] }, lookOf(theme))
        for (const slide of slides)
          expect(slide.blocks.flatMap(wordsOf), `${theme} ${count}`).not.toEqual(['→ 到这里就结束了'])
      }
    }
  })

  it('fills slides evenly: none has a last line to itself', () => {
    const words = '乡镇人民政府应当自受理之日起三十日内作出是否批准的决定。'
    for (let count = 8; count < 40; count++) {
      const slides = layOut(draft(words.repeat(count)), lookOf('quiet'))
      const heights = slides.map(({ frame }) => frame.blocks[0]?.height ?? 0)
      if (slides.length > 1) expect(Math.min(...heights), String(count)).toBeGreaterThan(Math.max(...heights) * 0.5)
    }
  })
})

describe('the slides of any meeting', () => {
  const decks: Deck[] = SlideTheme.options.map((theme) =>
    deckOf(hostileMeeting(), [], lookOf(theme), { on: '2026-11-21', theme }),
  )

  it('have titles and ids that are told apart, and none is empty', () => {
    for (const { slides } of decks) {
      expect(new Set(slides.map(({ title }) => title)).size).toBe(slides.length)
      expect(new Set(slides.map(({ id }) => id)).size).toBe(slides.length)
      for (const { title, layout, blocks, frame } of slides) {
        expect(title.trim()).not.toBe('')
        expect(frame.blocks).toHaveLength(blocks.length)
        if (['content', 'ask', 'answer', 'agenda', 'picture'].includes(layout))
          expect(blocks.length, title).toBeGreaterThan(0)
        for (const block of blocks) {
          if (block.type === 'table') expect(block.rows.length).toBeGreaterThan(0)
          else if (block.type !== 'picture') expect(wordsOf(block).join('').trim(), title).not.toBe('')
        }
      }
    }
  })

  it('say on every slide of a clause which clause it is and how it is valid', () => {
    for (const { slides } of decks) {
      const clauses = slides.filter(({ blocks }) => blocks.some(({ type }) => type === 'clause'))
      expect(clauses.length).toBeGreaterThan(20)
      for (const slide of clauses) {
        expect(slide.citations.length, slide.title).toBeGreaterThan(0)
        for (const { says } of slide.citations) expect(says).toMatch(/第六十二条 · 资料库未收录/)
      }
    }
  })

  it('keep their boxes on the slide and apart', () => {
    for (const { slides } of decks) {
      for (const { frame, title, layout } of slides) {
        let below = frame.title.y + frame.title.height
        for (const box of frame.blocks) {
          expect(box.y, title).toBeGreaterThanOrEqual(below - 0.1)
          below = box.y + box.height
        }
        expect(below, `${layout} ${JSON.stringify(frame)}`).toBeLessThanOrEqual((frame.citations?.y ?? 540) + 0.1)
        if (frame.citations) expect(frame.citations.y + frame.citations.height).toBeLessThanOrEqual(540)
      }
    }
  })
})
