import type { StoryRecord } from '../../story.schema.ts'
import type { PlacedText } from './place-sentences.ts'
import type { StoryHead } from './read-head.ts'
import type { StoryReading } from './story-reading.ts'
import { spanOf, textDays } from './text-days.ts'
import { orderedPlaces, textPlaces } from './text-places.ts'

const MOST_PLACES = 10
/** Sections that tell what happened then; what went wrong may have been years later. */
const TOLD = new Set(['problem', 'done', 'result', 'cost'])

/** When and where it happened. */
export function readTimeAndPlace(
  reading: StoryReading,
  placed: PlacedText,
  head: StoryHead,
  whole: string,
): { fields: Partial<StoryRecord>; writtenOn: string | undefined } {
  const interviewed =
    placed.values.some(({ field }) => field === 'told' || field === 'author') || head.authors.length > 0
  const reported = placed.values.find(({ field }) => field === 'reportedOn')
  const labelled = placed.values.filter(({ field }) => field === 'days')
  // 时间 beside 讲述人 or 作者, with one day, is when it was written down.
  const isWriting = ({ label, value }: { label: string; value: string }) =>
    interviewed && /^(?:时\s*间|日\s*期)$/.test(label) && textDays(value).length === 1
  const written = reported ?? labelled.find(isWriting)
  const writtenOn = (written && textDays(written.value)[0]?.date) ?? head.writtenOn
  if (written && writtenOn) reading.found('sources/0/on', `${written.label}：${written.value}`, 'certain', written.line)

  const fields: Partial<StoryRecord> = { ...readPlaces(reading, placed, head.title, whole) }
  const said = labelled.filter((value) => value !== written)
  const days = said.flatMap(({ value }) => textDays(value, writtenOn).map(({ date }) => date))
  const { from, to } = days.length > 0 ? spanOf(days) : daysTold(reading, placed, writtenOn)
  if (days.length > 0) {
    const first = said[0]
    if (first)
      reading.found('happenedFrom', `${first.label}：${first.value}`, 'certain', ...said.map(({ line }) => line))
  }
  if (from !== undefined) fields.happenedFrom = from
  if (to !== undefined) fields.happenedTo = to
  return { fields, writtenOn }
}

function daysTold(
  reading: StoryReading,
  placed: PlacedText,
  writtenOn: string | undefined,
): { from?: string; to?: string } {
  const around: { year?: number } = {}
  const days: { date: string; quote: string }[] = placed.speakers.flatMap(({ on, line }) =>
    on === undefined ? [] : [{ date: on, quote: line.text }],
  )
  for (const { part, text } of placed.sentences) {
    const found = textDays(text, writtenOn, around)
    if (TOLD.has(part)) days.push(...found.map(({ date }) => ({ date, quote: text })))
  }
  const span = spanOf(days.map(({ date }) => date))
  for (const [field, date] of [
    ['happenedFrom', span.from],
    ['happenedTo', span.to],
  ] as const) {
    const at = days.find((one) => one.date === date)
    if (at) reading.found(field, at.quote, 'likely')
  }
  return span
}

function readPlaces(
  reading: StoryReading,
  placed: PlacedText,
  title: string,
  whole: string,
): Pick<StoryRecord, 'places'> {
  const labelled = placed.values.filter(({ field }) => field === 'places')
  const said = labelled.flatMap(({ value }) => textPlaces(value))
  for (const { label, value, line } of labelled) reading.found('places', `${label}：${value}`, 'certain', line)
  // A label may name a place that bears no suffix: 枫树坳.
  const bare = labelled.flatMap(({ value }) => (textPlaces(value).length === 0 && value.length <= 12 ? [value] : []))
  const inText = textPlaces(`${title}\n${whole}`)
  const places = orderedPlaces([...said, ...inText])
  const names = [...new Set([...places.map(({ name }) => name), ...bare])].slice(0, MOST_PLACES)
  for (const name of names) {
    const start = whole.indexOf(name)
    reading.found(
      'places',
      whole.slice(Math.max(0, start - 10), start + name.length + 10).replace(/\n/g, ' '),
      'likely',
    )
  }
  return { places: names }
}
