import { z } from 'zod'
import { IsoDate } from '../../items/revision.schema.ts'
import { LONGEST_RESPONSE, saidLine, saidWords } from '../../stories/responses/response.schema.ts'
import { CARD_QUESTIONS } from './card-questions.ts'

export const CardType = z.enum(['needs', 'feedback'])

/** Words by question; what does not stand on the card, or names a choice that it has not, is no answer. */
const Answers = z.record(z.string().max(60), saidWords(LONGEST_RESPONSE))

/** A card as it is typed in. */
const NewCard = z
  .strictObject({
    /** Of the one who sends it, so that the same sent twice is kept once. */
    id: z.uuid().optional(),
    type: CardType,
    way: z.enum(['paper', 'window']).default('paper'),
    givenOn: IsoDate,
    post: saidLine(40).optional(),
    answers: Answers,
  })
  .superRefine(({ type, answers }, context) => {
    if (Object.keys(answers).length === 0) context.addIssue('这张卡片上没有写什么')
    for (const [question, answer] of Object.entries(answers)) {
      const why = faultOf(type, question, answer)
      if (why !== undefined) context.addIssue({ code: 'custom', path: ['answers', question], message: why })
    }
  })

export const NewCards = z.strictObject({
  responses: z.array(NewCard).min(1).max(500),
  /** False: refuse what holds personal data instead of masking it, so that it can be put differently. */
  mask: z.boolean().default(true),
})
export type NewCards = z.infer<typeof NewCards>

export const ChangedCard = z.strictObject({
  /** What the next version changed because of it; null takes the note back. */
  done: z
    .strictObject({ note: saidLine(500) })
    .nullable()
    .optional(),
  /** The words without what should not have been written, such as a name. */
  answers: Answers.optional(),
})
export type ChangedCard = z.infer<typeof ChangedCard>

export const MatchCards = z.strictObject({
  /** Which card it is; undefined to tell by the columns. */
  type: CardType.optional(),
  sheet: z.string().max(200).optional(),
  match: z
    .array(z.looseObject({ column: z.string().max(500), field: z.string().max(100).optional() }))
    .max(300)
    .optional(),
})

export const TakeCards = MatchCards.extend({ upload: z.uuid() })
export type TakeCards = z.infer<typeof TakeCards>

/** Why an answer is none to that question of the card; undefined when it is one. */
export function faultOf(type: z.infer<typeof CardType>, id: string, answer: string): string | undefined {
  const other = id.endsWith('-other')
  const question = CARD_QUESTIONS[type].find((one) => one.id === (other ? id.slice(0, -'-other'.length) : id))
  if (!question || question.id === 'post' || (other && !question.choices)) return '卡片上没有这个问题'
  if (other || !question.choices) return undefined
  const values = answer.split(' ')
  if (values.length > 1 && !question.several) return '只能选一项'
  const known = question.choices.map(({ value }) => value)
  return values.every((value, at) => known.includes(value) && values.indexOf(value) === at) ? undefined : '没有这个选项'
}
