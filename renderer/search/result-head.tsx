import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { GroupedAnswer } from '../../library/search/search-view.ts'
import { useSettled } from '../design/use-settled.ts'
import { DeskIcon } from '../reading/desk-icon.tsx'
import { ToolButton } from '../reading/tool-button.tsx'
import styles from './result-head.module.css'
import { SaveSearchButton } from './saved/save-search-button.tsx'
import { countFilters, type SearchFilters, type Sort } from './search-filters.ts'

interface ResultHeadProps {
  readonly answer: GroupedAnswer
  readonly filters: SearchFilters
  /** True while a newer answer is on its way. */
  readonly busy: boolean
  /** Absent where the filters stand beside the results anyway. */
  readonly filtersOpen: boolean | undefined
  /** Absent where there is no room for a preview. */
  readonly previewShown: boolean | undefined
  readonly onChange: (change: Partial<SearchFilters>) => void
  readonly onFilters: () => void
  readonly onPreview: () => void
}

/** How many were found, their order, and what stands beside them. */
export function ResultHead(props: ResultHeadProps) {
  const { answer, filters, busy, filtersOpen, previewShown, onChange } = props
  const { t } = useTranslation('search')
  const chosen = countFilters(filters)
  const counts = { items: answer.itemTotal, passages: answer.total }
  // Spoken once the counts have come to rest, not with every change on the way.
  const spoken = useSettled(answer.total === 0 ? t('answeredNone') : t('answered', counts), 600)
  return (
    <div className={styles.head}>
      <h1 id="results-title" className={styles.count}>
        {answer.total === 0 ? <span className="visually-hidden">{t('title')}</span> : t('found', counts)}
      </h1>
      {answer.total > 0 && (
        <span className={styles.took}>
          {busy ? t('searching') : t('tookMs', { ms: Math.max(1, Math.round(answer.tookMs)) })}
        </span>
      )}
      <div className="visually-hidden" role="status">
        {busy ? '' : spoken}
      </div>
      <div className={styles.tools}>
        {answer.total > 0 && <SaveSearchButton filters={filters} />}
        {answer.total > 0 && (
          <Segmented<Sort>
            aria-label={t('sort')}
            value={filters.sort}
            onChange={(sort) => onChange({ sort })}
            options={[
              { value: 'relevance', label: t('byRelevance') },
              { value: 'date', label: t('byDate') },
              { value: 'title', label: t('byTitle') },
            ]}
          />
        )}
        {filtersOpen !== undefined && (
          <ToolButton
            label={chosen > 0 ? t('showFiltersN', { n: chosen }) : t('showFilters')}
            icon={<DeskIcon name="outline" />}
            shortcut="f"
            expanded={filtersOpen}
            words
            onClick={props.onFilters}
          />
        )}
        {previewShown !== undefined && (
          <ToolButton
            label={t('preview.label')}
            icon={<DeskIcon name="metadata" />}
            shortcut={t('preview.key')}
            pressed={previewShown}
            onClick={props.onPreview}
          />
        )}
        {answer.total > 0 && <ToolButton label={t('print')} icon={<DeskIcon name="print" />} onClick={printResults} />}
      </div>
    </div>
  )
}

function printResults(): void {
  if (window.xinhuo) void window.xinhuo.print()
  else window.print()
}
