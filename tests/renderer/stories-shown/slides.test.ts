import { describe, expect, it } from 'vitest'
import type { PassageView } from '../../../library/items/item-view.ts'
import type { ShownStory } from '../../../library/stories/story-view.ts'
import { showsStory } from '../../../renderer/stories-shown/home-story-choice.ts'
import { playerCommand, slideAfter } from '../../../renderer/stories-shown/slide-player.ts'
import { shortened, slidesOf, stayOf } from '../../../renderer/stories-shown/slides.ts'

const passage = (heading: string, text: string, path: string[] = []): PassageView => ({
  anchor: heading,
  type: 'section',
  heading,
  level: 0,
  path,
  html: '',
  text,
})

const picture = (sha256: string, more: object = {}) => ({ sha256, mediaType: 'image/jpeg', ...more })

const story = (more: Partial<ShownStory> = {}): ShownStory => ({
  id: 'gushi-a',
  title: '少跑一趟',
  description: '一上午做完十一个人的事。',
  topics: [],
  posts: [],
  places: ['平澜县', '石坪乡'],
  sources: [],
  passages: [
    passage('什么情况', '离县城远。'),
    passage('结果怎么样，怎么知道的', ''),
    passage('', '九人拿到证。八人领到补贴。\n\n图：集中评残', ['结果怎么样，怎么知道的']),
  ],
  story: {
    format: 1,
    themes: [],
    groups: [],
    audience: [],
    people: [{ name: '潘丽', part: 'hero', post: '残联岗' }],
    evidence: 2,
    policies: [],
    quotes: [{ text: '不用跑了', by: '一位老人' }],
    media: [],
    sources: { total: 0, verified: 0 },
  },
  ...more,
})

describe('the slides of a story', () => {
  it('begin with its title, say what came of it and what people said', () => {
    const slides = slidesOf('gushi-a', story())
    expect(slides.map(({ type }) => type)).toEqual(['title', 'result', 'quote'])
    expect(slides[0]).toMatchObject({ title: '少跑一趟', facts: ['石坪乡', '潘丽', '残联岗'], picture: undefined })
    expect(slides[1]).toMatchObject({ text: '九人拿到证。八人领到补贴。' })
  })

  it('show the cover beside the title and every other picture by itself; films are left out', () => {
    const media = [
      picture('a'),
      picture('b', { cover: true, alternative: '集中评残' }),
      { ...picture('c'), mediaType: 'video/mp4' },
    ]
    const told = story()
    const slides = slidesOf('gushi-a', { ...told, story: { ...told.story, media } })
    expect(slides.map((slide) => ('picture' in slide ? slide.picture?.sha256 : undefined))).toEqual([
      'b',
      'a',
      undefined,
      undefined,
    ])
  })

  it('stay longer the more there is to read', () => {
    const [title, , quote] = slidesOf('gushi-a', story({ description: '长'.repeat(80) }))
    if (!title || !quote) throw new Error('slides are missing')
    expect(stayOf(title, 'slow')).toBeGreaterThan(stayOf(quote, 'slow'))
    expect(stayOf(title, 'slower')).toBeGreaterThan(stayOf(title, 'slow'))
  })

  it('cut long texts between sentences', () => {
    const long = `${'甲'.repeat(60)}。${'乙'.repeat(60)}。`
    expect(shortened(long)).toBe(`${'甲'.repeat(60)}。`)
    expect(shortened('丙'.repeat(400))).toBe(`${'丙'.repeat(110)}……`)
    expect(shortened(' ')).toBe('')
  })
})

describe('the keys of the slideshow', () => {
  it('turn, stop, fill the screen and leave; others mean nothing', () => {
    expect(['ArrowRight', 'PageUp', ' ', 'f', 'Escape', 'End'].map(playerCommand)).toEqual([
      'next',
      'previous',
      'pause',
      'full',
      'leave',
      'last',
    ])
    expect(playerCommand('x')).toBeUndefined()
    expect(playerCommand('toString')).toBeUndefined()
  })

  it('begin again after the last slide, and stay at the first', () => {
    expect(slideAfter('next', 2, 3)).toBe(0)
    expect(slideAfter('previous', 0, 3)).toBe(0)
    expect(slideAfter('last', 0, 3)).toBe(2)
    expect(slideAfter('next', 0, 0)).toBe(0)
  })
})

describe('the story on the home page', () => {
  it('is put away for a day, or for good', () => {
    expect(showsStory(undefined, '2026-11-21')).toBe(true)
    expect(showsStory({ hiddenOn: '2026-11-21' }, '2026-11-21')).toBe(false)
    expect(showsStory({ hiddenOn: '2026-11-21' }, '2026-11-22')).toBe(true)
    expect(showsStory({ hidden: true }, '2027-01-01')).toBe(false)
  })
})
