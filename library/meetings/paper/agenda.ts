import { AlignmentType, type FileChild, LineRuleType, Paragraph, TextRun } from 'docx'
import type { DocumentSection } from '../../documents/build-document.ts'
import { labelled, line, officialTitle } from '../../documents/official.ts'
import { font, pageProperties, size, textWidth } from '../../documents/page.ts'
import type { MeetingRecord } from '../outline/outline.schema.ts'
import { balancedTitle } from './balanced-title.ts'
import { agendaLines, hostOf, namesOf, whenInWords } from './meeting-facts.ts'
import { ruledTable } from './ruled-table.ts'

/**
 * 会议议程 by GB/T 9704-2012: the facts of the meeting, and what comes when and by whom.
 * @param attachedAs 附件, at the head of the first page where it goes with a notice (§7.3.7)
 */
export function agendaOf(record: MeetingRecord, attachedAs?: string): DocumentSection {
  return {
    properties: pageProperties('official'),
    numbered: true,
    children: [
      ...(attachedAs === undefined ? [] : [attachmentMark(attachedAs)]),
      officialTitle(balancedTitle(`${record.title.trim() || '会议'}议程`)),
      ...facts(record).map(([name, words]) => labelled(`${name}：`, words, true)),
      ...(record.parts.length === 0 ? [] : [line('', { keepNext: true }), agendaTable(record, textWidth.official)]),
    ],
  }
}

/** 时间, 地点 and who leads: what is known of a meeting. */
export function facts(record: MeetingRecord): [string, string][] {
  const all: [string, string][] = [
    ['时间', whenInWords(record)],
    ['地点', record.place ?? ''],
    ['主持', hostOf(record)],
    ['主讲', namesOf(record, 'speaker')],
    ['参加', record.audience.note ?? record.audience.posts.join('、')],
  ]
  return all.filter(([, words]) => words.trim() !== '')
}

/** @param width of the text, in twips */
export function agendaTable(record: MeetingRecord, width: number): FileChild {
  const lines = agendaLines(record)
  const hasTime = lines.some(({ time }) => time !== '')
  const hasSpeaker = lines.some(({ speaker }) => speaker !== '')
  const widths = [hasTime ? 24 : 10, hasSpeaker ? 54 : 70, ...(hasSpeaker ? [18] : [])]
  const head = [hasTime ? '时　间' : '序号', '内　　容', ...(hasSpeaker ? ['主讲人'] : [])]
  const rows = lines.map(({ title, time, speaker }, at) => [
    cell(hasTime ? time : String(at + 1), true),
    cell(title),
    ...(hasSpeaker ? [cell(speaker, true)] : []),
  ])
  return ruledTable(widths, [head.map((name) => cell(name, true, true)), ...rows], { width, headed: true })
}

function cell(text: string, centred = false, isHead = false): Paragraph {
  return new Paragraph({
    alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { line: 420, lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text, font: isHead ? font.heading : font.body, size: size.四号 })],
  })
}

function attachmentMark(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text, font: font.heading, size: size.三号 })] })
}
