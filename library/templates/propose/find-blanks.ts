import type PizZip from 'pizzip'
import { documentParts } from '../document/document-parts.ts'
import { type PartParagraph, readParagraphs } from '../document/part-paragraphs.ts'
import type { ProposedBlank } from '../template-view.ts'
import { proposeField } from './propose-field.ts'

/** A blank with its place in the XML. */
export interface FoundBlank extends ProposedBlank {
  readonly path: string
  readonly start: number
  readonly end: number
}

/** 姓名：______, 姓名:      , 面积____亩: a label, then a line to write on. */
const LINE =
  /([\p{Script=Han}A-Za-z0-9（）()、]{1,20})\s*[:：]?\s*([_＿]{2,}|[ \u3000]{3,}(?=$|[\p{Script=Han}，,。；;（(])|…{2,}|\.{4,})/gu
/** 姓名： at the end of a paragraph, with nothing behind. */
const OPEN_END = /([\p{Script=Han}A-Za-z0-9（）()]{2,16})[:：]\s*$/u
const LONGEST_LABEL = 12
/** How much of the text before a blank is quoted. */
const QUOTED = 12
/** What is written by hand when the paper is signed, not filled in before. */
const BY_HAND = /签名|签字|盖章|公章|签章|年月日|审核意见|审批意见/

/** Finds the blanks of a document's body in reading order, each named by its label. */
export function findBlanks(zip: PizZip): FoundBlank[] {
  const found: FoundBlank[] = []
  const used = new Map<string, number>()
  for (const { path, name: part } of documentParts(zip).filter(({ name }) => name === '正文')) {
    const paragraphs = readParagraphs(zip.file(path)?.asText() ?? '').filter(({ fallback }) => !fallback)
    for (const [index, paragraph] of paragraphs.entries()) {
      let ended = 0
      for (const { label, start, end } of blanksIn(paragraph, paragraphs, index)) {
        const before = paragraph.text.slice(Math.max(ended, start - QUOTED), start).trim() || label
        ended = end
        const title = labelOf(label)
        if (title === '' || BY_HAND.test(label.replace(/\s/g, ''))) continue
        const count = (used.get(title) ?? 0) + 1
        used.set(title, count)
        const name = count === 1 ? title : `${title}${count}`
        found.push({
          id: `${path}#${paragraph.number}:${start}-${end}`,
          name,
          field: { ...proposeField(title, []), title: name },
          part,
          paragraph: paragraph.number,
          quote: `${before}____${paragraph.text.slice(end, end + 6).trimEnd()}`,
          path,
          start,
          end,
        })
      }
    }
  }
  return found
}

interface Blank {
  readonly label: string
  readonly start: number
  readonly end: number
}

function blanksIn(paragraph: PartParagraph, all: readonly PartParagraph[], index: number): Blank[] {
  if (/[{}]/.test(paragraph.text)) return []
  if (paragraph.text.trim() === '') return emptyCell(paragraph, all, index)
  const lines = [...paragraph.text.matchAll(LINE)].map((match) => {
    const end = match.index + match[0].length
    return { label: match[1] ?? '', start: end - (match[2] ?? '').length, end }
  })
  if (lines.length > 0) return lines
  const open = OPEN_END.exec(paragraph.text)
  return open ? [{ label: open[1] ?? '', start: paragraph.text.length, end: paragraph.text.length }] : []
}

/** An empty cell right of a label, the only paragraph in it. */
function emptyCell(paragraph: PartParagraph, all: readonly PartParagraph[], index: number): Blank[] {
  const { cell } = paragraph
  if (cell === undefined || all.filter((other) => other.cell === cell).length > 1) return []
  const [table, row, column] = cell.split(':').map(Number)
  const beside = `${table}:${row}:${Number(column) - 1}`
  const label = all
    .slice(0, index)
    .filter((other) => other.cell === beside)
    .map((other) => other.text)
    .join('')
  const isLabel = /\p{Script=Han}/u.test(label) && [...label.replace(/\s/g, '')].length <= LONGEST_LABEL
  return isLabel ? [{ label, start: 0, end: paragraph.text.length }] : []
}

/** 姓  名 and 申请人 姓名: are 姓名 and 申请人姓名: the last words before the blank. */
function labelOf(label: string): string {
  const plain = label.replace(/[\s:：{}｛｝|｜/#^]/g, '').replace(/^[（(]?[一二三四五六七八九十\d]+[）)、.]/, '')
  const bare = plain.replace(/[（(][^（）()]*[）)]$/, '') || plain
  const words = bare.split(/[，,。；;、（()）]/).at(-1) ?? ''
  return [...words].slice(-LONGEST_LABEL).join('')
}
