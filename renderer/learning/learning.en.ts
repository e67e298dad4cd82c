import type { Messages } from '../language/messages.ts'
import type { learningZhCN } from './learning.zh-CN.ts'

/** What the learning desk says, in English. */
export const learningEn: Messages<typeof learningZhCN> = {
  quiz: {
    one: 'question',
    none: 'No questions yet. Two or three are enough: what really comes up at the counter.',
    ask: 'Question',
    askExample: {
      single: 'e.g. Whom does one ask first for a homestead?',
      multiple: 'e.g. In which of these cases may one apply?',
      judgement: 'e.g. People of another village may apply for a homestead here.',
      blank: 'e.g. For how many days is it made public? (to be written)',
    },
    type: 'Answered by',
    types: { single: 'Choosing one', multiple: 'Choosing several', judgement: 'Right or wrong', blank: 'Writing' },
    truth: 'This sentence is',
    true: 'right',
    false: 'wrong',
    answers: 'What counts as right',
    answersHint: '三十日 and 30日, full and half width, spaces and punctuation count as the same.',
    answersExample: 'e.g. 三十日, then Enter',
    option: 'option',
    optionNth: 'Option {{n}}',
    right: 'This is right',
    rightOf: 'Right option: {{name}}',
    unfinished: {
      single: 'Not finished: write the question and at least two options, and tick the right one.',
      multiple: 'Not finished: write the question and at least two options, and tick the right ones.',
      judgement: 'Not finished: write the sentence, and say whether it is right.',
      blank: 'Not finished: write the question, and what counts as right.',
    },
    why: 'Why',
    whyExample: 'Shown after answering: the reason in your own words',
    cites: 'Clauses behind it',
    check: 'See if it is right',
    isRight: 'Right.',
    isWrong: 'Not right; think again.',
    again: 'Try again',
    show: 'Show the answer',
    answerIs: 'Answer: {{answer}}',
    yourWord: 'Your answer',
    notReady: 'There is nothing to answer here yet.',
    clause: 'Read the clause',
    several: 'More than one may be chosen',
  },
}
