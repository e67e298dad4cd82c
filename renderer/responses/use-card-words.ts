import { useTranslation } from 'react-i18next'
import type { CardQuestion } from '../../library/meetings/responses/card-questions.ts'

type Question = Pick<CardQuestion, 'id' | 'ask' | 'choices'>

/** What the cards ask and offer, in the window's language; the service says it as it is printed. */
export function useCardWords() {
  const { t, i18n } = useTranslation('cards')
  const said = (key: string, printed: string) => (i18n.exists(`cards:${key}`) ? t(key as 'question.post') : printed)
  const choiceText = ({ choices }: Question, value: string) => {
    const choice = choices?.find((one) => one.value === value)
    return choice ? said(`choice.${value}`, choice.text) : value
  }
  return {
    askText: ({ id, ask }: Question) => said(`question.${id}`, ask),
    choiceText,
    /** An answer as it is read: the words, or the names of what was ticked. */
    answerText: (question: Question, answers: Readonly<Record<string, string>>) => {
      const answer = answers[question.id]
      const ticked = question.choices
        ? (answer?.split(' ') ?? []).map((value) => choiceText(question, value))
        : answer === undefined
          ? []
          : [answer]
      const other = answers[`${question.id}-other`]
      return [...ticked, ...(other === undefined ? [] : [other])].join('、')
    },
  }
}
