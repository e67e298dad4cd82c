import { describe, expect, it } from 'vitest'
import { SETTABLE, setField } from '../../library/cli/set-field.ts'
import { StoryRecord } from '../../library/stories/story.schema.ts'

const record = StoryRecord.parse({
  format: 1,
  title: '修渠',
  cost: { money: '四十元' },
  evidence: { how: '', kinds: ['seen'] },
})

describe('setting a field of a story', () => {
  it('leaves all others as they are, for every field that can be set', () => {
    for (const field of SETTABLE) {
      const set = StoryRecord.parse(setField(record, field, '2024'))
      const [first = '', second] = field.split('/')
      const { [first as 'title']: now, ...rest } = set
      const { [first as 'title']: _, ...before } = record
      expect(rest, field).toEqual(before)
      const value: unknown = second === undefined ? now : (now as unknown as Record<string, unknown>)[second]
      expect([value].flat(), field).toEqual(['2024'])
    }
    expect(setField(record, 'cost/time', '三天')).toMatchObject({ cost: { money: '四十元', time: '三天' } })
    expect(setField(record, 'evidence/how', '看过')).toMatchObject({ evidence: { how: '看过', kinds: ['seen'] } })
  })

  it('takes several values between commas, and says which fields there are', () => {
    expect(setField(record, 'places', '石坪乡、高岭村，')).toMatchObject({ places: ['石坪乡', '高岭村'] })
    expect(() => setField(record, 'people', '王五')).toThrow('没有“people”这一项可以这样改')
  })
})
