import { describe, expect, it } from 'vitest'
import { readChoices, typeByColumns } from '../../../library/meetings/responses/card-fields.ts'
import { CARD_QUESTIONS, type CardQuestion } from '../../../library/meetings/responses/card-questions.ts'
import { faultOf } from '../../../library/meetings/responses/response.schema.ts'

const question = (type: 'needs' | 'feedback', id: string) =>
  CARD_QUESTIONS[type].find((one) => one.id === id) as CardQuestion

describe('the cards', () => {
  const all = [...CARD_QUESTIONS.needs, ...CARD_QUESTIONS.feedback]

  it('ask for no name, no telephone and no mark', () => {
    for (const { ask, choices } of all) {
      const words = [ask, ...(choices ?? []).map(({ text }) => text)].join(' ')
      expect(words).not.toMatch(/姓名|电话|手机|身份证|评分|打分|分数|满意度/)
    }
  })

  it('have lines to write on where words are asked for, and choices that tell apart where not', () => {
    for (const { choices, lines, several } of all) {
      expect(choices === undefined ? lines : 0).toBe(choices === undefined ? Math.max(1, lines) : lines)
      if (choices) expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length)
      else expect(several).toBeUndefined()
      for (const { value } of choices ?? []) expect(value).not.toContain(' ')
    }
  })

  it.each([
    ['needs', 'hard', '窗口排长队', undefined],
    ['needs', 'form', 'drill story', undefined],
    ['needs', 'form', 'drill drill', '没有这个选项'],
    ['needs', 'form', 'dance', '没有这个选项'],
    ['needs', 'form-other', '到村里看', undefined],
    ['needs', 'hard-other', '别的', '卡片上没有这个问题'],
    ['needs', 'years', '1-3 4-10', '只能选一项'],
    ['needs', 'length', 'right', '卡片上没有这个问题'],
    ['feedback', 'length', 'right', undefined],
    ['feedback', 'post', '民政助理', '卡片上没有这个问题'],
    ['feedback', 'toString', '', '卡片上没有这个问题'],
  ] as const)('take of a %s card at %s what it has: %s', (type, id, answer, fault) => {
    expect(faultOf(type, id, answer)).toBe(fault)
  })
})

describe('a cell of a sheet', () => {
  it.each([
    ['years', '一到三年', '1-3', ''],
    ['years', 'B. 一到三年', '1-3', ''],
    ['years', '1～3年', '1-3', ''],
    ['years', '7', '4-10', ''],
    ['years', '半年左右', '', '半年左右'],
    ['years', '10年以上', 'over-10', ''],
    ['years', '不满1年', 'under-1', ''],
    ['form', '情景演练、讲身边的故事', 'story drill', ''],
    ['form', 'A、逐条领学；C、情景演练', 'clauses drill', ''],
    ['form', '案例分享┋实操练习┋唱歌', 'story hands-on', '唱歌'],
    ['form', '无', '', ''],
    ['form', '', '', ''],
  ] as const)('of %s that says “%s” is ticked at “%s”, with “%s” beside it', (id, cell, values, other) => {
    expect(readChoices(question('needs', id), cell)).toEqual({ values: values.split(' ').filter(Boolean), other })
  })

  it.each([
    ['正好', 'right', ''],
    ['太长了', 'too-long', ''],
    ['有点短', 'too-short', ''],
    ['不好说', '', '不好说'],
  ] as const)('of the length that says “%s” is “%s”', (cell, values, other) => {
    expect(readChoices(question('feedback', 'length'), cell)).toEqual({ values: values === '' ? [] : [values], other })
  })
})

describe('a sheet', () => {
  it.each([
    [['提交时间', '您的岗位', '在这个岗位多久了', '办事时最难办、最常被问住的是什么'], 'needs'],
    [['岗位', '培训需求', '希望的培训形式'], 'needs'],
    [['时间', '岗位', '哪些内容有用', '哪里没有讲清楚', '时间长短'], 'feedback'],
    [['序号', '收获', '意见建议'], 'feedback'],
  ] as const)('with the columns %j is of %s cards', (columns, type) => {
    expect(typeByColumns(columns)).toBe(type)
  })
})
