import { describe, expect, it } from 'vitest'
import { wordsToShow } from '../../../renderer/search/words-to-show.ts'

describe('the words of a query, shown between quotation marks', () => {
  it.each(['"村民会议"', '“村民会议”', '「村民会议」', '＂村民会议＂', ' "村民会议" ', '" 村民会议 "'])(
    'are those of a quoted phrase without its own marks: %s',
    (query) => expect(wordsToShow(query)).toBe('村民会议'),
  )

  it.each(['低保 申请', '"村民会议" 决定', '"村民会议" "讨论决定"', '"村民会议', '""', '"', ''])(
    'are as typed where the marks are not around all of it: %s',
    (query) => expect(wordsToShow(query)).toBe(query),
  )
})
