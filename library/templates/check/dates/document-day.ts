import type { DocumentText, LocatedParagraph } from '../reading/located-paragraph.ts'
import { findDays, type WrittenDay } from './find-days.ts'

/** The day a document bears: the last paragraph of its text that is nothing but a date (成文日期). */
export function documentDay({
  paragraphs,
}: DocumentText): { paragraph: LocatedParagraph; day: WrittenDay } | undefined {
  for (const paragraph of paragraphs.toReversed()) {
    if (paragraph.part !== '正文' || paragraph.cell) continue
    const day = wholeDay(paragraph.text)
    if (day) return { paragraph, day }
  }
  return undefined
}

/** The date when a whole line is nothing else. */
export function wholeDay(text: string): WrittenDay | undefined {
  const [day] = findDays(text)
  return day && /^[\s（(]*$/.test(text.slice(0, day.start)) && /^[\s）)]*$/.test(text.slice(day.end)) ? day : undefined
}
