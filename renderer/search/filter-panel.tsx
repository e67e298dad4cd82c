import { Checkbox, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupedAnswer } from '../../library/search/search-view.ts'
import { DateRange } from './date-range.tsx'
import styles from './filter-panel.module.css'
import { countFilters, itemKinds, type SearchFilters, validities } from './search-filters.ts'

interface FilterPanelProps {
  readonly facets: GroupedAnswer['facets']
  readonly filters: SearchFilters
  readonly onChange: (change: Partial<SearchFilters>) => void
}

export function FilterPanel({ facets, filters, onChange }: FilterPanelProps) {
  const { t } = useTranslation(['search', 'app'])
  const issuerLabel = useId()
  const none = { kind: [], validity: [], issuer: '', after: '', before: '' }
  return (
    <aside className={styles.panel} aria-label={t('filters')}>
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
      <DateRange after={filters.after} before={filters.before} onChange={onChange} />
      {countFilters(filters) > 0 && (
        <button type="button" className={styles.clear} onClick={() => onChange(none)}>
          {t('clearFilters')}
        </button>
      )}
    </aside>
  )
}

interface FacetChoiceProps<Value extends string> {
  readonly title: string
  readonly values: readonly Value[]
  readonly chosen: readonly Value[]
  readonly counts: readonly { readonly value: Value; readonly count: number }[]
  /** Offers every value: older revisions are looked at only when their validity is asked for, so they have no count before. */
  readonly all?: boolean
  readonly label: (value: Value) => string
  readonly onChoose: (chosen: Value[]) => void
}

/** Ticks for the values that occur, and for those chosen even when they no longer do. */
function FacetChoice<Value extends string>(props: FacetChoiceProps<Value>) {
  const counts = new Map(props.counts.map(({ value, count }) => [value, count]))
  const shown = props.values.filter(
    (value) => props.all || (counts.get(value) ?? 0) > 0 || props.chosen.includes(value),
  )
  if (shown.length === 0) return null
  return (
    <fieldset className={styles.group}>
      <legend className={styles.title}>{props.title}</legend>
      {shown.map((value) => (
        <div key={value} className={styles.choice}>
          <Checkbox
            checked={props.chosen.includes(value)}
            onChange={(event) =>
              props.onChoose(
                event.target.checked ? [...props.chosen, value] : props.chosen.filter((other) => other !== value),
              )
            }
          >
            {props.label(value)}
          </Checkbox>
          <span className={styles.count}>{counts.get(value)}</span>
        </div>
      ))}
    </fieldset>
  )
}

function withChosen(
  issuers: readonly { readonly value: string; readonly count: number }[],
  chosen: string,
): readonly { readonly value: string; readonly count: number }[] {
  return chosen === '' || issuers.some(({ value }) => value === chosen)
    ? issuers
    : [{ value: chosen, count: 0 }, ...issuers]
}
