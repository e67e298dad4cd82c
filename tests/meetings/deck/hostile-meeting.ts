import { MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'

const sentence = '农村村民一户只能拥有一处宅基地，其宅基地的面积不得超过省、自治区、直辖市规定的标准。'
const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
const numbers = (rows: number, columns: number) => {
  const row = (at: number) =>
    `| ${Array.from({ length: columns }, (_, column) => `${at * 1000 + column}.${at}%`).join(' | ')} |`
  const head = `| ${Array.from({ length: columns }, (_, at) => `第${at + 1}季度（万元）`).join(' | ')} |`
  return [head, `|${' --- |'.repeat(columns)}`, ...Array.from({ length: rows }, (_, at) => row(at + 1))].join('\n')
}

/** Texts that no slide was made for. */
export const HOSTILE_TEXTS = {
  long: sentence.repeat(125),
  没有标点的条文: '农村集体经济组织成员'.repeat(500),
  word: `${word.repeat(4)} 之后接着说。`,
  emoji: `👨‍👩‍👧‍👦🇨🇳🏳️‍🌈✅⚠️${'👍🏽'.repeat(60)}好`.repeat(6),
  rare: `${'𠮷𪚥𡨴㐂'.repeat(300)}。${'〇'.repeat(200)}`,
  table: numbers(40, 8),
  wide: numbers(4, 20),
  cells: `| 事项 | 说明 |\n| --- | --- |\n| ${sentence.repeat(12)} | ${sentence.repeat(40)} |\n| 短 | 也短 |`,
  items: `有下列情形之一的，不予批准：\n\n${['一', '二', '三', '四', '五', '六', '七'].map((one) => `（${one}）${sentence.repeat(3)}`).join('\n\n')}`,
  nested: `- 一层${sentence}\n    - 二层${sentence}\n        - 三层${sentence}\n            1. 四层${sentence}\n            2. ${word}`,
  marks: '，。、》）！？；：'.repeat(200),
  quotes: '“‘（《「'.repeat(300),
  digits: '1234567890'.repeat(120),
  lines: '一\n'.repeat(150),
  mixed:
    `**${sentence}**Windows 11 与 WPS Office 的 PDF/A-2b，见 https://example.invalid/a/very/long/address?with=many&parts=of#it ，电话 0123-4567890。`.repeat(
      9,
    ),
  hidden: '一\u202e二\u0007三\ud800四\ufeff五'.repeat(30),
} as const

const cite = (id: string, text: string, title = '土地管理法') => ({ id, title, provision: '第六十二条', text })

/** A meeting in which every kind of part holds such texts. */
export function hostileMeeting(): MeetingRecord {
  const texts = Object.values(HOSTILE_TEXTS)
  const part = (at: number) => ({ id: `p${at}`, title: at % 3 === 0 ? texts[at % texts.length]?.slice(0, 150) : '' })
  return MeetingRecord.parse({
    type: 'meeting',
    format: 1,
    title: sentence.repeat(4).slice(0, 180),
    on: '2026-11-21',
    startsAt: '23:50',
    office: word.slice(0, 100),
    place: HOSTILE_TEXTS.emoji.slice(0, 150),
    parts: [
      ...texts.map((text, at) => ({ ...part(at), type: 'opening', minutes: 3, text: text.slice(0, 400), notes: text })),
      ...texts.map((text, at) => ({
        ...part(100 + at),
        type: 'reading',
        text: text.slice(0, 200),
        cites: [cite(`c${at}`, text, sentence.repeat(3)), cite(`d${at}`, '短的一条。'), cite(`e${at}`, '')],
      })),
      {
        ...part(200),
        type: 'story',
        ask: texts.map((text) => text.slice(0, 200)),
        story: {
          title: sentence.slice(0, 100),
          summary: sentence.repeat(20),
          place: '平澜县石坪乡',
          happened: '2023-05',
          sections: texts.slice(0, 12).map((text, at) => ({ heading: `第${at}段`, text })),
          quotes: texts.map((text) => ({ text: text.slice(0, 300), by: '沈巧云' })),
        },
      },
      {
        ...part(201),
        type: 'scene',
        drill: {
          type: 'drill',
          format: 1,
          title: '演练',
          setting: HOSTILE_TEXTS.items,
          roles: texts.map((text, at) => ({ id: `r${at}`, name: `角色${at}`, about: text.slice(0, 200) })),
          turns: texts.slice(5, 8).map((text, at) => ({
            id: `t${at}`,
            title: text.slice(0, 90),
            text: text.slice(0, 800),
            lines: [{ id: 'l1', role: `r${at}`, text: text.slice(0, 300) }],
            ask: text.slice(0, 280),
            choices: texts.slice(at * 4, at * 4 + 4).map((other, index) => ({
              id: `w${index}`,
              text: other.slice(0, 480),
              outcome: other.slice(0, 700),
              worth: 'poor',
              to: 'end',
              cites: [cite(`k${at}-${index}`, other.slice(0, 500), sentence), cite(`m${at}-${index}`, '短', sentence)],
            })),
          })),
          debrief: texts.map((text) => text.slice(0, 120)),
        },
      },
      {
        ...part(202),
        type: 'discussion',
        text: HOSTILE_TEXTS.cells,
        questions: texts.map((text) => text.slice(0, 200)),
      },
      {
        ...part(203),
        type: 'exercise',
        text: HOSTILE_TEXTS.nested,
        tasks: texts.map((text) => text.slice(0, 120)),
        guide: {
          type: 'guide',
          format: 1,
          title: '指南',
          needs: texts.map((text) => text.slice(0, 190)),
          steps: texts.map((text, at) => ({
            id: `s${at}`,
            action: text.slice(0, 190).trim(),
            detail: text.slice(0, 400),
            caution: text.slice(0, 280),
          })),
        },
      },
      {
        ...part(204),
        type: 'quiz',
        questions: texts.slice(2, 9).map((text, at) => ({
          id: `q${at}`,
          type: 'multiple',
          ask: text.slice(0, 300),
          options: texts
            .slice(0, 10)
            .map((other, index) => ({ id: `o${index}`, text: other.slice(0, 200), right: index < 3 })),
          why: text.slice(0, 300),
          cites: [cite(`f${at}`, text.slice(0, 300))],
        })),
      },
      {
        ...part(205),
        type: 'closing',
        text: HOSTILE_TEXTS.mixed,
        todo: texts.map((text, at) => ({
          id: `o${at}`,
          text: text.slice(0, 150),
          who: text.slice(0, 60),
          dueOn: '2026-12-31',
        })),
      },
    ],
  })
}
