import { describe, expect, it } from 'vitest'
import type { MeetingPart } from '../../../library/meetings/outline/outline.schema.ts'
import { citedIn, fitInto } from '../../../renderer/meetings/adding/fit-into.ts'
import { standsIn } from '../../../renderer/meetings/adding/take-in.ts'
import { emptyPart } from '../../../renderer/meetings/outline/empty-part.ts'
import { withLeftOut } from '../../../renderer/meetings/part/told-sections.ts'

const clause = (anchor: string) => ({ id: 'c1', title: '土地管理法', itemId: 'land-law', anchor, provision: anchor })
const reading = (anchor: string) => ({ ...emptyPart('reading', `土地管理法${anchor}`, 10), cites: [clause(anchor)] })
const told = { title: '公示栏搬到小卖部', from: { id: 'story-1' }, sections: [], quotes: [] }
const story = (): MeetingPart => ({ ...emptyPart('story', told.title, 15), story: told }) as MeetingPart

describe('what waits in the outline for something', () => {
  it('a story not chosen yet takes one, and keeps its own title, minutes and notes', () => {
    const waiting = { ...emptyPart('story', '讲一个故事', 8), id: 'p3', notes: '停一停' }
    expect(fitInto(waiting, story())).toMatchObject({
      id: 'p3',
      title: '讲一个故事',
      minutes: 8,
      notes: '停一停',
      story: told,
    })
  })

  it('a reading without a clause takes one; what is nameless takes its name', () => {
    const fitted = fitInto({ ...emptyPart('reading', '', 0), id: 'p2' }, reading('第六十二条'))
    expect(fitted).toMatchObject({ id: 'p2', title: '土地管理法第六十二条', minutes: 10 })
    expect(fitted?.cites).toHaveLength(1)
  })

  it('what has its own already, or is of another kind, takes nothing', () => {
    expect(fitInto(story(), story())).toBeUndefined()
    expect(fitInto(reading('第一条'), reading('第二条'))).toBeUndefined()
    expect(fitInto(emptyPart('scene', '', 0), story())).toBeUndefined()
    expect(fitInto(emptyPart('opening', '', 0), reading('第一条'))).toBeUndefined()
  })

  it('a clause is cited beside others once, under an id of its own', () => {
    const both = citedIn(reading('第一条'), reading('第二条'))
    expect(both?.cites.map(({ anchor }) => anchor)).toEqual(['第一条', '第二条'])
    expect(new Set(both?.cites.map(({ id }) => id)).size).toBe(2)
    expect(both && citedIn(both, reading('第二条'))).toBeUndefined()
  })
})

describe('what stands in a meeting already', () => {
  const record = { type: 'meeting', parts: [reading('第一条'), story()] } as never
  it.each([
    [{ itemId: 'land-law', anchor: '第一条' }, true],
    [{ itemId: 'land-law', anchor: '第二条' }, false],
    [{ itemId: 'land-law' }, false],
    [{ itemId: 'story-1' }, true],
    [{ itemId: 'story-2' }, false],
  ])('%j: %s', (reference, stands) => expect(standsIn({ record }, reference)).toBe(stands))
})

describe('sections of a story that were left out', () => {
  const sections = ['问题', '做法', '结果'].map((heading) => ({ heading, text: `${heading}的原文` }))
  const whole = { ...told, sections }

  it('come back to their place, and those that were rewritten stay as they are', () => {
    const mine = { ...told, sections: [{ heading: '结果', text: '改过的' }] }
    const { story: next, back } = withLeftOut(mine, whole)
    expect(back).toBe(2)
    expect(next.sections.map(({ heading, text }) => [heading, text])).toEqual([
      ['问题', '问题的原文'],
      ['做法', '做法的原文'],
      ['结果', '改过的'],
    ])
  })

  it('the story stays itself when nothing was left out', () => {
    expect(withLeftOut(whole, whole)).toEqual({ story: whole, back: 0 })
  })
})
