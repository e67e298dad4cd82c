import validate from '@ooxml-tools/validate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DrillRecord } from '../../../library/meetings/drills/drill.schema.ts'
import type { MaterialRecord } from '../../../library/meetings/materials/material.schema.ts'
import type { MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'
import { PAPERS_OF, type Paper } from '../../../library/meetings/paper/papers-of.ts'
import { CARD_QUESTIONS } from '../../../library/meetings/responses/card-questions.ts'
import { readDocx } from '../../content/read-docx.ts'
import { docxText } from './docx-text.ts'
import { openPaperDesk, type PaperDesk } from './paper-desk.ts'

let desk: PaperDesk
let training: MeetingRecord
let drill: DrillRecord

beforeAll(async () => {
  desk = await openPaperDesk()
  training = await desk.ready('meeting', 'chuangkou')
  drill = await desk.ready('drill', 'zhaijidi')
}, 60_000)
afterAll(() => desk.close())

const textOf = async (record: MaterialRecord, what: Paper) => docxText(await desk.paper(record, what))

describe('every paper of a meeting', () => {
  it.each(PAPERS_OF.meeting)(
    '%s is what Office reads without repair, and the same bytes every time',
    async (what) => {
      const bytes = await desk.paper(training, what)
      expect(Buffer.from(bytes).equals(Buffer.from(await desk.paper(training, what)))).toBe(true)
      const faults = (await validate(bytes, 'docx', 'Microsoft365')) as unknown as { description?: string }[]
      expect(faults.map(({ description }) => String(description).slice(0, 200))).toEqual([])
    },
    60_000,
  )

  it('is refused where the type has none, with what there is instead', async () => {
    await expect(desk.paper(drill, 'notice')).rejects.toMatchObject({
      code: 'PAPER_NOT_OF_THIS',
      what: '情景演练没有会议通知。',
      todo: expect.stringContaining('演练单、角色卡'),
    })
    await expect(desk.paper(await desk.ready('path', 'chuji'), 'guide')).rejects.toMatchObject({
      code: 'PAPER_NOT_OF_THIS',
    })
  })

  it('is not made with nothing on it', async () => {
    const regular = await desk.ready('meeting', 'lihui')
    for (const what of ['roles', 'drill', 'guide'] as const) {
      await expect(desk.paper(regular, what)).rejects.toMatchObject({ code: 'PAPER_NOTHING_ON_IT' })
    }
  })
})

describe('the notice', () => {
  it('has its head, number, title, facts, agenda as attachment, and who signs on the day', async () => {
    const text = await textOf(training, 'notice')
    expect(text.slice(0, 2)).toEqual(['石坪乡便民服务中心', '石便民〔2026〕4号'])
    expect(text).toContain('关于举办“窗口人员初级培训：\n一次说清，少跑一趟”的通知')
    expect(text).toContain('一、时间：2026年11月26日（星期四）13:30，会期3个半小时。')
    expect(text.filter((line) => /^[一二三四五六]、/.test(line)).map((line) => line.slice(2, 4))).toEqual([
      '时间',
      '地点',
      '参加',
      '主持',
      '有关',
      '会议',
    ])
    const end = text.indexOf('附件：会议议程')
    expect(text.slice(end).filter(Boolean).slice(0, 4)).toEqual([
      '附件：会议议程',
      '石坪乡便民服务中心',
      '2026年11月21日',
      '附件',
    ])
  })

  it('keeps to the measures of GB/T 9704-2012: margins, type, and 22 lines on a page', async () => {
    const parts = await readDocx(Buffer.from(await desk.paper(training, 'notice')))
    const xml = parts.get('word/document.xml')?.toString('utf8') ?? ''
    const [margin = ''] = /<w:pgMar [^>]*>/.exec(xml) ?? []
    const millimetres = (side: string) =>
      Math.round((Number(new RegExp(`w:${side}="(\\d+)"`).exec(margin)?.[1]) / 1440) * 25.4)
    expect(['top', 'bottom', 'left', 'right'].map(millimetres)).toEqual([37, 35, 28, 26])
    const paragraph = (words: string) =>
      [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([one]) => one).find((one) => one.includes(words)) ?? ''
    expect(paragraph('关于举办')).toMatch(/w:eastAsia="方正小标宋简体".*<w:sz w:val="44"\/>/s)
    const text = paragraph('现将有关事项通知如下')
    expect(text).toMatch(/w:eastAsia="仿宋_GB2312".*<w:sz w:val="32"\/>/s)
    expect(text).toMatch(/w:firstLineChars="200"/)
    expect(22 * Number(/<w:spacing [^>]*w:line="(\d+)"/.exec(text)?.[1])).toBeLessThanOrEqual((225 / 25.4) * 1440)
    expect(paragraph('一、时间')).toMatch(/w:eastAsia="黑体"/)
  })

  it('leaves what nobody has said to be written in', async () => {
    const { on: _, startsAt: __, office: ___, documentNumber: ____, ...rest } = training
    const text = await textOf({ ...rest, purpose: '', people: [], parts: [] }, 'notice')
    expect(text.join('\n')).toContain('定于    年  月  日举办')
    expect(text).toContain('（发文机关）')
    expect(text.join('\n')).not.toMatch(/undefined|附件/)
  })

  it('names a short agenda in its own text', async () => {
    const regular = await desk.ready('meeting', 'lihui')
    const text = await textOf({ ...regular, parts: regular.parts.slice(0, 3) }, 'notice')
    expect(text).toContain('1．开场：今天只办三件事（贺文澜）')
    expect(await textOf(regular, 'notice')).toContain('六、会议内容：见附件。')
  })
})

describe('the agenda', () => {
  it('has the clock, the matter and who speaks, and ends when the meeting does', async () => {
    const text = await textOf(training, 'agenda')
    const at = text.indexOf('13:40—14:00')
    expect(text.slice(at, at + 3)).toEqual(['13:40—14:00', '一张“还缺什么”的单子', '沈巧云'])
    expect(text).toContain('16:45—17:00')
  })

  it('gives how long each part takes while nobody has said when it begins', async () => {
    const { startsAt: _, ...rest } = training
    expect(await textOf(rest as MeetingRecord, 'agenda')).toContain('20分钟')
  })
})

describe("the speaker's script", () => {
  it('begins with the agenda and has for each part what to say, what is shown, and the clauses with their validity', async () => {
    const text = await textOf(training, 'script')
    expect(text.indexOf('议程')).toBeLessThan(text.indexOf('怎么讲'))
    for (const [at, part] of training.parts.entries()) {
      expect(text).toContain(`${at + 1}　${part.title}`)
      expect(text.join('')).toContain(part.notes.split('\n')[0])
    }
    const clause = text.indexOf('《社会救助暂行办法》第六十条')
    expect(text[clause + 1]).toBe('现行（截至2026年11月21日）')
    expect(text).toContain('资料库未收录，时效请另行核对（截至2026年11月21日）')
  })

  it('has questions with their answers and why', async () => {
    const text = await textOf(training, 'script')
    expect(text).toContain('答案：A')
    expect(text).toContain('先弄清是什么事、急不急，再看缺什么。很多材料自己就能查到。')
  })
})

describe('the handout', () => {
  it('holds nothing of the speaker, of a player alone, or of answers before its last page', async () => {
    const text = await textOf(training, 'handout')
    const all = text.join('\n')
    for (const { notes } of training.parts) expect(all).not.toContain(notes.split('\n')[0])
    const scene = training.parts.find((part) => part.type === 'scene')
    for (const role of scene?.type === 'scene' ? (scene.drill?.roles ?? []) : []) {
      if (role.secret) expect(all).not.toContain(role.secret.slice(0, 12))
    }
    for (const turn of scene?.type === 'scene' ? (scene.drill?.turns ?? []) : []) {
      for (const choice of turn.choices) expect(all).not.toContain(choice.outcome.slice(0, 15))
    }
    const last = text.findIndex((line) => line.startsWith('答案（先自己填'))
    expect(last).toBeGreaterThan(0)
    expect(text.slice(0, last).join('\n')).not.toMatch(/答案：|先弄清是什么事/)
    expect(text.slice(last)).toContain('1.\t答案：A')
  })

  it('leaves words out of clauses by number, each told on the last page', async () => {
    const text = await textOf(training, 'handout')
    const last = text.findIndex((line) => line.startsWith('答案（先自己填'))
    const asked =
      text
        .slice(0, last)
        .join('\n')
        .match(/＿(\d+)/g)
        ?.map((one) => Number(one.slice(1))) ?? []
    expect(asked.length).toBeGreaterThan(4)
    expect(asked).toEqual(asked.map((_, at) => at + 1))
    const told = text.slice(last).join('　　')
    for (const number of asked) expect(told).toMatch(new RegExp(`(^|　)${number}\\. \\S`))
  })

  it('of a drill alone has the setting and the roles, and neither choices nor secrets', async () => {
    const text = (await textOf(drill, 'handout')).join('\n')
    expect(text).toContain('佟师傅，四十六岁')
    expect(text).not.toContain('一天八百元')
    expect(text).not.toContain('请挖机师傅熄火')
  })
})

describe('the sign-in sheet', () => {
  it('has everybody in order with rows for more, however many they are', async () => {
    const people = Array.from({ length: 300 }, (_, at) => ({
      id: `p${at}`,
      name: `代表${at + 1}`,
      part: at === 299 ? ('host' as const) : ('attendee' as const),
      post: '村民代表',
    }))
    const text = await textOf({ ...training, people }, 'sign-in')
    expect(text[text.indexOf('1') + 1]).toBe('代表300')
    expect(text[text.indexOf('300') + 1]).toBe('代表299')
    expect(text).toContain('304')
  })
})

describe('the minutes form', () => {
  it('has the facts, every part, and what is to be decided with room for more', async () => {
    const text = await textOf(training, 'minutes')
    expect(text).toContain('2026年11月26日（星期四）13:30，会期3个半小时')
    expect(text).toContain('2．一张“还缺什么”的单子（沈巧云）')
    const at = text.indexOf('时限')
    expect(text.slice(at - 2, at + 3)).toEqual([
      '事项',
      '责任人',
      '时限',
      '“还缺什么”的单子定稿，印大字，各窗口各一张',
      '便民服务中心',
    ])
  })
})

describe('the cards', () => {
  it.each(['needs', 'feedback'] as const)('for %s ask the questions of the card, twice on a page', async (type) => {
    const text = await textOf(training, `${type}-card`)
    for (const [at, { ask, choices = [] }] of CARD_QUESTIONS[type].entries()) {
      expect(text.filter((line) => line.startsWith(`${at + 1}. ${ask}`))).toHaveLength(2)
      for (const choice of choices) expect(text.join('\n')).toContain(`□ ${choice.text}`)
    }
    expect(text.join('\n')).not.toMatch(/姓名|签名|评分/)
  })
})

describe('the drill on paper', () => {
  it('gives each role a card with its own secret and nobody else’s', async () => {
    const xml = await textOf(drill, 'roles')
    const starts = drill.roles.map(({ name }) => xml.indexOf(name))
    for (const [at, role] of drill.roles.entries()) {
      const card = xml.slice(starts[at], starts[at + 1]).join('\n')
      for (const other of drill.roles) {
        if (!other.secret) continue
        expect(card.includes(other.secret.slice(0, 20))).toBe(other.id === role.id)
      }
    }
  })

  it('tells its leader every way, where each leads, and the clause behind it', async () => {
    const text = await textOf(drill, 'drill')
    expect(text.filter((line) => /^转到 \d$/.test(line)).length).toBe(
      drill.turns.flatMap(({ choices }) => choices.filter(({ to }) => to !== 'end')).length,
    )
    const burenchi = text.indexOf('当场拿卷尺量，量完说谁占了谁的')
    expect(text.slice(burenchi, burenchi + 5)).toContain('转到 3')
    expect(text.join('\n')).toContain('A 的依据：《人民调解法》第二十条　现行（截至2026年11月21日）')
    expect(text.join('\n')).toContain('只有他知道：三十厘米你其实不太在乎')
  })
})

describe('the step guide on paper', () => {
  it('says what every mark says under its picture, by the number that is drawn', async () => {
    const text = await textOf(await desk.ready('guide', 'diannao'), 'guide')
    expect(text).toContain('1　按住 Ctrl，再按一下 K')
    expect(text).toContain('① 先按住 Ctrl　　② 再按 K　　箭头：搜索框出现')
    expect(text).toContain('当心：外省外县的钱数、面积、天数，不能当成本地的。')
  })
})
