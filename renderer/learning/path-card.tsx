import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { LearningPathView } from '../../library/meetings/learning/learning-view.ts'
import list from '../design/list-page.module.css'
import { browserProgress } from './browser-progress.ts'
import { doneCount } from './changed-progress.ts'
import styles from './learning.module.css'

/** A path on the shelf: what it is about, how long it takes, and what of it is done. */
export function PathCard({ path }: { readonly path: LearningPathView }) {
  const { t } = useTranslation(['learning', 'materials'])
  const { id, title, summary, steps, minutes, posts, own } = path
  const progress = path.progress ?? browserProgress(id)
  const done = doneCount(steps, progress)
  const facts = [
    t('card.steps', { n: steps.length }),
    ...(minutes > 0 ? [t('card.minutes', { n: minutes })] : []),
    ...(posts.length > 0 ? [posts.join('、')] : []),
  ]
  return (
    <li className={styles.card}>
      <p className={list.head}>
        <Link to="/learning/$pathId" params={{ pathId: id }} search={{}} className={list.title}>
          {title || t('materials:untitled')}
        </Link>
        {own && <span className={list.tag}>{t('card.own')}</span>}
      </p>
      {summary && <p className={list.summary}>{summary}</p>}
      <p className={list.facts}>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {progress.length > 0 && (
        <p className={styles.stands}>
          {done === steps.length
            ? t('card.allDone')
            : done === 0
              ? t('card.begun')
              : t('card.done', { done, left: steps.length - done })}
        </p>
      )}
    </li>
  )
}
