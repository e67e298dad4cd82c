import { Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { FacetValue, GroupedAnswer } from '../../library/search/search-view.ts'
import { DateRange } from './date-range.tsx'
import { FacetChoice } from './facet-choice.tsx'
import styles from './filter-panel.module.css'
import { itemKinds, type SearchFilters, validities } from './search-filters.ts'
import { useChannelNames } from './use-channel-names.ts'

interface FilterPanelProps {
  readonly id: string
  readonly facets: GroupedAnswer['facets']
  readonly filters: SearchFilters
  readonly onChange: (change: Partial<SearchFilters>) => void
  /** Esc was pressed inside. */
  readonly onLeave: () => void
}

/** What the answer can be narrowed to, with counts. */
export function FilterPanel({ id, facets, filters, onChange, onLeave }: FilterPanelProps) {
  const { t } = useTranslation(['search', 'app'])
  const channelName = useChannelNames()
  const issuerLabel = useId()
  return (
    <aside
      id={id}
      className={styles.panel}
      aria-label={t('filters')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onLeave()
      }}
    >
      <FacetChoice
        title={t('kind')}
        values={itemKinds}
        chosen={filters.kind}
        counts={facets.kind}
        label={(kind) => t(`app:kind.${kind}`)}
        onChoose={(kind) => onChange({ kind })}
      />
      <FacetChoice
        title={t('validity')}
        values={validities}
        chosen={filters.validity}
        counts={facets.validity}
        all
        label={(validity) => t(`app:validity.${validity}`)}
        onChoose={(validity) => onChange({ validity })}
      />
      <FacetChoice
        title={t('topic')}
        values={facets.topic.map(({ value }) => value)}
        chosen={filters.topic}
        counts={facets.topic}
        label={(topic) => topic}
        onChoose={(topic) => onChange({ topic })}
      />
      <div className={styles.group}>
        <span id={issuerLabel} className={styles.title}>
          {t('issuer')}
        </span>
        <Select
          aria-labelledby={issuerLabel}
          value={filters.issuer}
          showSearch
          onChange={(issuer) => onChange({ issuer })}
          options={[
            { value: '', label: t('anyIssuer') },
            ...withChosen(facets.issuer, filters.issuer).map(({ value, count }) => ({
              value,
              label: count > 0 ? `${value}（${count}）` : value,
            })),
          ]}
        />
      </div>
      <FacetChoice
        title={t('channel')}
        values={facets.channel.map(({ value }) => value)}
        chosen={filters.channel}
        counts={facets.channel}
        label={channelName}
        onChoose={(channel) => onChange({ channel })}
      />
      <DateRange after={filters.after} before={filters.before} onChange={onChange} />
    </aside>
  )
}

function withChosen(issuers: readonly FacetValue<string>[], chosen: string): readonly FacetValue<string>[] {
  return chosen === '' || issuers.some(({ value }) => value === chosen)
    ? issuers
    : [{ value: chosen, count: 0 }, ...issuers]
}
