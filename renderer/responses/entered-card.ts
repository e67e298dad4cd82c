import type { CardQuestion } from '../../library/meetings/responses/card-questions.ts'
import type { MaterialResponse } from '../../library/meetings/responses/response-view.ts'

/** A card while it is typed: words by question; of a question with choices their digits, from 1 in the card's order. */
export interface EnteredCard {
  readonly type: MaterialResponse['type']
  readonly givenOn: string
  readonly fields: Readonly<Record<string, string>>
}

/** Cards that were begun and not kept, by material: another tab does not lose them. */
const begun = new Map<string, EnteredCard>()

export const begunCard = (materialId: string): EnteredCard | undefined => begun.get(materialId)
export const keepBegun = (materialId: string, card: EnteredCard): void => void begun.set(materialId, card)

/** The choices that digits name, each once and in the card's order; one where only one may be ticked: the last typed. */
export function valuesOf(question: CardQuestion, digits: string): string[] {
  const choices = question.choices ?? []
  const typed = [...digits.normalize('NFKC').replace(/\D/g, '')].flatMap((digit) => choices[Number(digit) - 1] ?? [])
  const named = question.several ? typed : typed.slice(-1)
  return choices.flatMap((choice) => (named.includes(choice) ? [choice.value] : []))
}

/** The digits that name choices. */
export const digitsOf = (question: CardQuestion, values: readonly string[]): string =>
  (question.choices ?? []).flatMap(({ value }, at) => (values.includes(value) ? [String(at + 1)] : [])).join('')

/** What the service is given; undefined while nothing stands on it. */
export function cardToSend(
  { type, givenOn, fields }: EnteredCard,
  questions: readonly CardQuestion[],
): object | undefined {
  const answers: Record<string, string> = {}
  for (const question of questions) {
    const typed = (fields[question.id] ?? '').trim()
    const answer = question.choices ? valuesOf(question, typed).join(' ') : typed
    if (question.id !== 'post' && answer !== '') answers[question.id] = answer
  }
  const post = (fields.post ?? '').trim()
  if (Object.keys(answers).length === 0) return undefined
  return { id: crypto.randomUUID(), type, way: 'paper', givenOn, answers, ...(post !== '' && { post }) }
}
