import { describe, expect, it } from 'vitest'
import type { Block, Deck, Slide } from '../../../library/meetings/deck/deck.ts'
import type { PictureFacts } from '../../../library/meetings/deck/deck-context.ts'
import { type DeckOptions, deckOf } from '../../../library/meetings/deck/deck-of.ts'
import { lookOf } from '../../../library/meetings/deck/looks.ts'
import { MaterialRecord } from '../../../library/meetings/materials/material.schema.ts'
import type { CitedState } from '../../../library/meetings/materials/material-view.ts'

const SHA = 'a'.repeat(64)
const picture = (id: string, more: object = {}) => ({
  id,
  sha256: SHA.replace(/^./, id.at(-1) ?? 'a'),
  name: `${id}.jpg`,
  mediaType: 'image/jpeg',
  size: 1,
  width: 1600,
  height: 900,
  ...more,
})
const cite = (id: string, provision = '第六十二条', text?: string) => ({ id, title: '土地管理法', provision, text })

function deck(record: object, states: readonly CitedState[] = [], options: Partial<DeckOptions> = {}): Deck {
  const whole = MaterialRecord.parse({ format: 1, title: '宅基地审批培训', ...record })
  return deckOf(whole, states, lookOf('quiet'), { on: '2026-11-21', ...options })
}
const meeting = (parts: object[], more: object = {}) => ({ type: 'meeting', parts, ...more })
const slidesOf = (part: object, options?: Partial<DeckOptions>, states?: readonly CitedState[]): readonly Slide[] =>
  deck(meeting([{ id: 'p', ...part }]), states, { wanted: ['p'], ...options }).slides

function wordsOf(block: Block): string {
  switch (block.type) {
    case 'picture':
      return `[${block.picture.alternative}]`
    case 'table':
      return [block.head, ...block.rows].map((row) => row.join('|')).join('\n')
    case 'choices':
      return block.choices
        .map(
          ({ key, lines, right }) =>
            `${key}${right ? '✓' : ''} ${lines.map((line) => line.runs.map(({ text }) => text).join('')).join('/')}`,
        )
        .join('\n')
    default:
      return block.lines
        .map(
          ({ marker, runs }) =>
            `${typeof marker === 'object' ? marker.number : marker ? '·' : ''}${runs.map(({ text }) => text).join('')}`,
        )
        .join('\n')
  }
}
const say = (slide: Slide | undefined) => slide?.blocks.map(wordsOf).join('\n')
const told = (slides: readonly Slide[]) => slides.map((slide) => [slide.layout, slide.kicker, slide.title, say(slide)])

describe('a meeting', () => {
  it('begins with a cover and the agenda with its clock, and ends', () => {
    const { slides, minutes } = deck(
      meeting(
        [
          {
            id: 'a',
            type: 'opening',
            title: '开场',
            minutes: 5,
            text: '今天三件事。',
            speaker: '王明',
            notes: '- 先**问好**',
          },
          { id: 'b', type: 'discussion', minutes: 15, questions: ['难在哪里？'] },
        ],
        {
          kind: 'training',
          office: '石坪乡党政办',
          on: '2026-11-21',
          startsAt: '09:00',
          place: '三楼会议室',
          purpose: '学会审批。',
        },
      ),
    )
    expect(minutes).toBe(20)
    expect(told(slides)).toEqual([
      ['cover', '业务培训', '宅基地审批培训', '石坪乡党政办\n2026年11月21日（星期六） 09:00　三楼会议室'],
      ['agenda', '共20分钟', '议程', '时间|环节|主讲|用时\n09:00|开场|王明|5分钟\n09:05|交流讨论||15分钟'],
      ['content', '开场', '开场', '今天三件事。'],
      ['ask', '交流讨论', '交流讨论', '难在哪里？'],
      ['end', undefined, '谢谢大家', '石坪乡党政办'],
    ])
    expect(slides.map(({ id }) => id)).toEqual(['_cover_1', '_agenda_1', 'a_1', 'b_1', '_end_1'])
    expect(slides[0]?.notes).toEqual(['学会审批。'])
    expect(slides[2]).toMatchObject({ minutes: 5, notes: ['09:00开始 · 5分钟 · 主讲：王明', '· 先问好'] })
  })

  it('shows only the parts that are asked for, with the ids they have in the whole', () => {
    const record = meeting(['a', 'b', 'c'].map((id) => ({ id, type: 'opening', title: id, text: `${id}。` })))
    const some = deck(record, [], { wanted: ['c', 'a'] }).slides
    expect(some.map(({ id }) => id)).toEqual(['a_1', 'c_1'])
    const all = deck(record).slides
    for (const slide of some) expect(all).toContainEqual(slide)
  })

  it('has three hundred slides in a moment', () => {
    const parts = Array.from({ length: 290 }, (_, at) => ({
      id: `p${at}`,
      type: 'discussion',
      questions: ['有什么难处？'],
    }))
    const { slides } = deck(meeting(parts))
    expect(slides.length).toBeGreaterThan(300)
    expect(new Set(slides.map(({ title }) => title)).size).toBe(slides.length)
  })
})

describe('政策领学', () => {
  const state = (citeId: string, more: Partial<CitedState>): CitedState => ({
    citeId,
    partId: 'p',
    title: '土地管理法',
    state: 'in-force',
    on: '2026-11-21',
    ...more,
  })

  it('says of each clause how it is valid, in words', () => {
    const words = '农村村民一户只能拥有一处宅基地。'.repeat(9)
    const states = [
      state('a', { effectiveFrom: '2020-01-01' }),
      state('b', { state: 'amended' }),
      state('c', { state: 'repealed' }),
      state('d', { state: 'not-yet', effectiveFrom: '2027-01-01' }),
      state('e', { state: 'withdrawn' }),
      state('f', { state: 'missing' }),
      state('g', { state: 'expired' }),
    ]
    const cites = states.map(({ citeId }, at) => cite(citeId, `第${'一二三四五六七'[at]}条`, words))
    const { slides, warnings } = deck(meeting([{ id: 'p', type: 'reading', cites }]), states, { wanted: ['p'] })
    expect([...new Set(slides.flatMap(({ citations }) => citations.map(({ says }) => says)))]).toEqual([
      '《土地管理法》第一条 · 现行 · 2020年1月1日起施行',
      '《土地管理法》第二条 · 已修改',
      '《土地管理法》第三条 · 已废止',
      '《土地管理法》第四条 · 尚未生效 · 2027年1月1日起施行',
      '《土地管理法》第五条 · 已撤回',
      '《土地管理法》第六条 · 资料库未收录，按引用时的文字',
      '《土地管理法》第七条 · 失效',
    ])
    expect(warnings.join()).toMatch(/第五条已从资料库撤回.*/)
    expect(warnings.join()).toContain('第三条已废止')
  })

  it('puts short clauses of one law together under their numbers, which are not said twice', () => {
    const cites = [
      cite('a', '第六十二条', '**第六十二条**　一户一宅。'),
      cite('b', '第六十三条', '第六十三条 可以入市。'),
    ]
    const [, both] = slidesOf({ type: 'reading', cites })
    expect(both?.title).toBe('《土地管理法》第六十二条、第六十三条')
    expect(both?.blocks).toMatchObject([
      { type: 'clause', heading: '第六十二条', lines: [{ runs: [{ text: '一户一宅。' }] }] },
      { type: 'clause', heading: '第六十三条', lines: [{ runs: [{ text: '可以入市。' }] }] },
    ])
    expect(both?.citations).toHaveLength(2)
  })

  it('goes on over slides with its number and its citation', () => {
    const slides = slidesOf({
      type: 'reading',
      cites: [cite('a', '第六十二条', '农村村民一户只能拥有一处宅基地。'.repeat(60))],
    })
    expect(slides.map(({ title }) => title)).toEqual([
      '政策领学',
      ...[1, 2, 3].map((at) => `《土地管理法》第六十二条（${at}/3）`),
    ])
    for (const { citations } of slides.slice(1)) expect(citations).toHaveLength(1)
  })
})

describe('a story', () => {
  const story = {
    title: '少跑三趟',
    place: '平澜县石坪乡',
    happened: '2023-05',
    summary: '一张单子。',
    sections: [
      { heading: '什么情况', text: '老人跑了四趟。' },
      { heading: '做了什么', text: `${'把缺什么写在一张单子上，一次说清。'.repeat(90)}` },
    ],
    quotes: [{ text: '这下不用再跑了。', by: '沈巧云' }],
  }

  it('is told in few words, and the rest is in the notes', () => {
    const slides = slidesOf({
      type: 'story',
      title: '身边的事',
      story,
      ask: ['您会怎么做？'],
      pictures: [picture('pic-b', { alternative: '窗口' })],
    })
    expect(told(slides.slice(0, 2))).toEqual([
      ['part', '身边故事', '身边的事', '《少跑三趟》\n平澜县石坪乡 · 2023年5月\n一张单子。'],
      ['content', '身边的事', '什么情况', '老人跑了四趟。\n[窗口]'],
    ])
    const long = slides.filter(({ title }) => title.startsWith('做了什么'))
    expect(long).toHaveLength(2)
    expect(long[0]?.notes[0]).toBe('（接着讲）')
    const all = `${long.map(say).join('')}${long[0]?.notes.slice(1).join('')}`.replace(/\n/g, '')
    expect(all).toBe(story.sections[1]?.text)
    expect(told(slides.slice(-2))).toEqual([
      ['content', '身边的事', '他们的话', '“这下不用再跑了。”'],
      ['ask', '身边的事', '说一说', '您会怎么做？'],
    ])
  })
})

describe('a scene', () => {
  const drill = {
    type: 'drill',
    format: 1,
    title: '材料不齐',
    setting: '周三上午，窗口。',
    roles: [{ id: 'r', name: '老人', about: '七十三岁。', secret: '怕白跑' }],
    turns: [
      {
        id: 't1',
        title: '第一句话',
        lines: [{ id: 'l', role: 'r', text: '同志，办个事。' }],
        ask: '你怎么说？',
        choices: [
          {
            id: 'a',
            text: '请他坐下',
            outcome: '他说清楚了。',
            worth: 'good',
            cites: [cite('k', '第三条', '一次告知。')],
          },
          { id: 'b', text: '让他回去', outcome: '他走了。', worth: 'poor', to: 'end' },
        ],
      },
      { id: 't2', title: '第二天', text: '他又来了。' },
    ],
    happened: '后来办成了。',
    debrief: ['学到什么？'],
  }

  it('has roles, setting, turns with choices, their outcomes with the clause, and what happened; nobody’s secret', () => {
    const slides = slidesOf({ type: 'scene', drill })
    expect(slides[0]).toMatchObject({ layout: 'part', title: '材料不齐', plays: 'p' })
    expect(told(slides).slice(1)).toEqual([
      ['content', '材料不齐', '场景', '周三上午，窗口。'],
      ['content', '材料不齐', '角色', '老人：七十三岁。'],
      ['content', '材料不齐', '第1幕 第一句话', '老人：同志，办个事。'],
      ['ask', '材料不齐 · 第1幕 第一句话', '第1幕：你怎么说？', 'A 请他坐下\nB 让他回去'],
      [
        'answer',
        '材料不齐 · 第1幕 第一句话',
        '第1幕：这样做的结果',
        'A 请他坐下（稳妥的做法）/他说清楚了。\nB 让他回去（容易出问题）/他走了。/→ 到这里就结束了',
      ],
      ['content', '材料不齐', '第2幕 第二天', '他又来了。'],
      ['content', '材料不齐', '后来是怎么办的', '后来办成了。'],
      ['ask', '材料不齐', '回头想一想', '学到什么？'],
    ])
    expect(slides.find(({ layout }) => layout === 'answer')).toMatchObject({
      citations: [{ citeId: 'k', says: '《土地管理法》第三条 · 资料库未收录，按引用时的文字' }],
      notes: ['《土地管理法》第三条：一次告知。'],
    })
    expect(JSON.stringify(slides)).not.toContain('怕白跑')
  })

  it('is a deck of its own as well', () => {
    const { slides } = deck({ ...drill }, [], { plays: 'yanlian-x' })
    expect(slides[0]).toMatchObject({ layout: 'cover', kicker: '情景演练', plays: 'yanlian-x' })
    expect(slides).toHaveLength(9)
  })
})

describe('an exercise', () => {
  const guide = {
    type: 'guide',
    format: 1,
    title: '查一条政策',
    needs: ['一台电脑'],
    steps: [
      {
        id: 's1',
        action: '按住 Ctrl，再按 K',
        picture: picture('pic-c', { alternative: '键盘' }),
        marks: [
          { id: 'm1', type: 'box', x: 0, y: 0, width: 0.5, height: 0.5, says: '搜索框' },
          { id: 'm2', type: 'number', x: 0.5, y: 0.5, says: '先按这里' },
        ],
        caution: '别松手。',
      },
      { id: 's2', action: `看${'清楚是不是现行有效的'.repeat(6)}条文`, detail: '看标签。' },
    ],
    done: '找到了。',
  }

  it('gives its tasks and then the guide’s steps with numbered marks', () => {
    const template = { itemId: 'x', title: '台账' }
    const slides = slidesOf({ type: 'exercise', title: '动手', tasks: ['查一条', '念出来'], template, guide })
    expect(told(slides)).toEqual([
      ['content', '动手练习', '动手', '1.查一条\n2.念出来\n用到的文书：《台账》'],
      ['content', '查一条政策', '开始之前要准备的', '·一台电脑'],
      ['picture', '查一条政策', '第1步 按住 Ctrl，再按 K', '·搜索框\n1.先按这里\n当心：别松手。\n[键盘]'],
      ['content', '查一条政策', '第2步', `${guide.steps[1]?.action}\n看标签。`],
      ['content', '查一条政策', '办完是这样的', '找到了。'],
    ])
    expect(slides[2]?.blocks.at(-1)).toMatchObject({ picture: { marks: guide.steps[0]?.marks } })
    const box = slides[2]?.frame.blocks.at(-1)
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(1600 / 900, 1)
  })

  it('is a deck of its own, step by step', () => {
    const { slides } = deck({ ...guide }, [], { wanted: ['s2'] })
    expect(slides.map(({ title }) => title)).toEqual(['查一条政策', '开始之前要准备的', '第1步', '办完是这样的'])
  })
})

describe('a quiz', () => {
  const questions = [
    {
      id: 'a',
      type: 'multiple',
      ask: '要哪些？',
      options: [
        { id: 'x', text: '申请书', right: true },
        { id: 'y', text: '户口簿', right: true },
        { id: 'z', text: '证明', right: false },
      ],
      why: '只要两样。',
      cites: [cite('k', '第五条')],
    },
    { id: 'b', type: 'judgement', ask: '可以口头申请。', isTrue: true },
    { id: 'c', type: 'blank', ask: '几日内？', answers: ['五日', '5日'] },
  ]

  it('asks first and answers on the next slide, with why and the clause', () => {
    const slides = slidesOf({ type: 'quiz', questions })
    expect(told(slides).slice(1)).toEqual([
      ['ask', '小测', '第1题（多选）', '要哪些？\nA 申请书\nB 户口簿\nC 证明'],
      ['answer', '小测', '第1题 答案', '要哪些？\nA✓ 申请书\nB✓ 户口簿\nC 证明\n答案：A、B\n只要两样。'],
      ['ask', '小测', '第2题（判断）', '可以口头申请。\nA 对\nB 错'],
      ['answer', '小测', '第2题 答案', '可以口头申请。\nA✓ 对\nB 错\n答案：对'],
      ['ask', '小测', '第3题（填空）', '几日内？'],
      ['answer', '小测', '第3题 答案', '几日内？\n答案：五日，或者 5日'],
    ])
    expect(slides[2]?.citations).toMatchObject([{ citeId: 'k' }])
  })

  it('stands in the slides of a learning path, after its overview', () => {
    const steps = [
      { id: 's1', type: 'read', title: '读条文', why: '天天用', itemId: 'x', minutes: 10 },
      { id: 's2', type: 'quiz', title: '考一考', questions, after: ['s1'], minutes: 5 },
    ]
    const { slides, minutes } = deck({ type: 'path', steps })
    expect(minutes).toBe(15)
    expect(say(slides[1])).toBe('|学什么|怎么学|用时|先学完\n1|读条文|读|10分钟|\n2|考一考|小测|5分钟|读条文')
    expect(slides.slice(2).map(({ title }) => title)).toEqual([
      '为什么学这些',
      ...[1, 2, 3].flatMap((at) => [`第${at}题（${['多选', '判断', '填空'][at - 1]}）`, `第${at}题 答案`]),
    ])
  })
})

describe('the closing', () => {
  it('ends with what is to be done, by whom and until when', () => {
    const todo = [
      { id: 'a', text: '贴出清单', who: '李红', dueOn: '2026-12-01' },
      { id: 'b', text: '回访' },
    ]
    expect(told(slidesOf({ type: 'closing', text: '今天到这里。', todo }))).toEqual([
      ['content', '小结', '小结', '今天到这里。'],
      ['content', '小结', '会后要做的', '要做的事|谁来做|什么时候前\n贴出清单|李红|2026年12月1日\n回访||'],
    ])
  })
})

describe('pictures', () => {
  it('stand beside text, two upright ones together, and with their own sides', () => {
    const upright = { width: 900, height: 1600, alternative: '人' }
    const slides = slidesOf({
      type: 'opening',
      text: '看图。',
      pictures: [
        picture('pic-1', { alternative: '路', caption: '修好的路' }),
        picture('pic-2', upright),
        picture('pic-3', upright),
        picture('pic-4', { alternative: '渠', caption: '水渠' }),
        picture('pic-5', { width: undefined, height: undefined, caption: '一张不知道大小的图片，说明也比较长一些' }),
      ],
    })
    expect(slides.map(({ blocks }) => blocks.filter(({ type }) => type === 'picture').length)).toEqual([1, 2, 1, 1])
    expect(slides[2]?.title).toBe('水渠')
    for (const { blocks, frame } of slides.slice(0, 3)) {
      for (const [at, block] of blocks.entries()) {
        const box = frame.blocks[at]
        if (block.type !== 'picture' || !box) continue
        expect(Math.abs(box.width / box.height - block.picture.width / block.picture.height)).toBeLessThan(0.02)
      }
    }
    expect(slides[3]?.blocks[0]).toMatchObject({
      picture: { alternative: '一张不知道大小的图片，说明也比较长一些', width: 0 },
    })
  })

  it('that cannot be shown are a sentence and a warning, and those without words a warning', () => {
    const pictures = [
      picture('pic-6', { caption: '会场' }),
      picture('pic-7'),
      picture('pic-8', { alternative: '好的' }),
    ]
    const facts = new Map<string, PictureFacts>([
      [pictures[0]?.sha256 ?? '', 'broken'],
      [pictures[2]?.sha256 ?? '', { width: 400, height: 300 }],
    ])
    const { slides, warnings } = deck(
      meeting([{ id: 'p', type: 'opening', title: '开场', text: '开始。', pictures }]),
      [],
      {
        wanted: ['p'],
        pictures: facts,
      },
    )
    expect(say(slides[0])).toContain('（图片“会场”没有放上来）')
    expect(warnings).toEqual([
      '“开场”的图片“会场”打不开，没有放上幻灯片。',
      '“开场”的图片“pic-7.jpg”没有文字说明，看不见的人不知道上面是什么。',
    ])
    expect(JSON.stringify(slides)).toContain('"width":400,"height":300')
  })
})
