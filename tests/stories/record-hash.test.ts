import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalRecord, recordSha256 } from '../../library/stories/record-hash.ts'
import { StoryRecord } from '../../library/stories/story.schema.ts'
import { hostileRecord } from './arbitrary-record.ts'

const reordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, one]) => [name, reordered(one)]),
  )
}

describe("a record's canonical form", () => {
  it('is its own canonical form, and does not depend on the order of its parts', () => {
    fc.assert(
      fc.property(hostileRecord, (draft) => {
        const { record, sha256, json } = canonicalRecord(draft)
        expect(canonicalRecord(record)).toEqual({ record, sha256, json })
        expect(recordSha256(reordered(draft) as StoryRecord)).toBe(sha256)
        expect(recordSha256(StoryRecord.parse(JSON.parse(json)))).toBe(sha256)
      }),
      { numRuns: 300 },
    )
  })

  it('is the same for what says nothing and for what is absent', () => {
    const bare = StoryRecord.parse({ format: 1, title: '修渠' })
    const said = StoryRecord.parse({
      format: 1,
      title: ' 修渠 ',
      summary: ' ',
      cost: { money: '' },
      posts: [''],
      done: '\r\n',
    })
    expect(recordSha256(said)).toBe(recordSha256(bare))
  })

  it('is another for any other word', () => {
    const told = (done: string) => recordSha256(StoryRecord.parse({ format: 1, title: '修渠', done }))
    expect(told('挖了三天')).not.toBe(told('挖了三天。'))
  })
})
