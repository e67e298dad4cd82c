import type { StoryRecord } from '../../story.schema.ts'
import { personalDataIn } from '../check-text.ts'
import type { Found } from '../found.ts'
import { printedTexts } from '../printed-texts.ts'

/** Personal data and marks of secrecy in every text that would be printed. */
export function checkTexts(record: StoryRecord): Found[] {
  return printedTexts(record).flatMap(({ field, key, text, mediaId }) =>
    personalDataIn(text).map(({ start, end, quote, ...finding }) => ({
      ...finding,
      place: { field, start, end, quote, ...(mediaId !== undefined && { mediaId }) },
      about: [key, quote],
    })),
  )
}
