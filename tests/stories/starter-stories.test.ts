import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deriveStory, sectionTexts } from '../../library/stories/derive-story.ts'
import { shownStory } from '../../library/stories/shown-story.ts'
import { storiesOfClause } from '../../library/stories/stories-of-clause.ts'
import { PublicStory } from '../../library/stories/story.schema.ts'
import { findSummaries, listStories } from '../../library/stories/summaries/list-stories.ts'
import { storyWords } from '../../library/stories/vocabulary/story-words.ts'
import { FrontMatter } from '../content/front-matter.schema.ts'
import { contentRoot, readContent } from '../content/read-content.ts'
import { openTestSession, type TestSession } from '../importing/test-session.ts'

const stories = readContent()
  .filter(({ folder }) => folder === 'stories')
  .map(({ body, frontMatter }) => ({ body, item: FrontMatter.parse(frontMatter) }))
  .map((story) => ({ ...story, id: story.item.identifier }))
const words = storyWords()

/** Words apart from how they are set. */
const bare = (text: string) => text.replace(/[\s“”‘’]/gu, '')

describe.each(stories)('the starter story $id', ({ id, body, item }) => {
  const part = PublicStory.parse(JSON.parse(readFileSync(new URL(`stories/${id}.story.json`, contentRoot), 'utf8')))

  it('is filed under words of the vocabulary', () => {
    expect(part.themes.length).toBeGreaterThan(0)
    expect(part.themes.filter((theme) => !words.themes.includes(theme))).toEqual([])
    expect(part.groups.filter((group) => !words.groups.includes(group))).toEqual([])
    expect(part.audience.filter((post) => !words.posts.includes(post))).toEqual([])
    expect(part.people.filter(({ post }) => post !== undefined && !words.posts.includes(post))).toEqual([])
    expect(part.audience).toEqual(expect.arrayContaining(item.posts.slice(0, 1)))
  })

  it('says of people, quotes, times and policies only what its text says', () => {
    const text = bare(body)
    expect(part.people.some(({ part: role }) => role === 'hero')).toBe(true)
    expect(part.people.filter(({ name }) => !text.includes(name))).toEqual([])
    expect(part.quotes.filter((quote) => !text.includes(bare(quote.text)))).toEqual([])
    expect(part.policies.filter(({ title }) => !text.includes(`《${title}》`))).toEqual([])
    expect(text).toContain(`${part.happenedFrom?.slice(0, 4)}年`)
  })

  it('is told much the same by its text alone', () => {
    const derived = deriveStory({ body, posts: item.posts })
    expect(derived.evidence).toBeGreaterThan(0)
    const cited = (policies: PublicStory['policies']) => new Set(policies.map(({ title }) => title))
    expect([...cited(part.policies)].filter((title) => !cited(derived.policies).has(title))).toEqual([])
  })

  it('has all its parts', () => {
    const { how: _, ...texts } = sectionTexts(body)
    expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([])
  })
})

describe('the starter stories in a library', () => {
  let session: TestSession
  beforeAll(async () => {
    session = await openTestSession()
    const result = await session.importPaths(
      ['policies', 'stories'].map((folder) => fileURLToPath(new URL(folder, contentRoot))),
    )
    expect(result.skipped).toEqual([])
  })
  afterAll(() => session.close())

  it('are listed with their themes, people, groups and evidence', async () => {
    const { db } = session.access
    const { total, facets } = await listStories(db, { limit: 50, offset: 0 })
    expect(total).toBe(stories.length)
    expect(facets.theme.length).toBeGreaterThan(5)
    const [one] = [...(await findSummaries(db, ['gushi-canji-butie-shangmen'])).values()]
    expect(one).toMatchObject({
      state: 'published',
      own: false,
      heroes: ['潘丽'],
      groups: ['残疾人', '困难家庭', '编外人员'],
      happenedFrom: '2022',
      evidence: 3,
    })
  })

  it('are read whole, with what explains their policies linked', async () => {
    const shown = await shownStory(session.access, 'gushi-canji-butie-shangmen')
    expect(shown.passages.filter(({ type }) => type === 'heading').map(({ heading }) => heading)).toContain(
      '哪里没做好',
    )
    expect(shown.story.policies[0]).toMatchObject({ title: '残疾人保障法', itemId: 'jiedu-canjiren-baozhang' })
    const told = await storiesOfClause(session.access.db, 'jiedu-canjiren-baozhang')
    expect(told.map(({ id }) => id)).toEqual(['gushi-canji-butie-shangmen'])
  })
})
