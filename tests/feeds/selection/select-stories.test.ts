import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FeedDefinition } from '../../../library/feeds/feed.schema.ts'
import type { Candidate, ShownStory } from '../../../library/feeds/selection/candidate.ts'
import { agoInWords, monthsBefore, monthsSince } from '../../../library/feeds/selection/months.ts'
import { type Selection, selectStories } from '../../../library/feeds/selection/select-stories.ts'

const TODAY = '2026-11-21'

const story = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  theme: [],
  topic: [],
  post: [],
  place: [],
  group: [],
  audience: [],
  heroes: [],
  toldOn: '2026-10-01',
  evidence: 2,
  pictures: 0,
  ...more,
})
const shown = (id: string, more: Partial<ShownStory> = {}): ShownStory => ({
  id,
  theme: [],
  post: [],
  place: [],
  group: [],
  heroes: [],
  publishedAt: '2026-09-21T00:00:00.000Z',
  ...more,
})
type Wanted = Partial<Omit<Selection, 'definition'>> & { readonly definition?: object }
const select = ({ definition, ...more }: Wanted) =>
  selectStories({
    definition: FeedDefinition.parse({ title: '栏', ...definition }),
    today: TODAY,
    candidates: [],
    pinned: [],
    excluded: new Set(),
    shown: [],
    elsewhere: new Map(),
    examples: new Set(),
    ...more,
  })
const chosenIds = (wanted: Wanted) =>
  select(wanted)
    .filter(({ chosen }) => chosen)
    .map(({ id }) => id)

const onlyWeight = (name: string, weight = 3) => ({
  weights: { theme: 0, post: 0, place: 0, audience: 0, freshness: 0, evidence: 0, [name]: weight },
})

describe('the choice', () => {
  it('puts pinned stories first, in the order they were pinned, whatever else speaks', () => {
    const pinned = [story('pin-b', { evidence: 0 }), story('pin-a', { toldOn: '2001' })]
    const candidates = [story('good', { evidence: 3 }), ...pinned]
    expect(chosenIds({ candidates, pinned, definition: { issueSize: 3 } })).toEqual(['pin-b', 'pin-a', 'good'])
  })

  it('leaves excluded stories out', () => {
    const candidates = [story('a'), story('b')]
    expect(chosenIds({ candidates, excluded: new Set(['a']) })).toEqual(['b'])
  })

  it('follows the weights', () => {
    const candidates = [
      story('fresh', { toldOn: '2026-11-20', evidence: 1 }),
      story('known', { toldOn: '2025-01-01', evidence: 3 }),
    ]
    expect(chosenIds({ candidates, definition: { criteria: onlyWeight('freshness') } })[0]).toBe('fresh')
    expect(chosenIds({ candidates, definition: { criteria: onlyWeight('evidence') } })[0]).toBe('known')
  })

  it('takes made-up stories only while nobody has told a real one', () => {
    const candidates = [story('made-up', { evidence: 3, pictures: 9 }), story('told', { evidence: 0 })]
    const examples = new Set(['made-up', 'old'])
    expect(chosenIds({ candidates, examples })).toEqual(['told'])
    expect(chosenIds({ candidates: candidates.slice(0, 1), examples })).toEqual(['made-up'])
    expect(chosenIds({ candidates: candidates.slice(0, 1), examples, shown: [shown('old')] })).toEqual(['made-up'])
    expect(chosenIds({ candidates: candidates.slice(0, 1), examples, shown: [shown('x')] })).toEqual([])
    expect(chosenIds({ candidates, examples, pinned: candidates.slice(0, 1) })).toEqual(['made-up', 'told'])
    expect(select({ candidates, examples })[1]?.speaksAgainst).toContain('是随应用附带的示例故事，人物和数字都是虚构的')
  })

  it('prefers whom it is for', () => {
    const candidates = [story('a', { audience: ['民政岗'] }), story('b', { audience: ['驻村干部', '村干部'] })]
    const definition = { audience: ['村干部'], criteria: onlyWeight('audience') }
    expect(chosenIds({ candidates, definition })[0]).toBe('b')
  })

  it('prefers what was not in another column', () => {
    const candidates = [story('a', { toldOn: '2026-11-01' }), story('b')]
    expect(chosenIds({ candidates, elsewhere: new Map([['a', ['咱们村']]]) })[0]).toBe('b')
  })

  it('brings in posts that were not shown lately', () => {
    const candidates = [story('a', { post: ['民政岗'] }), story('b', { post: ['司法岗'] })]
    const definition = { criteria: onlyWeight('post') }
    expect(chosenIds({ candidates, definition, shown: [shown('x', { post: ['民政岗'] })] })[0]).toBe('b')
  })

  it('gives ties to the newer story, then by id', () => {
    const definition = { criteria: onlyWeight('evidence') }
    const candidates = [story('c'), story('b', { toldOn: '2026-11-02' }), story('a')]
    expect(chosenIds({ candidates, definition })).toEqual(['b', 'a', 'c'])
  })
})

describe('a hero who was told about', () => {
  const candidates = [story('again', { heroes: ['仲海燕'], evidence: 3 }), story('other', { heroes: ['王小梅'] })]

  it('rests for the months that the office set, and the reason says so', () => {
    const earlier = [shown('x', { heroes: ['仲海燕'] })]
    const judged = select({ candidates, shown: earlier, definition: { restMonths: 6 } })
    expect(judged.map(({ id, chosen }) => [id, chosen])).toEqual([
      ['other', true],
      ['again', false],
    ])
    expect(judged[1]?.speaksAgainst).toContain('同一主人公（仲海燕）两个月前讲过，定的是隔 6 个月再讲')
    expect(chosenIds({ candidates, shown: earlier, definition: { restMonths: 2 } })).toContain('again')
    expect(chosenIds({ candidates, shown: earlier, definition: { restMonths: 0 } })).toContain('again')
  })

  it('is not told about twice in one issue', () => {
    const twice = [...candidates, story('third', { heroes: ['仲海燕'], evidence: 3 })]
    const chosen = chosenIds({ candidates: twice, definition: { issueSize: 9 } })
    expect(chosen.filter((id) => id !== 'other')).toHaveLength(1)
  })

  it('is somebody with a name: 王某 is no reason', () => {
    const masked = [story('a', { heroes: ['王某'] }), story('b', { heroes: ['一位驻村干部'] })]
    const earlier = [shown('x', { heroes: ['王某', '一位驻村干部'] })]
    expect(chosenIds({ candidates: masked, shown: earlier })).toHaveLength(2)
  })
})

describe('the target mix', () => {
  const mix = [
    { dimension: 'group' as const, value: '老年人', share: 50 },
    { dimension: 'group' as const, value: '妇女', share: 30 },
    { dimension: 'group' as const, value: '种养户', share: 20 },
  ]
  const plenty = ['老年人', '妇女', '种养户', '志愿者'].flatMap((group) =>
    Array.from({ length: 30 }, (_, index) => story(`${group}-${String(index).padStart(2, '0')}`, { group: [group] })),
  )

  it('is reached where there are enough stories', () => {
    const chosen = chosenIds({ candidates: plenty, definition: { mix, issueSize: 10 } })
    const counts = Map.groupBy(chosen, (id) => id.split('-')[0])
    expect([...counts].map(([group, ids]) => [group, ids.length]).toSorted()).toEqual(
      [
        ['老年人', 5],
        ['妇女', 3],
        ['种养户', 2],
      ].toSorted(),
    )
  })

  it('comes no further away with any column that was one-sided before', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('老年人', '妇女', '种养户', '志愿者'), { maxLength: 40 }), (groups) => {
        const before = groups.map((group, index) => shown(`s${index}`, { group: [group] }))
        const chosen = chosenIds({ candidates: plenty, shown: before, definition: { mix, issueSize: 6 } })
        const after = [...groups, ...chosen.map((id) => id.split('-')[0] ?? '')]
        const distance = (all: readonly string[]) =>
          mix.reduce((sum, { value, share }) => {
            const now = all.length === 0 ? 0 : all.filter((group) => group === value).length / all.length
            return sum + Math.abs(now - share / 100)
          }, 0)
        expect(distance(after)).toBeLessThanOrEqual(distance(groups) + 0.34 / Math.max(1, after.length / 6))
      }),
      { numRuns: 200 },
    )
  })

  it('is spoken of in per cent of the column, never as a score', () => {
    const before = [shown('x', { group: ['妇女'] }), shown('y', { group: ['妇女'] })]
    const judged = select({ candidates: plenty, shown: before, definition: { mix, issueSize: 1 } })
    expect(judged[0]?.speaksFor).toContain('老年人讲得还不够：现在占 0%，定的是 50%')
    const women = judged.find(({ id }) => id.startsWith('妇女'))
    for (const says of women?.speaksAgainst ?? [])
      expect(says).toMatch(/^妇女(已经够了：现在占 \d+%，定的是 30%|再登一篇，就比定的 30% 多了)$/)
  })
})

describe('any selection', () => {
  const arbitrary = fc.record({
    candidates: fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 0, max: 500 }).map((number) => `s${number}`),
        theme: fc.subarray(['民生服务', '乡村振兴', '减负增效']),
        post: fc.subarray(['民政岗', '司法岗']),
        group: fc.subarray(['老年人', '妇女']),
        heroes: fc.subarray(['甲小花', '乙大山', '王某'], { maxLength: 2 }),
        evidence: fc.integer({ min: 0, max: 3 }),
        toldOn: fc.constantFrom('2026-11-01', '2025-02', '2020', undefined),
      }),
      { selector: ({ id }) => id, maxLength: 60 },
    ),
    issueSize: fc.integer({ min: 1, max: 12 }),
    restMonths: fc.constantFrom(0, 6),
  })

  it('is the same again, in whatever order the stories come; nothing twice, no more than an issue holds', () => {
    fc.assert(
      fc.property(arbitrary, fc.infiniteStream(fc.nat()), ({ candidates, issueSize, restMonths }, order) => {
        const stories = candidates.map(({ id, ...more }) => story(id, more))
        const definition = { issueSize, restMonths, mix: [{ dimension: 'group', value: '老年人', share: 40 }] }
        const judged = select({ candidates: stories, definition })
        const keys = new Map(stories.map(({ id }) => [id, order.next().value]))
        const mixed = stories.toSorted((a, b) => Number(keys.get(a.id)) - Number(keys.get(b.id)))
        expect(select({ candidates: mixed, definition })).toEqual(judged)
        expect(new Set(judged.map(({ id }) => id)).size).toBe(judged.length)
        const chosen = judged.filter((one) => one.chosen)
        expect(chosen.length).toBeLessThanOrEqual(issueSize)
        const named = chosen
          .flatMap(({ id }) => stories.find((one) => one.id === id)?.heroes ?? [])
          .filter((hero) => hero !== '王某')
        if (restMonths > 0) expect(new Set(named).size).toBe(named.length)
      }),
      { numRuns: 150 },
    )
  })

  it('finds a rare story among very many', () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      story(`s${String(index).padStart(5, '0')}`, { theme: ['乡村振兴'], evidence: 3 }),
    )
    const rare = story('rare', { theme: ['关爱干部'], evidence: 0, toldOn: '2010' })
    const mix = [{ dimension: 'theme', value: '关爱干部', share: 20 }]
    expect(chosenIds({ candidates: [...many, rare], definition: { mix, issueSize: 5 } })).toContain('rare')
  })
})

describe('time, as people say it', () => {
  it.each([
    ['2026-11-02', 0, '这个月'],
    ['2026-09-21', 2, '两个月前'],
    ['2025-11-21', 12, '一年前'],
    ['2024-05', 29, '两年多前'],
  ])('%s is %i months ago: %s', (day, months, says) => {
    expect(monthsSince(day, TODAY)).toBe(months)
    expect(agoInWords(months)).toBe(says)
  })

  it('ends with its month', () => {
    expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28')
    expect(monthsBefore('2026-01-15', 13)).toBe('2024-12-15')
  })
})
