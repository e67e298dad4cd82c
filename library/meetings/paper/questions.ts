import type { Paragraph } from 'docx'
import { answerLine, optionsOf, QUESTION_TYPES } from '../deck/parts/quiz-drafts.ts'
import { plainLine, readLines } from '../deck/read-lines.ts'
import type { QuizQuestion } from '../learning/path.schema.ts'
import { clauseNames } from './clauses.ts'
import type { PaperContext } from './paper-context.ts'
import { type PaperLine, paragraphs, type TextType } from './paper-type.ts'

/** A question as it is asked: its options with boxes to tick, a blank to fill in. */
export function questionAsked(question: QuizQuestion, index: number, type: TextType): Paragraph[] {
  const asked: PaperLine = {
    runs: [{ text: question.ask, strong: true }, { text: `（${QUESTION_TYPES[question.type]}）` }],
    level: 0,
    keep: optionsOf(question).length > 0,
    marker: { number: `${index + 1}.` },
  }
  const options = optionsOf(question).map(
    ({ text }, at, all): PaperLine => ({
      keep: at < all.length - 1,
      runs: [{ text: `${question.type === 'judgement' ? '' : `${String.fromCharCode(65 + at)}. `}${text}` }],
      level: 1,
      marker: { number: '□' },
    }),
  )
  return paragraphs([asked, ...options], type)
}

/** Its answer, why, and the clause behind it. @param index of the question, where it stands elsewhere */
export function questionAnswered(
  question: QuizQuestion,
  index: number | undefined,
  type: TextType,
  partId: string,
  context: PaperContext,
): Paragraph[] {
  const answer = answerLine(question) ?? plainLine('答案：（没有写）')
  return [
    ...paragraphs(
      [{ ...answer, flush: true, keep: true, ...(index !== undefined && { marker: { number: `${index + 1}.` } }) }],
      type,
    ),
    ...paragraphs(
      readLines(question.why ?? '').map(
        (line): PaperLine => ({ ...line, level: line.level + (index === undefined ? 0 : 1), flush: true }),
      ),
      type,
    ),
    ...clauseNames(question.cites, partId, context),
  ]
}
