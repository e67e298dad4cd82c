import type { FileChild } from 'docx'
import type { DocumentSection } from '../../documents/build-document.ts'
import { formTable, formTitle, label, row, tallRow, value, words } from '../../documents/form.ts'
import { pageProperties, textWidth } from '../../documents/page.ts'
import type { MeetingRecord } from '../outline/outline.schema.ts'
import { agendaLines, hostOf, namesOf, whenInWords } from './meeting-facts.ts'
import { aside, heading } from './paper-type.ts'
import { todoTable } from './todo-table.ts'

/** Room to write under each part, in millimetres; less where there are many, so that the form stays a few pages. */
const roomOf = (parts: number) => (parts <= 8 ? 32 : parts <= 16 ? 24 : 17)
/** Empty rows for what is decided. */
const MORE = 4

/** 会议记录: the facts filled in, the parts as headings with room, and the table of what was decided. */
export function minutesOf(record: MeetingRecord): DocumentSection {
  const present = [...new Set([hostOf(record), namesOf(record, 'speaker'), namesOf(record, 'attendee')])].filter(
    Boolean,
  )
  const todo = record.parts.flatMap((part) => (part.type === 'closing' ? part.todo : []))
  const lines = agendaLines(record)
  const parts: FileChild[] =
    lines.length === 0
      ? []
      : [
          heading('会议内容', 2),
          formTable(
            [100],
            lines.map(({ title, speaker }, at) =>
              tallRow(roomOf(lines.length), words(`${at + 1}．${title}${speaker === '' ? '' : `（${speaker}）`}`)),
            ),
          ),
        ]
  return {
    properties: pageProperties('form'),
    numbered: true,
    children: [
      formTitle('会 议 记 录'),
      formTable(
        [14, 36, 14, 36],
        [
          row(label('会议名称'), value(record.title, 3)),
          row(label('时间'), value(whenInWords(record), 3)),
          row(label('地点'), value(record.place ?? ''), label('主持人'), value(hostOf(record))),
          row(label('主办'), value(record.office ?? ''), label('记录人'), value(namesOf(record, 'recorder'))),
          tallRow(14, label('出席'), value(present.join('、') || (record.audience.note ?? ''), 3)),
          tallRow(12, label('缺席'), value('', 3)),
        ],
      ),
      ...parts,
      heading('议定事项', 2),
      todoTable(todo, textWidth.form, MORE),
      aside('主持人（签名）：　　　　　　　　　记录人（签名）：　　　　　　　　　　年　　月　　日', {
        before: 240,
      }),
    ],
  }
}
