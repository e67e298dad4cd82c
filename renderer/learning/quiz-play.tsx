import { Button, Checkbox, Input, Radio } from 'antd'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuizQuestion } from '../../library/meetings/learning/path.schema.ts'
import { canBeAsked, type GivenAnswer, isAnswered, isRight } from './quiz/check-answer.ts'
import { ClauseLines } from './quiz/clause-lines.tsx'
import styles from './quiz/quiz-play.module.css'

type Answers = Readonly<Record<string, GivenAnswer>>

interface QuizPlayProps {
  readonly questions: readonly QuizQuestion[]
  /** What was answered before, by question. */
  readonly given?: Answers | undefined
  /** All that was answered, each time a question is. Attempts are counted nowhere. */
  readonly onGiven?: ((answers: Answers) => void) | undefined
}

/** Questions to be answered one by one, in any order, as often as one likes: each says at once whether it is right, and why. */
export function QuizPlay({ questions, given, onGiven }: QuizPlayProps) {
  const { t } = useTranslation('learning')
  const [answers, setAnswers] = useState<Answers>(given ?? {})
  const asked = questions.filter(canBeAsked)
  if (asked.length === 0) return <p className={styles.hint}>{t('quiz.notReady')}</p>
  return (
    <ol className={styles.questions}>
      {asked.map((question) => (
        <li key={question.id}>
          <Question
            question={question}
            before={answers[question.id] ?? []}
            onAnswer={(answer) => {
              const next = { ...answers, [question.id]: answer }
              setAnswers(next)
              onGiven?.(next)
            }}
          />
        </li>
      ))}
    </ol>
  )
}

interface QuestionProps {
  readonly question: QuizQuestion
  readonly before: GivenAnswer
  readonly onAnswer: (given: GivenAnswer) => void
}

function Question({ question, before, onAnswer }: QuestionProps) {
  const { t } = useTranslation('learning')
  const id = useId()
  const [given, setGiven] = useState<GivenAnswer>(before)
  const [checked, setChecked] = useState(isAnswered(before))
  const [shown, setShown] = useState(false)
  const field = useRef<HTMLFieldSetElement>(null)
  const right = isRight(question, given)
  const check = () => {
    if (!isAnswered(given)) return
    setChecked(true)
    onAnswer(given)
  }
  const again = () => {
    setChecked(false)
    setShown(false)
    requestAnimationFrame(() => field.current?.querySelector<HTMLElement>('input')?.focus())
  }
  return (
    <form
      className={styles.question}
      onSubmit={(event) => {
        event.preventDefault()
        check()
      }}
    >
      <fieldset ref={field} className={styles.field} disabled={checked}>
        <legend className={styles.ask}>
          {question.ask}
          {question.type === 'multiple' && <span className={styles.hint}>（{t('quiz.several')}）</span>}
        </legend>
        <AnswerField question={question} given={given} disabled={checked} onChange={setGiven} />
      </fieldset>
      {!checked && (
        <Button htmlType="submit" disabled={!isAnswered(given)}>
          {t('quiz.check')}
        </Button>
      )}
      <div role="status" id={`${id}-said`}>
        {checked && (
          <div className={styles.said} data-right={right ? '' : undefined}>
            <p className={styles.verdict}>{t(right ? 'quiz.isRight' : 'quiz.isWrong')}</p>
            {shown && <p>{t('quiz.answerIs', { answer: answerText(question, t('quiz.true'), t('quiz.false')) })}</p>}
            {question.why && <p className={styles.why}>{question.why}</p>}
          </div>
        )}
      </div>
      {checked && <ClauseLines cites={question.cites} />}
      {checked && (
        <p className={styles.ways}>
          <Button size="small" onClick={again}>
            {t('quiz.again')}
          </Button>
          {!right && !shown && (
            <Button size="small" type="text" onClick={() => setShown(true)}>
              {t('quiz.show')}
            </Button>
          )}
        </p>
      )}
    </form>
  )
}

interface AnswerFieldProps {
  readonly question: QuizQuestion
  readonly given: GivenAnswer
  readonly disabled: boolean
  readonly onChange: (given: GivenAnswer) => void
}

function AnswerField({ question, given, disabled, onChange }: AnswerFieldProps) {
  const { t } = useTranslation('learning')
  const choices = question.options.map(({ id, text }) => ({ value: id, label: text }))
  switch (question.type) {
    case 'multiple':
      return (
        <Checkbox.Group
          className={styles.choices ?? ''}
          disabled={disabled}
          value={[...given]}
          options={choices}
          onChange={(values: string[]) => onChange(values)}
        />
      )
    case 'blank':
      return (
        <Input
          className={styles.blank ?? ''}
          aria-label={t('quiz.yourWord')}
          autoComplete="off"
          maxLength={100}
          disabled={disabled}
          value={given[0] ?? ''}
          onChange={({ target }) => onChange([target.value])}
        />
      )
    default:
      return (
        <Radio.Group
          className={styles.choices ?? ''}
          disabled={disabled}
          value={given[0]}
          options={
            question.type === 'single'
              ? choices
              : [
                  { value: 'true', label: t('quiz.true') },
                  { value: 'false', label: t('quiz.false') },
                ]
          }
          onChange={({ target }) => onChange([String(target.value)])}
        />
      )
  }
}

function answerText({ type, options, isTrue, answers }: QuizQuestion, yes: string, no: string): string {
  if (type === 'judgement') return isTrue ? yes : no
  if (type === 'blank') return answers[0] ?? ''
  return options.flatMap(({ text, right }) => (right ? [text] : [])).join('；')
}
