import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locatePassage } from '../../../library/stories/process/locate-passage.ts'
import { wholeRecord } from './whole-record.ts'

const recordWith = (done: string) => wholeRecord('修渠', { done })
const found = (done: string, quote: string, field = 'done') => {
  const place = locatePassage(recordWith(done), field, quote)
  return place && done.slice(place.start, place.end)
}
const hans = fc.string({
  unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code)),
  maxLength: 60,
})

describe('quoted words', () => {
  it('are found wherever they stand after anything was written before and behind them', () => {
    fc.assert(
      fc.property(hans, hans, (before, behind) => {
        const quote = '返工了一次，花了两千元'
        expect(found(`${before}${quote}${behind}`, quote)).toBe(quote)
      }),
    )
  })

  it('are found with other blanks and line ends between them', () => {
    expect(found('开头没有量准，\n\n返工  一次，多花了三天。', '量准，返工一次')).toBe('量准，\n\n返工  一次')
  })

  it('are found after a few of them were changed', () => {
    const text = '开头没有量准坡度，冬天地冻，返工了两次，前后多花了三天半。后来请水利站来看过。'
    expect(found(text, '返工了一次，前后多花了三天')).toContain('返工了两次，前后多花了三天')
  })

  it('are found in the field they were moved to', () => {
    const record = wholeRecord('修渠', { done: '清淤。', failed: '开头没有量准坡度。' })
    expect(locatePassage(record, 'done', '没有量准坡度')).toEqual({ field: 'failed', start: 2, end: 8 })
  })

  it('are found in lists, and not in fields that no longer are', () => {
    const record = wholeRecord('修渠', { people: [{ id: 'p1', name: '张三', part: 'hero' }] })
    expect(locatePassage(record, 'people/0/name', '张三')).toEqual({ field: 'people/0/name', start: 0, end: 2 })
    expect(locatePassage(record, 'people/7/name', '李四')).toBeUndefined()
    expect(locatePassage(record, '__proto__/constructor', 'x')).toBeUndefined()
  })

  it('that are gone are said to be gone, and short ones are not guessed', () => {
    expect(found('清淤，再砌石护坡，前后用了二十天。', '村民代表大会一致通过了预算')).toBeUndefined()
    expect(found('清淤，再砌石护坡。', '护路')).toBeUndefined()
    expect(found('清淤', '  ')).toBeUndefined()
  })

  it('never point outside of the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.string({ minLength: 1, maxLength: 80 }), (text, quote) => {
        const record = recordWith(text)
        const place = locatePassage(record, 'done', quote)
        if (place?.field !== 'done') return
        expect(place.start).toBeGreaterThanOrEqual(0)
        expect(place.end).toBeLessThanOrEqual(text.length)
        expect(place.start).toBeLessThan(place.end)
      }),
      { numRuns: 500 },
    )
  })
})
