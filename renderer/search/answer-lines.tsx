import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { GroupedAnswer } from '../../library/search/search-view.ts'
import { shortTitle } from '../design/short-title.ts'
import { answersCorrection } from './answer-correction.ts'
import styles from './answer-lines.module.css'
import { addressFromFilters, type SearchFilters } from './search-filters.ts'

interface AnswerLinesProps {
  readonly answer: GroupedAnswer
  readonly filters: SearchFilters
}

/** What is said above the results: the one place named, what was probably meant, and what was not understood. */
export function AnswerLines({ answer, filters }: AnswerLinesProps) {
  const { t } = useTranslation('search')
  const { jump, didYouMean, notices, nearest, total } = answer
  const corrected = answersCorrection(filters.q, answer)
  return (
    <>
      {jump && (
        <p className={styles.jump}>
          <span className={styles.label}>{t('jump')}</span>
          <Link
            to="/item/$itemId"
            params={{ itemId: jump.itemId }}
            search={{ q: filters.q }}
            hash={jump.anchor}
            className={styles.place}
            data-hit="jump"
          >
            {shortTitle(jump.title)} <strong>{jump.provision}</strong>
          </Link>
          <span className={styles.key}>{t('jumpKey')}</span>
        </p>
      )}
      {didYouMean && (
        <p className={styles.line}>
          {corrected ? (
            t('corrected', { typed: filters.q, query: didYouMean.query, why: didYouMean.why })
          ) : (
            <>
              {t('didYouMean')}
              <Link to="/search" search={addressFromFilters({ ...filters, q: didYouMean.query, page: 1 })}>
                {didYouMean.query}
              </Link>
              <span className={styles.quiet}>（{didYouMean.why}）</span>
            </>
          )}
        </p>
      )}
      {notices.length > 0 && (
        <ul className={styles.notices} aria-label={t('notices')}>
          {notices.map(({ typed, message }) => (
            <li key={`${typed} ${message}`}>
              {typed !== '' && <span className={styles.typed}>{typed}</span>}
              {message}
            </li>
          ))}
        </ul>
      )}
      {nearest && total > 0 && !corrected && <p className={styles.quiet}>{t('nearest')}</p>}
    </>
  )
}
