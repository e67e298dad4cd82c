import { describe, expect, it } from 'vitest'
import { DrillRecord } from '../../../library/meetings/drills/drill.schema.ts'
import type { ShownStory } from '../../../library/stories/story-view.ts'
import { checkDrill } from '../../../renderer/drills/checks/check-drill.ts'
import { drillFromStory } from '../../../renderer/drills/story/drill-from-story.ts'

const section = (heading: string, text: string) => ({
  anchor: heading,
  type: 'section' as const,
  heading,
  level: 0,
  path: [],
  html: '',
  text,
})

const story: ShownStory = {
  id: 'gushi-gongzi',
  title: '七个人的工钱',
  description: '一个下午理成一张表。',
  topics: ['劳动维权'],
  posts: ['司法岗'],
  places: ['平澜县', '云坞乡'],
  sources: [],
  story: {
    format: 1,
    themes: [],
    groups: [],
    audience: ['社会保障岗'],
    happenedFrom: '2023-12',
    people: [
      { name: '柳其昌', part: 'hero', post: '社会保障岗' },
      { name: '樊桂英', part: 'was-helped' },
    ],
    evidence: 3,
    policies: [],
    quotes: [{ text: '到政府就能要到', by: '樊桂英原来以为' }],
    media: [],
    sources: { total: 1, verified: 1 },
  },
  passages: [
    section('什么情况', '七个人的工钱没结。'),
    section('做了什么', '一个一个翻手机；截图。\n列成一张表。'),
    section('结果怎么样，怎么知道的', '两个月后拿到钱。'),
    section('什么情况下不要照搬', '没有证据的，先找证据。\n有人堵路的，先劝下来。'),
  ],
}

describe('a drill begun from a story', () => {
  const drill = drillFromStory(story, [{ id: 'p1', title: '保障农民工工资支付条例', provision: '第四条' }])

  it('is a drill as it is kept', () => {
    expect(DrillRecord.parse(drill)).toEqual(drill)
    expect(drill).toEqual(drillFromStory(story, [{ id: 'p1', title: '保障农民工工资支付条例', provision: '第四条' }]))
  })

  it('has its place and people, its matter as first turn and what was done as a choice', () => {
    expect(drill.setting).toBe('【请改】时间：2023年12月。地点：平澜县、云坞乡。大家一开始都知道什么，写在这里。')
    expect(drill.roles.map(({ name }) => name)).toEqual(['柳其昌', '樊桂英'])
    expect(drill.turns[0]).toMatchObject({
      text: '【请改】七个人的工钱没结。',
      lines: [{ role: 'r2', text: '到政府就能要到' }],
      choices: [
        {
          text: '【请改】一个一个翻手机',
          outcome: '一个一个翻手机；截图。\n列成一张表。',
          cites: [{ provision: '第四条' }],
        },
        { outcome: '' },
      ],
    })
    expect(drill.happened).toBe('两个月后拿到钱。')
    expect(drill.debrief.slice(1)).toEqual([
      '什么情况下不要照搬：没有证据的，先找证据。',
      '什么情况下不要照搬：有人堵路的，先劝下来。',
    ])
    expect(drill.story).toEqual({ title: '七个人的工钱', itemId: 'gushi-gongzi' })
  })

  it('says of itself what has to be put into other words', () => {
    expect(checkDrill(drill).filter(({ code }) => code === 'to-edit').length).toBeGreaterThan(3)
  })

  it('is whole also for a story that says next to nothing', () => {
    const bare = { ...story, passages: [], places: [], story: { ...story.story, people: [], quotes: [], audience: [] } }
    const drill = drillFromStory({ ...bare, title: '长'.repeat(300) }, [])
    expect(DrillRecord.parse(drill)).toEqual(drill)
    expect(drill.roles).toHaveLength(2)
    expect(drill.audience.posts).toEqual(['司法岗'])
  })
})
