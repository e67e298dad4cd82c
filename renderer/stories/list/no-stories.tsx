import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyNotice } from '../../design/empty-notice.tsx'
import styles from '../../design/list-page.module.css'

interface NoStoriesProps {
  readonly narrowed: boolean
  readonly words: string
  readonly state: string | undefined
  readonly onClear: () => void
}

/** An empty list says what a story is here and the three ways to the first one. */
export function NoStories({ narrowed, words, state, onClear }: NoStoriesProps) {
  const { t } = useTranslation('stories')
  if (state === 'discarded' && words === '') {
    return (
      <EmptyNotice title={t('list.noDiscarded')}>
        <p>{t('list.noDiscardedWhat')}</p>
      </EmptyNotice>
    )
  }
  if (narrowed) {
    return (
      <EmptyNotice title={words ? t('list.noneFor', { words }) : t('list.noneHere')}>
        <p>{t('list.noneTry')}</p>
        <p className={styles.ways}>
          <button type="button" className={styles.textButton} onClick={onClear}>
            {t('list.clear')}
          </button>
          <Link to="/stories/new">{t('list.make')}</Link>
        </p>
      </EmptyNotice>
    )
  }
  return (
    <EmptyNotice title={t('list.emptyTitle')}>
      <p>{t('list.emptyWhat')}</p>
      <p>{t('list.emptyHow')}</p>
      <p className={styles.ways}>
        <Link to="/stories/new">{t('list.emptyTell')}</Link>
        <Link to="/stories/import">{t('list.emptyImport')}</Link>
        <Link to="/stories/slips">{t('list.emptySlips')}</Link>
      </p>
    </EmptyNotice>
  )
}
