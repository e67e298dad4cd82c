import { Segmented } from 'antd'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupedAnswer } from '../../library/search/search-view.ts'
import { Pager } from '../design/pager.tsx'
import { focusSearchBox } from './focus-search-box.ts'
import { ItemResult } from './item-result.tsx'
import styles from './result-list.module.css'
import type { SearchFilters, Sort } from './search-filters.ts'
import { pageSize } from './search-query.ts'

interface ResultListProps {
  readonly answer: GroupedAnswer
  readonly filters: SearchFilters
  readonly onChange: (change: Partial<SearchFilters>) => void
}

export function ResultList({ answer, filters, onChange }: ResultListProps) {
  const { t } = useTranslation('search')
  const words = answer.terms.join(' ') || filters.q
  return (
    <section aria-labelledby="results-title">
      <div className={styles.head}>
        <h1 id="results-title" className={styles.count} aria-live="polite">
          {t('found', { items: answer.itemTotal, passages: answer.total })}
        </h1>
        <span className={styles.took}>{t('tookMs', { ms: Math.max(1, Math.round(answer.tookMs)) })}</span>
        <Segmented<Sort>
          className={styles.sort ?? ''}
          aria-label={t('sort')}
          value={filters.sort}
          onChange={(sort) => onChange({ sort })}
          options={[
            { value: 'relevance', label: t('byRelevance') },
            { value: 'date', label: t('byDate') },
          ]}
        />
      </div>
      {answer.nearest && answer.total > 0 && <p className={styles.reason}>{t('nearest')}</p>}
      <ol className={styles.list} aria-label={t('results')} onKeyDown={moveThroughHits}>
        {answer.items.map((item) => (
          <ItemResult
            key={`${item.itemId} ${item.revision}`}
            item={item}
            words={words}
            pinned={filters.validity.length > 0}
          />
        ))}
      </ol>
      <Pager
        page={filters.page}
        pages={Math.ceil(answer.itemTotal / pageSize)}
        onPage={(page) => {
          onChange({ page })
          document.getElementById('main')?.scrollTo({ top: 0 })
        }}
      />
    </section>
  )
}

/** ↓ and ↑ move from hit to hit, Esc goes back to the box; Enter is the link's own. */
function moveThroughHits(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Escape') focusSearchBox()
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const hits = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-hit]')]
  const at = hits.indexOf(document.activeElement as HTMLElement)
  const next = event.key === 'ArrowDown' ? at + 1 : at - 1
  event.preventDefault()
  if (next < 0) focusSearchBox()
  else hits[next]?.focus()
}
