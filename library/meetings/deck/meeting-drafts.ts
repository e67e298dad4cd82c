import { chineseDate } from '../../feeds/site/chinese-dates.ts'
import { citationsOf } from '../materials/citations-of.ts'
import type { MaterialRecord } from '../materials/material.schema.ts'
import { clockOf } from '../outline/clock.ts'
import type { MeetingPart, MeetingRecord } from '../outline/outline.schema.ts'
import type { DeckContext } from './deck-context.ts'
import { partDrafts } from './parts/part-drafts.ts'
import { lineBlocks, partTitle, spokenParagraphs } from './parts/part-frame.ts'
import type { DraftBlock, SlideDraft } from './slide-draft.ts'

export const KIND_NAMES: Readonly<Record<MeetingRecord['kind'], string>> = {
  regular: '例会',
  study: '专题学习',
  training: '业务培训',
  'party-day': '主题党日',
  'on-site': '现场会',
}

/** A meeting's slides: cover, agenda, the parts, and the end. @param wanted the parts that are shown; all without it */
export function meetingDrafts(
  record: MeetingRecord,
  context: DeckContext,
  on: string,
  wanted?: readonly string[],
): SlideDraft[] {
  const parts = wanted === undefined ? record.parts : record.parts.filter(({ id }) => wanted.includes(id))
  const clock = clockOf(record)
  const slides = parts.flatMap((part) => withNotes(partDrafts(part, context), part, clock.starts.get(part.id)))
  if (wanted !== undefined) return slides
  return [cover(record, on), ...agenda(record), ...slides, end(record)]
}

/** The day for which the slides say how clauses are valid. */
export const lookedUp = (record: MaterialRecord, on: string): string | undefined =>
  citationsOf(record).some(({ what }) => what === 'passage') ? `条款时效查于${chineseDate(on)}` : undefined

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六']

function cover(record: MeetingRecord, on: string): SlideDraft {
  const { title, kind, office, on: day, startsAt = '', place } = record
  const weekday = day && `（星期${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]}）`
  const when = day ? `${chineseDate(day)}${weekday} ${startsAt}`.trim() : startsAt
  return {
    layout: 'cover',
    title: title.trim() || KIND_NAMES[kind],
    kicker: KIND_NAMES[kind],
    blocks: lineBlocks([office, [when, place].filter(Boolean).join('　'), lookedUp(record, on)]),
    notes: spokenParagraphs(record.purpose),
  }
}

/** What comes when; columns that nobody filled in are left out. */
function agenda(record: MeetingRecord): SlideDraft[] {
  if (record.parts.length < 2) return []
  const { starts, minutes } = clockOf(record)
  const rows = record.parts.map((part) => [
    starts.get(part.id) ?? '',
    partTitle(part, part.type === 'story' ? part.story?.title : part.type === 'scene' ? part.drill?.title : undefined),
    part.speaker ?? '',
    part.minutes > 0 ? `${part.minutes}分钟` : '',
  ])
  const used = [0, 1, 2, 3].map((column) => rows.some((row) => row[column] !== ''))
  const pick = (row: readonly string[]) => row.filter((_cell, index) => used[index])
  const block: DraftBlock = {
    block: { type: 'table', head: pick(['时间', '环节', '主讲', '用时']), rows: rows.map(pick) },
  }
  return [
    {
      layout: 'agenda',
      title: '议程',
      ...(minutes > 0 && { kicker: `共${minutes}分钟` }),
      blocks: [block],
    },
  ]
}

const end = ({ contact, office }: MeetingRecord): SlideDraft => ({
  layout: 'end',
  title: '谢谢大家',
  blocks: lineBlocks([office, contact && `联系：${contact}`]),
})

/** A part's first slide bears its minutes, who speaks, and the notes. */
function withNotes(drafts: readonly SlideDraft[], part: MeetingPart, startsAt: string | undefined): SlideDraft[] {
  const [first, ...rest] = drafts
  if (!first) return []
  const about = [
    startsAt && `${startsAt}开始`,
    part.minutes > 0 ? `${part.minutes}分钟` : undefined,
    part.speaker && `主讲：${part.speaker}`,
  ].filter(Boolean)
  const notes = [
    ...(about.length > 0 ? [about.join(' · ')] : []),
    ...spokenParagraphs(part.notes),
    ...(first.notes ?? []),
  ]
  return [{ ...first, notes, ...(part.minutes > 0 && { minutes: part.minutes }) }, ...rest]
}
