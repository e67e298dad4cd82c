import type { QuizQuestion } from '../../../library/meetings/learning/path.schema.ts'
import { normalisedBlank } from './normalised-blank.ts'

/** What was given as an answer: ids of options, `true` or `false`, or the word that was written. */
export type GivenAnswer = readonly string[]

/** Whether a question can be asked at all: a trainer may not be done with it yet. */
export function canBeAsked(question: QuizQuestion): boolean {
  const { type, ask, options, isTrue, answers } = question
  if (ask.trim() === '') return false
  switch (type) {
    case 'judgement':
      return isTrue !== undefined
    case 'blank':
      return answers.some((answer) => normalisedBlank(answer) !== '')
    default:
      return options.length > 1 && options.some(({ right }) => right)
  }
}

export const isAnswered = (given: GivenAnswer): boolean => given.some((one) => one.trim() !== '')

export function isRight({ type, options, isTrue, answers }: QuizQuestion, given: GivenAnswer): boolean {
  const [first = ''] = given
  switch (type) {
    case 'judgement':
      return isTrue !== undefined && first === String(isTrue)
    case 'blank': {
      const said = normalisedBlank(first)
      return said !== '' && answers.some((answer) => normalisedBlank(answer) === said)
    }
    case 'single':
      return given.length === 1 && options.some(({ id, right }) => right && id === first)
    case 'multiple':
      return isAnswered(given) && options.every(({ id, right }) => (right ?? false) === given.includes(id))
  }
}
