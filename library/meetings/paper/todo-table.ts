import type { Table } from 'docx'
import { chineseDate } from '../../feeds/site/chinese-dates.ts'
import type { MeetingRecord } from '../outline/outline.schema.ts'
import { CELL, paragraphs, READ } from './paper-type.ts'
import { ruledTable } from './ruled-table.ts'

type Todo = Extract<MeetingRecord['parts'][number], { type: 'closing' }>['todo'][number]

/** 事项, 责任人, 时限; what nobody has said is left to be written in. @param more empty rows */
export function todoTable(todo: readonly Pick<Todo, 'text' | 'who' | 'dueOn'>[], width: number, more = 0): Table {
  const cell = (text: string, strong = false) =>
    paragraphs([{ runs: [{ text, strong }], level: 0, flush: true }], { ...CELL, size: READ.size, pitch: 360 })
  const rows = todo.map(({ text, who, dueOn }) => [cell(text), cell(who ?? ''), cell(dueOn ? chineseDate(dueOn) : '')])
  const empty = Array.from({ length: more }, () => [cell(''), cell(''), cell('')])
  return ruledTable([56, 22, 22], [[cell('事项', true), cell('责任人', true), cell('时限', true)], ...rows, ...empty], {
    width,
    headed: true,
    heights: [9, ...todo.map(() => 10), ...empty.map(() => 10)],
  })
}
