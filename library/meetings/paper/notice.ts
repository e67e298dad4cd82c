import type { DocumentSection } from '../../documents/build-document.ts'
import {
  attachmentNote,
  body,
  closing,
  heading,
  labelled,
  officialTitle,
  recipient,
  redHead,
  signature,
} from '../../documents/official.ts'
import { pageProperties } from '../../documents/page.ts'
import { chineseDate } from '../../feeds/site/chinese-dates.ts'
import { spokenParagraphs } from '../deck/parts/part-frame.ts'
import { widthOf } from '../deck/text-width.ts'
import type { MeetingRecord } from '../outline/outline.schema.ts'
import { balancedTitle, OFFICIAL_LINE } from './balanced-title.ts'
import { agendaLines, hostOf, whenInWords } from './meeting-facts.ts'

const VERBS: Readonly<Record<MeetingRecord['kind'], string>> = {
  regular: '召开',
  study: '组织',
  training: '举办',
  'party-day': '开展',
  'on-site': '召开',
}
/** A line of 主送机关; longer ones are named below. */
const RECIPIENT = 56
/** Longer agendas are left to the attachment. */
const LISTED = 4

/** 会议通知 by GB/T 9704-2012: what, when, where, who, what to bring, and the agenda as its attachment. */
export function noticeOf(record: MeetingRecord, today: string): DocumentSection {
  const { kind, office = '', documentNumber, audience, place, bring, contact } = record
  const title = record.title.trim() || '会议'
  const named = /[：:，,、。“”]/u.test(title) ? `“${title}”` : title
  const subject = `关于${VERBS[kind]}${named}的通知`
  const whom = audience.note ?? (audience.posts.length > 0 ? `有关${audience.posts.join('、')}` : '')
  const isLong = whom.length > RECIPIENT || /[。；;\n]/u.test(whom)
  const [why = '', ...more] = spokenParagraphs(record.purpose)
  const facts: [string, string][] = [
    ['时间', sentence(whenInWords(record))],
    ['地点', sentence(place ?? '')],
    ['参加人员', sentence(whom)],
    ['主持人', sentence(hostOf(record))],
    ['有关要求', sentence(bring ?? '')],
  ]
  const lines = agendaLines(record)
  const isLongAgenda = lines.length > LISTED
  if (isLongAgenda) facts.push(['会议内容', '见附件。'])
  const shown = facts.filter(([, words]) => words !== '')
  const numerals = ['一', '二', '三', '四', '五', '六', '七']
  const listed = isLongAgenda ? [] : lines
  const contactLine = contact
    ? `联系人：${contact.replace(/[。；]$/u, '')}。`
    : '请安排好工作，准时参加；不能参加的，提前请假。'
  return {
    properties: pageProperties('official'),
    numbered: true,
    children: [
      ...(documentNumber ? redHead(office === '' ? '会议通知' : office, documentNumber) : []),
      officialTitle(titleOf(documentNumber ? '' : office, subject)),
      recipient(`${whom === '' || isLong ? '各有关单位、参会人员' : withoutEnd(whom)}：`),
      ...(why === '' ? [] : body([why, ...more].join('\n'))),
      ...body(
        `${why === '' ? '' : '为此，'}定于${record.on ? chineseDate(record.on) : '    年  月  日'}${VERBS[kind]}${named}。现将有关事项通知如下。`,
      ),
      ...shown.map(([name, words], at) => labelled(`${numerals[at]}、${name}：`, words, at === shown.length - 1)),
      ...(listed.length === 0 ? [] : [heading(`${numerals[shown.length]}、会议内容`)]),
      ...listed.flatMap(({ title: what, speaker }, at) =>
        body(`${at + 1}．${what}${speaker === '' ? '' : `（${speaker}）`}`),
      ),
      closing(contactLine),
      ...(lines.length === 0 ? [] : attachmentNote('附件：会议议程')),
      ...signature(office === '' ? '（发文机关）' : office, chineseDate(today)),
    ],
  }
}

/** Who issues it stands on a line of its own where both do not fit one. */
const titleOf = (office: string, subject: string): string =>
  office === '' || widthOf(office + subject) <= OFFICIAL_LINE
    ? balancedTitle(office + subject)
    : [office, subject].map((part) => balancedTitle(part)).join('\n')

const withoutEnd = (text: string) => text.replace(/[。，、；：\s]+$/u, '')
/** Ends as a sentence does; nothing stays nothing. */
const sentence = (text: string) => (text.trim() === '' ? '' : `${withoutEnd(text)}。`)
