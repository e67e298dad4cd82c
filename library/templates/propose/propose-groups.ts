import type PizZip from 'pizzip'
import { readParagraphs } from '../document/part-paragraphs.ts'
import { scanBraces } from '../document/scan-braces.ts'
import { parseTag } from '../document/tag.ts'

/** A section of the form. */
export interface ProposedGroup {
  title: string
  fields: string[]
}

/** 一、基本情况, （二）家庭成员, 第三部分 收入: a heading by its number. */
const NUMBERED =
  /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十]+部分)\s*/
const HEADING_STYLE = /^(?:heading\s?[1-4]|[1-4]|标题\s?[1-4])$/i
const LONGEST_HEADING = 24

/** Sections from the headings of the document's body, each with the fields first printed below it. */
export function proposeGroups(zip: PizZip, fields: readonly string[]): ProposedGroup[] {
  const left = new Set(fields)
  const groups: ProposedGroup[] = []
  for (const { text, style, cell } of readParagraphs(zip.file('word/document.xml')?.asText() ?? '')) {
    const found = scanBraces(text)
    const heading = found.length === 0 && cell === undefined ? headingOf(text.trim(), style) : undefined
    if (heading !== undefined) groups.push({ title: heading, fields: [] })
    for (const { type, inside } of found) {
      const { name } = parseTag(inside)
      if (type === 'placeholder' && left.delete(name)) groups.at(-1)?.fields.push(name)
    }
  }
  return groups.filter((group) => group.fields.length > 0)
}

function headingOf(text: string, style: string | undefined): string | undefined {
  if (text === '' || [...text].length > LONGEST_HEADING || /[。；，]$/.test(text)) return undefined
  if (!HEADING_STYLE.test(style ?? '') && !NUMBERED.test(text)) return undefined
  return (
    text
      .replace(NUMBERED, '')
      .replace(/[:：]$/, '')
      .trim() || text
  )
}
