import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CARD_QUESTIONS, type CardQuestion } from '../../../library/meetings/responses/card-questions.ts'
import { NewCards } from '../../../library/meetings/responses/response.schema.ts'
import { cardsEn } from '../../../renderer/responses/cards.en.ts'
import { cardsZhCN } from '../../../renderer/responses/cards.zh-CN.ts'
import { cardToSend, digitsOf, valuesOf } from '../../../renderer/responses/entered-card.ts'

const question = (type: 'needs' | 'feedback', id: string) =>
  CARD_QUESTIONS[type].find((one) => one.id === id) as CardQuestion

describe('digits', () => {
  it.each([
    ['needs', 'form', '31', 'clauses drill'],
    ['needs', 'form', '3，３ 1 9', 'clauses drill'],
    ['needs', 'form', '', ''],
    ['feedback', 'length', '12', 'right'],
    ['feedback', 'length', '0', ''],
  ] as const)('of a %s card at %s: %s tick %s', (type, id, digits, values) => {
    expect(valuesOf(question(type, id), digits).join(' ')).toBe(values)
  })

  it('name what was ticked by mouse, and the other way about', () => {
    const form = question('needs', 'form')
    fc.assert(
      fc.property(fc.subarray((form.choices ?? []).map(({ value }) => value)), (values) => {
        expect(valuesOf(form, digitsOf(form, values))).toEqual(values)
      }),
    )
  })
})

describe('a card that was typed', () => {
  const send = (type: 'needs' | 'feedback', fields: Record<string, string>) =>
    cardToSend({ type, givenOn: '2026-03-05', fields }, CARD_QUESTIONS[type])

  it('is what the service takes', () => {
    const card = send('needs', { post: ' 民政岗 ', years: '2', hard: ' 材料 ', topics: '  ', form: '23' })
    expect(NewCards.parse({ responses: [card] }).responses[0]).toMatchObject({
      type: 'needs',
      way: 'paper',
      post: '民政岗',
      answers: { years: '1-3', hard: '材料', form: 'story drill' },
    })
  })

  it('is none while nothing but the post stands on it, or what belongs to the other card', () => {
    expect(send('feedback', { post: '民政岗', hard: '材料', length: '9' })).toBeUndefined()
  })
})

it('has every question and choice of the cards in both languages, as they are printed', () => {
  const questions: Readonly<Record<string, string>> = cardsZhCN.question
  const choices: Readonly<Record<string, string>> = cardsZhCN.choice
  for (const { id, ask, choices: offered } of [...CARD_QUESTIONS.needs, ...CARD_QUESTIONS.feedback]) {
    expect(questions[id]).toBe(ask)
    expect(Object.keys(cardsEn.question)).toContain(id)
    for (const { value, text } of offered ?? []) {
      expect(choices[value]).toBe(text)
      expect(Object.keys(cardsEn.choice)).toContain(value)
    }
  }
})
