import { Link, type LinkProps } from '@tanstack/react-router'
import { Button } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PathStepView, StepProgress } from '../../library/meetings/learning/learning-view.ts'
import { Icon } from '../design/icon.tsx'
import list from '../design/list-page.module.css'
import styles from './learning.module.css'
import { QuizPlay } from './quiz-play.tsx'

interface StepRowProps {
  readonly step: PathStepView
  readonly progress: StepProgress | undefined
  /** Where to go on. */
  readonly isNext: boolean
  /** Titles of steps better done first. */
  readonly waits: readonly string[]
  readonly onBegin: () => void
  readonly onMark: (state: StepProgress['state'], answers?: StepProgress['answers']) => void
}

/** A step: opened whenever one likes, and done when the learner says so. */
export function StepRow({ step, progress, isNext, waits, onBegin, onMark }: StepRowProps) {
  const { t } = useTranslation('learning')
  const id = useId()
  const [open, setOpen] = useState(false)
  const done = progress?.state === 'done'
  const title = step.title || step.target || t(`type.${step.type}`)
  const isQuiz = step.type === 'quiz'
  return (
    <li className={styles.step} data-next={isNext ? '' : undefined} data-done={done ? '' : undefined}>
      <div className={list.what}>
        <p className={list.head}>
          <span className={list.tag}>{t(`type.${step.type}`)}</span>
          <StepTitle id={`${id}-title`} title={title} step={step} onOpen={onBegin} />
          {done && (
            <span className={styles.doneMark}>
              <Icon name="check" size="1em" /> {t('done')}
            </span>
          )}
          {!done && progress && <span className={list.muted}>{t('begun')}</span>}
          {isNext && <span className={styles.nextMark}>{t('next')}</span>}
        </p>
        {step.why && <p className={list.summary}>{step.why}</p>}
        <p className={list.facts}>
          {step.minutes > 0 && <span>{t('minutes', { n: step.minutes })}</span>}
          {step.target && step.target !== title && <span>{step.target}</span>}
          {step.changed && <span>{t('changed')}</span>}
          {!step.here && <span>{t(isQuiz ? 'quiz.notReady' : 'notHere')}</span>}
        </p>
        {!done && waits.length > 0 && (
          <p className={list.muted}>{t('betterFirst', { titles: waits.map((one) => `“${one}”`).join('、') })}</p>
        )}
        {isQuiz && open && (
          <section id={`${id}-quiz`} className={styles.quiz} aria-labelledby={`${id}-title`}>
            <QuizPlay
              questions={step.questions}
              given={progress?.answers}
              onGiven={(answers) => onMark(progress?.state ?? 'begun', answers)}
            />
          </section>
        )}
      </div>
      <div className={styles.ways}>
        {isQuiz && step.here && (
          <Button
            aria-expanded={open}
            aria-controls={open ? `${id}-quiz` : undefined}
            aria-label={t(open ? 'quizCloseOf' : 'quizOpenOf', { title })}
            onClick={() => {
              if (!open) onBegin()
              setOpen(!open)
            }}
          >
            {t(open ? 'quizClose' : 'quizOpen')}
          </Button>
        )}
        <Button
          type={done ? 'text' : 'default'}
          aria-label={t(done ? 'undoneOf' : 'finishOf', { title })}
          onClick={() => onMark(done ? 'begun' : 'done')}
        >
          {t(done ? 'undone' : 'finish')}
        </Button>
      </div>
    </li>
  )
}

interface StepTitleProps {
  readonly id: string
  readonly title: string
  readonly step: PathStepView
  readonly onOpen: () => void
}

/** What leads to where the step is learned; a quiz is answered here, and what is not here leads nowhere. */
function StepTitle({ id, title, step, onOpen }: StepTitleProps) {
  if (step.open === undefined) {
    return (
      <span id={id} className={styles.stepTitle}>
        {title}
      </span>
    )
  }
  const [to, hash] = step.open.split('#')
  return (
    <Link
      id={id}
      className={list.title}
      to={to as NonNullable<LinkProps['to']>}
      {...(hash !== undefined && { hash: decodeURIComponent(hash) })}
      onClick={onOpen}
    >
      {title}
    </Link>
  )
}
