import { useTranslation } from 'react-i18next'
import type { StoryRecord } from '../../../library/stories/story.schema.ts'
import { Icon } from '../../design/icon.tsx'
import { isAnswered, questions } from './questions.ts'
import styles from './telling.module.css'
import { isProposed, type ToldFrom } from './told-from.ts'

interface QuestionListProps {
  readonly record: StoryRecord
  readonly told: ToldFrom | undefined
  readonly current: string | undefined
  readonly onGo: (name: string) => void
}

/** All questions, each to come back to at any time; what is answered has a tick. */
export function QuestionList({ record, told, current, onGo }: QuestionListProps) {
  const { t } = useTranslation('storyTelling')
  return (
    <nav className={styles.list} aria-label={t('questions')}>
      <ol>
        {questions.map((question) => {
          const waiting = question.roots.some((root) => isProposed(told, record, root))
          const answered = isAnswered(record, question)
          return (
            <li key={question.name}>
              <button
                type="button"
                className={styles.listed}
                aria-current={current === question.name ? 'step' : undefined}
                onClick={() => onGo(question.name)}
              >
                <span className={styles.tick}>{answered && !waiting && <Icon name="check" />}</span>
                {t(`ask.${question.name}.short`)}
                {waiting && <span className={styles.toLook}>{t('toLook')}</span>}
                {answered && !waiting && <span className="visually-hidden">{t('answered')}</span>}
              </button>
            </li>
          )
        })}
        <li>
          <button
            type="button"
            className={styles.listed}
            aria-current={current === 'end' ? 'step' : undefined}
            onClick={() => onGo('end')}
          >
            <span className={styles.tick} />
            {t('end.short')}
          </button>
        </li>
      </ol>
    </nav>
  )
}
