import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyNotice } from '../design/empty-notice.tsx'
import { NoteGap } from './saved/note-gap.tsx'
import { countFilters, noFilters, type SearchFilters } from './search-filters.ts'
import styles from './search-tips.module.css'
import { wordsToShow } from './words-to-show.ts'

interface NoResultsProps {
  readonly filters: SearchFilters
  readonly onChange: (change: Partial<SearchFilters>) => void
}

/** Nothing was found: what to try instead. */
export function NoResults({ filters, onChange }: NoResultsProps) {
  const { t } = useTranslation('search')
  const narrowing = countFilters(filters)
  return (
    <>
      <h1 className="visually-hidden">{t('title')}</h1>
      <EmptyNotice title={t('none', { words: wordsToShow(filters.q) })}>
        {narrowing > 0 && (
          <>
            <p>{t('noneFiltered', { n: narrowing })}</p>
            <Button onClick={() => onChange(noFilters)}>{t('clearFilters')}</Button>
          </>
        )}
        <p>{t('noneTry')}</p>
        <ul className={styles.bullets}>
          <li>{t('noneShorter')}</li>
          <li>{t('noneOther')}</li>
          <li>{t('noneNumber')}</li>
          <li>{t('noneImport')}</li>
        </ul>
        <Link to="/import">{t('toImport')}</Link>
        <h2>{t('gaps.ask')}</h2>
        <NoteGap words={filters.q} />
      </EmptyNotice>
    </>
  )
}
