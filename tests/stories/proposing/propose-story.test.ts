import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraphsToMarkdown } from '../../../library/importing/readers/text-reader.ts'
import { type ProposedStory, proposeStory } from '../../../library/stories/proposing/propose-story.ts'
import { partsOfHeading } from '../../../library/stories/proposing/text/section-heading.ts'
import { StoryRecord } from '../../../library/stories/story.schema.ts'
import { evaluate, proposeWritten, tableOf, vocabulary } from './evaluate-proposals.ts'
import { allStories } from './written/all-stories.ts'
import { laterStories } from './written/later.ts'
import { unseenStories } from './written/unseen.ts'
import { plainText } from './written/written-story.ts'

const notes = (text: string): ProposedStory =>
  proposeStory({ markdown: paragraphsToMarkdown(text.split('\n')) }, vocabulary)

/** Only letters and numbers, so that marks and line ends tell nothing apart. */
const bare = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

/** All that a proposal says of its text. */
const said = ({ record, left, read }: ProposedStory) =>
  bare(
    [
      ...[record.title, record.summary, record.problem, record.done, record.failed, record.result, record.caution],
      ...Object.values(record.cost),
      record.evidence.how,
      ...record.quotes.flatMap(({ text, by }) => [text, by]),
      ...record.policies.flatMap(({ title, provision }) => [title, provision]),
      ...record.people.map(({ name }) => name),
      ...record.media.map(({ caption }) => caption),
      ...record.sources.flatMap(({ title, from, on }) => [title, from, on]),
      ...left,
      ...read.map(({ quote }) => quote),
    ].join('\n'),
  )

describe('thirty stories in five styles', () => {
  it('are read with few mistakes, field by field', async () => {
    const scores = await evaluate(allStories)
    const low = [...scores].filter(
      ([, { right, proposed, expected }]) => right < 0.7 * expected || right < 0.85 * proposed,
    )
    expect(
      low.map(([field]) => field),
      tableOf(scores),
    ).toEqual([])
    const all = [...scores.values()]
    const sum = (of: 'right' | 'proposed' | 'expected') => all.reduce((total, score) => total + score[of], 0)
    expect(sum('right') / sum('proposed'), tableOf(scores)).toBeGreaterThan(0.94)
    expect(sum('right') / sum('expected'), tableOf(scores)).toBeGreaterThan(0.93)
  })

  it('and sixteen more are, too', async () => {
    const scores = [...(await evaluate([...unseenStories, ...laterStories])).values()]
    const sum = (of: 'right' | 'proposed' | 'expected') => scores.reduce((total, score) => total + score[of], 0)
    expect(sum('right') / sum('proposed')).toBeGreaterThan(0.9)
    expect(sum('right') / sum('expected')).toBeGreaterThan(0.88)
  })

  it.each([...allStories, ...unseenStories, ...laterStories].map((story) => [story.name, story] as const))(
    '%s: nothing is lost and nothing invented',
    async (_, story) => {
      const proposed = await proposeWritten(story)
      const text = bare(plainText(story))
      const all = said(proposed)
      const lost = plainText(story)
        .split(/[\n。！？|；]/)
        // Who wrote a message when gives people and days, and is no sentence.
        .filter((part) => !/\d:\d\d$/.test(part))
        .map((part) => bare(part.replace(/^(?:.{1,12}：|【.*?】|#+|\*\*.*?\*\*)/, '')))
        .filter((part) => part.length > 12 && !all.includes(part.slice(0, 12)))
      expect(lost).toEqual([])
      const { record } = proposed
      const values = [
        ...record.places,
        ...record.people.map(({ name }) => name),
        ...record.quotes.map(({ text: quote }) => quote),
        ...record.policies.map(({ title }) => title),
        ...Object.values(record.cost).flatMap((value) => (value ?? '').split(/[；，]/)),
        ...record.evidence.how.split('；'),
      ]
      expect(values.filter((value) => !text.includes(bare(value)))).toEqual([])
      for (const part of [record.problem, record.done, record.failed, record.result, record.caution]) {
        for (const sentence of part.split(/[\n。]/)) expect(text).toContain(bare(sentence))
      }
      for (const { quote } of proposed.read) expect(quote).not.toBe('')
    },
  )
})

describe('a text that says little', () => {
  it('leaves empty what it does not say', () => {
    const { record } = notes('今天下雨，路滑。')
    expect(record).toMatchObject({
      title: '',
      places: [],
      people: [],
      posts: [],
      themes: [],
      policies: [],
      cost: {},
      quotes: [],
    })
    expect(record.happenedFrom).toBeUndefined()
    expect(record.evidence).toEqual({ how: '', kinds: [] })
  })

  it('lists what found no place', () => {
    const { left, record } = notes(
      '标题：一口锅\n启示：群众工作要用心。没有场地的村不宜照搬。\n联系人：王敏 13812345678',
    )
    expect(record.caution).toBe('没有场地的村不宜照搬。')
    expect(left).toContain('群众工作要用心。')
    expect([...left, record.problem, record.done].join()).toContain('13812345678')
  })
})

describe('messages', () => {
  it.each(['石红梅 2024/3/5 20:14', '2024-03-05 20:14:33 石红梅', '石红梅 2024年3月5日 晚上 8:14'])(
    'under %s give who and when',
    (line) => {
      const { record } = notes(
        `${line}\n今天去了马坪村，老人的药又断了\n${line.replace('石红梅', '覃勇')}\n我跟卫生院说，每月集中送一次`,
      )
      expect(record).toMatchObject({ places: ['马坪村'], happenedFrom: '2024-03-05', title: '' })
      expect(record.people.map(({ name }) => name)).toEqual(['石红梅', '覃勇'])
    },
  )
})

describe('days', () => {
  it.each([
    ['2024年3月5日，老人摔了一跤。', '2024-03-05'],
    ['二〇二四年三月，老人摔了一跤。', '2024-03'],
    ['2024-03-05，老人摔了一跤。', '2024-03-05'],
    ['2024.3.5，老人摔了一跤。', '2024-03-05'],
    ['2024/3/5，老人摔了一跤。', '2024-03-05'],
    ['２０２４年３月，老人摔了一跤。', '2024-03'],
    ['2024年春节前，老人常常要跑三趟。', '2024'],
    ['王敏1952年出生，老人常常要跑三趟。', undefined],
    ['每年3月老人都要跑三趟。', undefined],
    ['按照《某条例》（2019年修正），老人要跑三趟。', undefined],
    ['去年3月，老人常常要跑三趟。', undefined],
    ['2024年2月31日，老人摔了一跤。', '2024-02'],
  ])('%s', (text, expected) => {
    expect(notes(text).record.happenedFrom).toBe(expected)
  })
})

describe('any text', () => {
  const sentences = [...allStories, ...unseenStories, ...laterStories].flatMap((story) => plainText(story).split('\n'))
  const anyLine = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...sentences) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '<script>alert(1)</script>',
        '# 题目',
        '| 标题 | x |',
        '![a](javascript:alert(1))',
        '\u202e反',
        '“',
        '：',
      ),
    },
  )

  it('gives a record that is valid, says only what is there, and loses no sentence', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 14 }), (lines) => {
        const text = lines.join('\n')
        const proposed = notes(text)
        expect(StoryRecord.safeParse(proposed.record).success).toBe(true)
        const whole = bare(text)
        for (const { name } of proposed.record.people) expect(whole).toContain(bare(name))
        for (const place of proposed.record.places) expect(whole).toContain(bare(place))
        for (const part of [
          proposed.record.problem,
          proposed.record.done,
          proposed.record.result,
          proposed.record.failed,
        ])
          for (const piece of part.split(/[\n。！？；）]/)) expect(whole).toContain(bare(piece))
        const all = said(proposed)
        for (const line of lines) {
          const piece = bare(line.split(/[。！？：；|]/).at(-1) ?? '').slice(0, 10)
          // Days stand in the record in figures; headings in no text.
          const heads =
            (/\d{4}年.{0,12}[月日]/.test(line) && line.trim().length < 40) ||
            partsOfHeading(line).length > 0 ||
            line.includes('】')
          if (piece.length === 10 && !heads && !/\d:\d\d$/.test(line)) expect(all).toContain(piece)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('of a hundred thousand sentences is read up to a limit, and says so', () => {
    const { warnings, record, left } = notes(`题目\n${'老人常常要跑三趟，没有人管。'.repeat(20_000)}`)
    expect(warnings.join()).toContain('太长')
    expect(record.problem.length).toBeLessThanOrEqual(20_000)
    expect(left.length).toBeGreaterThan(0)
  })
})
