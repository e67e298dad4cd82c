import type { DocumentSection } from '../../documents/build-document.ts'
import {
  formLine,
  formTable,
  formTitle,
  headRow,
  label,
  repeatedHeadRow,
  row,
  tallRow,
  value,
} from '../../documents/form.ts'
import { pageProperties } from '../../documents/page.ts'
import type { MeetingRecord } from '../outline/outline.schema.ts'
import { hostOf, whenInWords } from './meeting-facts.ts'

/** Rows of 10 mm that a page has room for: the first below the facts, and any other. */
const [FIRST, OTHER] = [18, 23]
/** For those who come without being on the list. */
const MORE = 4
const ORDER = ['host', 'speaker', 'recorder', 'attendee'] as const

/** 签到表: the names that are known filled in, the last page full of rows for more. */
export function signInOf(record: MeetingRecord): DocumentSection {
  const people = record.people
    .filter(({ name, post }) => name !== '' || post)
    .toSorted((a, b) => ORDER.indexOf(a.part) - ORDER.indexOf(b.part))
  const pages = Math.max(0, Math.ceil((people.length + MORE - FIRST) / OTHER))
  const rows = Array.from({ length: FIRST + pages * OTHER }, (_, at) => {
    const person = people[at]
    return tallRow(
      10,
      label(String(at + 1)),
      value(person?.name ?? ''),
      value(person?.post ?? ''),
      value(''),
      value(''),
    )
  })
  const names = ['序号', '姓名', '单位及职务', '联系电话', '签名']
  return {
    properties: pageProperties('form'),
    numbered: true,
    children: [
      formTitle('签　到　表'),
      formTable(
        [14, 36, 14, 36],
        [
          row(label('会议名称'), value(record.title, 3)),
          row(label('时间'), value(whenInWords(record).split('，会期')[0] ?? '', 3)),
          row(label('地点'), value(record.place ?? ''), label('主持'), value(hostOf(record))),
        ],
      ),
      formLine(''),
      formTable([9, 17, 34, 20, 20], [rows.length > FIRST ? repeatedHeadRow(...names) : headRow(...names), ...rows]),
    ],
  }
}
