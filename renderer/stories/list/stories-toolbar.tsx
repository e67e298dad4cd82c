import { Link } from '@tanstack/react-router'
import { type InputRef, Select } from 'antd'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { FacetValue, StoryPage } from '../../../library/stories/story-view.ts'
import { FindField } from '../../design/find-field.tsx'
import styles from '../../design/list-page.module.css'
import { type StoriesAddress, shownStates } from './stories-address.ts'

interface StoriesToolbarProps {
  readonly field: RefObject<InputRef | null>
  readonly typed: string
  readonly onTyped: (typed: string) => void
  readonly address: StoriesAddress
  readonly facets: StoryPage['facets'] | undefined
  readonly onChange: (change: StoriesAddress) => void
  /** From the words into the list. */
  readonly onDown: () => void
  readonly onEnter: () => void
}

const dimensions = ['theme', 'post', 'place', 'group'] as const

/** What narrows the list, and the way to a new story. */
export function StoriesToolbar(props: StoriesToolbarProps) {
  const { field, typed, onTyped, address, facets, onChange } = props
  const { t } = useTranslation('stories')
  return (
    <div className={styles.bar}>
      <FindField
        field={field}
        typed={typed}
        onTyped={onTyped}
        label={t('list.search')}
        placeholder={t('list.placeholder')}
        onDown={props.onDown}
        onEnter={props.onEnter}
      />
      <Link to="/stories/new" className={styles.make}>
        {t('list.make')} <kbd>n</kbd>
      </Link>
      <div className={styles.choices}>
        <Select
          aria-label={t('list.state')}
          className={styles.choice ?? ''}
          popupMatchSelectWidth={false}
          value={shownStates.find((one) => one === address.state) ?? ''}
          onChange={(state) => onChange({ state: state || undefined })}
          options={[
            { value: '', label: t('list.anyState') },
            ...shownStates.map((value) => ({
              value,
              label: withCount(
                value === 'in-work'
                  ? t('list.inWork')
                  : value === 'discarded'
                    ? t('list.discarded')
                    : t(`state.${value}`),
                facets?.state.find((one) => one.value === value)?.count,
              ),
            })),
          ]}
        />
        {dimensions.map((dimension) => (
          <Select
            key={dimension}
            aria-label={t(`list.${dimension}`)}
            className={styles.choice ?? ''}
            popupMatchSelectWidth={false}
            showSearch={{ optionFilterProp: 'value' }}
            value={address[dimension] ?? ''}
            onChange={(value: string) => onChange({ [dimension]: value || undefined })}
            options={[
              { value: '', label: t(`list.any.${dimension}`) },
              ...optionsOf(facets?.[dimension] ?? [], address[dimension]),
            ]}
          />
        ))}
        <button
          type="button"
          className={styles.toggle}
          aria-pressed={address.own !== undefined}
          onClick={() => onChange({ own: address.own ? undefined : '1' })}
        >
          {t('list.own')}
        </button>
        <Select
          aria-label={t('list.sort')}
          className={styles.choice ?? ''}
          popupMatchSelectWidth={false}
          value={address.sort ?? 'updated'}
          onChange={(sort: string) => onChange({ sort: sort === 'updated' ? undefined : sort })}
          options={(['updated', 'published', 'title'] as const).map((value) => ({
            value,
            label: t(`list.sorts.${value}`),
          }))}
        />
      </div>
    </div>
  )
}

/** The values there are, and the chosen one even where nothing is left of it. */
function optionsOf(values: readonly FacetValue[], chosen: string | undefined) {
  const all = chosen !== undefined && !values.some(({ value }) => value === chosen) ? [{ value: chosen, count: 0 }] : []
  return [...all, ...values].map(({ value, count }) => ({ value, label: withCount(value, count) }))
}

function withCount(label: string, count: number | undefined): string {
  return count === undefined ? label : `${label}　${count}`
}
