import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoryFilter } from '../../../library/stories/story-view.ts'
import { factsOfOwn } from '../../../library/stories/summaries/facts-of-own.ts'
import { filterStories } from '../../../library/stories/summaries/filter-stories.ts'
import { summaryRow } from '../../../library/stories/summaries/keep-summary.ts'
import { type ListedStory, listed } from '../../../library/stories/summaries/listed-stories.ts'
import { storyWords } from '../../../library/stories/vocabulary/story-words.ts'
import { generatedStory } from './generated-stories.ts'

const words = storyWords()
const all = Array.from({ length: 400 }, (_, at) => listed(summaryRow(factsOfOwn(generatedStory(at)))))
const page = { limit: 50, offset: 0 }
const one = (field: (story: ListedStory) => readonly string[]) =>
  fc.option(fc.constantFrom(...new Set(all.flatMap(field)), '没有这个'), { nil: undefined })

const filter: fc.Arbitrary<StoryFilter> = fc.record({
  q: fc.option(fc.constantFrom('水渠', 'sq', '石坪乡', '水渠 石', '没有'), { nil: undefined }),
  state: fc.option(fc.constantFrom('draft', 'published', 'in-work', 'retired'), { nil: undefined }),
  theme: one(({ themes }) => themes),
  post: one(({ posts }) => posts),
  place: one(({ places }) => places),
  group: one(({ groups }) => groups),
  limit: fc.constant(50),
  offset: fc.constant(0),
})
const ids = (stories: readonly ListedStory[]) => stories.map(({ id }) => id).toSorted()

describe('filtering stories', () => {
  it('leaves those that every filter leaves by itself', () => {
    fc.assert(
      fc.property(filter, (asked) => {
        const single = Object.entries(asked)
          .filter(([name, value]) => value !== undefined && !(name in page))
          .map(
            ([name, value]) => new Set(ids(filterStories(all, { ...page, [name]: value }, words, undefined).stories)),
          )
        const expected = ids(all).filter((id) => single.every((left) => left.has(id)))
        expect(ids(filterStories(all, asked, words, undefined).stories)).toEqual(expected)
      }),
      { numRuns: 150 },
    )
  })

  it('counts for each value exactly what choosing it would leave', () => {
    fc.assert(
      fc.property(filter, (asked) => {
        const { facets } = filterStories(all, asked, words, undefined)
        for (const facet of ['state', 'theme', 'post', 'place', 'group'] as const) {
          for (const { value, count } of facets[facet]) {
            const chosen = filterStories(all, { ...asked, [facet]: value }, words, undefined).stories
            expect(chosen.length, `${facet} ${value}`).toBe(count)
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  it('puts values in the order of the vocabulary, never of their counts, and unknown ones after by their sound', () => {
    const { facets } = filterStories(all, page, words, undefined)
    const themes = facets.theme.map(({ value }) => value)
    expect(themes).toEqual(words.themes.filter((theme) => themes.includes(theme)))
    expect(facets.state.map(({ value }) => value)).toEqual([
      'draft',
      'submitted',
      'verified',
      'approved',
      'published',
      'retired',
    ])
    const own = { ...(all[0] as ListedStory), themes: ['自编主题', '安居', '关爱干部'] }
    const mixed = filterStories([own], page, words, undefined).facets.theme.map(({ value }) => value)
    expect(mixed).toEqual(['关爱干部', '安居', '自编主题'])
  })

  it('takes a year as all its days', () => {
    const dated = (happenedFrom: string | undefined, at: number) => ({ ...(all[at] as ListedStory), happenedFrom })
    const stories = ['2024', '2024-06', '2024-06-15', '2025', undefined].map(dated)
    const left = (from?: string, until?: string) =>
      filterStories(stories, { ...page, from, until }, words, undefined).stories.map(({ happenedFrom }) => happenedFrom)
    expect(left('2024-06-10', '2024-06-20').toSorted()).toEqual(['2024', '2024-06', '2024-06-15'])
    expect(left('2025')).toEqual(['2025'])
    expect(left(undefined, '2023')).toEqual([])
  })

  it('shows titles first to whoever types words', () => {
    const [first, second, third] = all as [ListedStory, ListedStory, ListedStory]
    const stories = [
      { ...first, title: '别的', titleInitials: 'bd', searchKey: '水渠', updatedAt: '2026-03' },
      { ...second, title: '修水渠', titleInitials: 'xsq', searchKey: '修水渠\nxsq', updatedAt: '2026-01' },
      { ...third, title: '水渠', titleInitials: 'sq', searchKey: '水渠\nsq', updatedAt: '2026-02' },
    ]
    const titles = (sort?: StoryFilter['sort']) =>
      filterStories(stories, { ...page, q: '水渠', sort }, words, undefined).stories.map(({ title }) => title)
    expect(titles()).toEqual(['水渠', '修水渠', '别的'])
    expect(titles('updated')).toEqual(['别的', '水渠', '修水渠'])
    expect(titles('title')).toEqual(['别的', '水渠', '修水渠'])
  })
})
