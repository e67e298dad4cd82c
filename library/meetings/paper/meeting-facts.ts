import { chineseDate } from '../../feeds/site/chinese-dates.ts'
import { PART_NAMES, partTitle } from '../deck/parts/part-frame.ts'
import { clockOf } from '../outline/clock.ts'
import type { MeetingPart, MeetingRecord } from '../outline/outline.schema.ts'

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六']

/** 2026年11月26日（星期四） */
export function dayInWords(day: string): string {
  return `${chineseDate(day)}（星期${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]}）`
}

/** 14:30 */
const clock = (minutes: number) => {
  const at = minutes % (24 * 60)
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}

/** 一个半小时, 45分钟, 3小时15分钟 */
export function durationInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest}分钟`
  return `${hours}小时${rest === 0 ? '' : rest === 30 ? '半' : `${rest}分钟`}`.replace(/小时半$/, '个半小时')
}

/** One line of the agenda. */
export interface AgendaLine {
  readonly part: MeetingPart
  readonly title: string
  /** 14:30—14:45, or `第15—30分钟` while nobody has said when it begins. */
  readonly time: string
  readonly speaker: string
}

/** The parts with their clock. */
export function agendaLines(record: MeetingRecord): AgendaLine[] {
  const [hours = 0, past = 0] = (record.startsAt ?? '').split(':').map(Number)
  const begins = record.startsAt === undefined ? undefined : hours * 60 + past
  let minutes = 0
  return record.parts.map((part) => {
    const from = minutes
    minutes += part.minutes
    return {
      part,
      title: titleOfPart(part),
      time:
        part.minutes === 0
          ? ''
          : begins === undefined
            ? `${part.minutes}分钟`
            : `${clock(begins + from)}—${clock(begins + minutes)}`,
      speaker: part.speaker ?? '',
    }
  })
}

export const titleOfPart = (part: MeetingPart): string =>
  partTitle(part, part.type === 'story' ? part.story?.title : part.type === 'scene' ? part.drill?.title : undefined)

/** 身边故事 */
export const kindOfPart = (part: MeetingPart): string => PART_NAMES[part.type]

/** When and how long: `2026年11月26日（星期四）14:30，会期1个半小时`; what nobody has said is left to be written in. */
export function whenInWords(record: MeetingRecord): string {
  const { minutes, planned } = clockOf(record)
  const long = planned ?? minutes
  const day = record.on === undefined ? '    年    月    日' : dayInWords(record.on)
  return [`${day}${record.startsAt ?? '    时    分'}`, long > 0 ? `会期${durationInWords(long)}` : '']
    .filter(Boolean)
    .join('，')
}

/** Names of those with a part in the meeting. */
export const namesOf = ({ people }: MeetingRecord, part: MeetingRecord['people'][number]['part']): string =>
  people
    .filter((person) => person.part === part && person.name !== '')
    .map(({ name }) => name)
    .join('、')

/** 例会 has a chair, 培训 a leader: whoever is named as host. */
export const hostOf = (record: MeetingRecord): string => namesOf(record, 'host')
