import { describe, expect, it } from 'vitest'
import type { StepGuideRecord } from '../../../library/meetings/guides/step-guide.schema.ts'
import type { MaterialPicture } from '../../../library/meetings/materials/cited.schema.ts'
import {
  withoutPicture,
  withoutStep,
  withPictures,
  withStepAfter,
  withStepSplit,
  withStepTwice,
} from '../../../renderer/guides/steps/change-steps.ts'
import { saysTwoThings } from '../../../renderer/guides/steps/says-two-things.ts'

const picture = (id: string): MaterialPicture => ({
  id,
  sha256: 'a'.repeat(64),
  name: id,
  mediaType: 'image/png',
  size: 1,
})
const guideOf = (...steps: readonly (readonly [action: string, picture?: string])[]): StepGuideRecord => ({
  type: 'guide',
  format: 1,
  title: '办证',
  topics: [],
  audience: { posts: [], level: 'all' },
  needs: [],
  cites: [],
  steps: steps.map(([action, shown], at) => ({
    id: `s${at + 1}`,
    action,
    marks: [],
    ...(shown && { picture: picture(shown) }),
  })),
})
const inShort = ({ steps }: StepGuideRecord) => steps.map(({ action, picture }) => `${action}/${picture?.id ?? '-'}`)

describe('the steps of a guide', () => {
  it('pictures that are dropped become as many steps, the first one of the step meant if it has none', () => {
    const guide = guideOf(['一'], ['二', 'p'])
    const two = [picture('a'), picture('b')]
    expect(inShort(withPictures(guide, 0, two))).toEqual(['一/a', '/b', '二/p'])
    expect(inShort(withPictures(guide, 1, two))).toEqual(['一/-', '二/p', '/a', '/b'])
    expect(inShort(withPictures(guide, -1, two))).toEqual(['一/-', '二/p', '/a', '/b'])
    expect(withPictures(guide, 0, [])).toBe(guide)
  })

  it('are never more than a guide may have, and each has a name of its own', () => {
    const many = guideOf(...Array.from({ length: 99 }, (_, n) => [`${n}`] as const))
    const more = withPictures(many, -1, [picture('a'), picture('b')])
    expect(more.steps).toHaveLength(100)
    expect(new Set(more.steps.map(({ id }) => id)).size).toBe(100)
  })

  it('come, go, and come twice where they stand', () => {
    const guide = guideOf(['一'], ['二'])
    expect(inShort(withStepAfter(guide, 0))).toEqual(['一/-', '/-', '二/-'])
    expect(inShort(withStepTwice(guide, 0))).toEqual(['一/-', '一/-', '二/-'])
    expect(inShort(withoutStep(guide, 0))).toEqual(['二/-'])
  })

  it('a step that says two things becomes two', () => {
    const guide = guideOf(['点“我要办”，然后选事项。', 'p'], ['三'])
    expect(inShort(withStepSplit(guide, 0))).toEqual(['点“我要办”/p', '选事项/-', '三/-'])
    expect(withStepSplit(guide, 1)).toBe(guide)
  })

  it('a picture takes what was drawn on it with it', () => {
    const [step] = guideOf(['一', 'p']).steps
    const marked = { ...(step ?? { id: 's1', action: '' }), marks: [{ id: 'm1', type: 'number' as const, x: 0, y: 0 }] }
    expect(withoutPicture(marked)).toEqual({ id: 's1', action: '一', marks: [] })
  })
})

describe('two things in one step', () => {
  it.each([
    ['打开首页，然后点右上角的“我要办”', '打开首页', '点右上角的“我要办”'],
    ['填好姓名再点提交', '填好姓名', '点提交'],
    ['核对身份证号并且拍照', '核对身份证号', '拍照'],
  ])('are found in %s', (action, first, second) => expect(saysTwoThings(action)).toEqual({ first, second }))

  it.each(['点“再次提交”', '不再提醒', '点右上角', '', '再等三分钟', '选“再就业”'])('are not found in %s', (action) =>
    expect(saysTwoThings(action)).toBeUndefined(),
  )
})
