import { describe, expect, it } from 'vitest'
import { emptyRecord } from '../../../renderer/stories/empty-record.ts'
import { isAnswered, questionForField, questions } from '../../../renderer/stories/telling/questions.ts'
import {
  decidedOn,
  isProposed,
  sourceOf,
  type ToldFrom,
  undecided,
  withProposed,
} from '../../../renderer/stories/telling/told-from.ts'

const told: ToldFrom = {
  record: { ...emptyRecord('一张清单'), problem: '要跑三趟。', cost: { money: '260 元' } },
  read: [{ field: 'problem', quote: '群众要跑三趟', confidence: 'likely' }],
  left: [],
  decided: [],
}

describe('what was read from notes', () => {
  const record = emptyRecord('一张清单')

  it('is shown where nothing was written yet', () => {
    expect(isProposed(told, record, 'problem')).toBe(true)
    expect(withProposed(told, record, ['problem']).problem).toBe('要跑三趟。')
  })

  it('is proposed too where it was kept at once and nobody has looked', () => {
    expect(isProposed(told, record, 'title')).toBe(true)
  })

  it('never takes the place of what somebody wrote', () => {
    const written = { ...record, problem: '我自己写的。' }
    expect(isProposed(told, written, 'problem')).toBe(false)
    expect(withProposed(told, written, ['problem'])).toBe(written)
  })

  it('is not proposed again once it was decided on', () => {
    const after = decidedOn(told, ['problem'])
    expect(isProposed(after, record, 'problem')).toBe(false)
    expect(undecided(after, record)).toEqual(['title', 'cost'])
  })

  it('proposes nothing where nothing was read', () => {
    expect(isProposed(told, record, 'done')).toBe(false)
    expect(isProposed(undefined, record, 'problem')).toBe(false)
  })

  it('says where a field was read', () => {
    expect(sourceOf(told, 'problem')?.quote).toBe('群众要跑三趟')
    expect(sourceOf(told, 'done')).toBeUndefined()
  })
})

describe('the questions', () => {
  it('are answered once anything was said to them', () => {
    const cost = questions.find(({ name }) => name === 'cost')
    if (!cost) throw new Error('cost is asked for')
    expect(isAnswered(emptyRecord(), cost)).toBe(false)
    expect(isAnswered({ ...emptyRecord(), cost: { money: '' } }, cost)).toBe(false)
    expect(isAnswered({ ...emptyRecord(), cost: { money: '260 元' } }, cost)).toBe(true)
  })

  it('lead from a field to the question that fills it', () => {
    expect(questionForField('people/0/name')?.name).toBe('people')
    expect(questionForField('evidence/how')?.name).toBe('result')
    expect(questionForField('nowhere')).toBeUndefined()
  })

  it('fill each part of the record at most once', () => {
    const roots = questions.flatMap((question) => question.roots)
    expect(new Set(roots).size).toBe(roots.length)
  })
})
