import type { QuizQuestion } from '../../learning/path.schema.ts'
import type { Block, Line } from '../deck.ts'
import type { DeckContext } from '../deck-context.ts'
import { plainLine, readLines } from '../read-lines.ts'
import type { DraftBlock, SlideDraft } from '../slide-draft.ts'
import { clauseDrafts, clauseNote } from './clause-drafts.ts'
import { inPart, lineBlocks, type PartFrame } from './part-frame.ts'

/** 单选, 多选 … */
export const QUESTION_TYPES = { single: '单选', multiple: '多选', judgement: '判断', blank: '填空' } as const

/** Clauses told at the foot of an answer; further ones have slides of their own. */
const BESIDE = 2

/** Each question on a slide, and then with its answer, the reason and the clause. */
export function quizDrafts(frame: PartFrame, questions: readonly QuizQuestion[], context: DeckContext): SlideDraft[] {
  return questions.flatMap((question, index): SlideDraft[] => {
    const number = `第${index + 1}题`
    const ask: DraftBlock[] = lineBlocks([{ runs: [{ text: question.ask, strong: true }], level: 0 }])
    const options = optionsOf(question)
    const cites = question.cites.slice(0, BESIDE).map((cite) => context.citation(cite, frame.partId ?? ''))
    const answered: DraftBlock[] = [...lineBlocks([answerLine(question)]), ...lineBlocks(readLines(question.why ?? ''))]
    return [
      {
        ...inPart(frame),
        layout: 'ask',
        title: `${number}（${QUESTION_TYPES[question.type]}）`,
        blocks: [...ask, ...optionBlocks(options, false)],
      },
      {
        ...inPart(frame),
        layout: 'answer',
        title: `${number} 答案`,
        blocks: [...ask, ...optionBlocks(options, true), ...answered].map((one) => ({ ...one, cites })),
        notes: question.cites.flatMap(clauseNote),
      },
      ...clauseDrafts(frame, question.cites.slice(BESIDE), context),
    ]
  })
}

export interface QuestionOption {
  readonly text: string
  readonly right: boolean
}

/** What may be ticked; 对 and 错 for a judgement. */
export function optionsOf(question: QuizQuestion): QuestionOption[] {
  if (question.type === 'judgement') {
    return [
      { text: '对', right: question.isTrue === true },
      { text: '错', right: question.isTrue === false },
    ]
  }
  if (question.type === 'blank') return []
  return question.options.map(({ text, right }) => ({ text, right: right === true }))
}

function optionBlocks(options: readonly QuestionOption[], answered: boolean): DraftBlock[] {
  if (options.length === 0) return []
  const choices: Extract<Block, { type: 'choices' }>['choices'] = options.map(({ text, right }, index) => ({
    key: keyOf(index),
    lines: [plainLine(text)],
    ...(answered && { right }),
  }))
  return [{ block: { type: 'choices', choices } }]
}

const keyOf = (index: number) => String.fromCharCode(65 + index)

/** 答案：A、C; said in words, never by a colour alone. */
export function answerLine(question: QuizQuestion): Line | undefined {
  const says = (text: string): Line => ({
    runs: [
      { text: '答案：', strong: true },
      { text, strong: true },
    ],
    level: 0,
  })
  if (question.type === 'blank')
    return question.answers.length === 0 ? undefined : says(question.answers.join('，或者 '))
  if (question.type === 'judgement')
    return question.isTrue === undefined ? undefined : says(question.isTrue ? '对' : '错')
  const right = question.options.flatMap((option, index) => (option.right ? [keyOf(index)] : []))
  return right.length === 0 ? undefined : says(right.join('、'))
}
