import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { homeQuery } from '../home/home-query.ts'
import { itemKinds, validities } from '../search/search-filters.ts'
import { type LibraryFilters, librarySorts } from './library-filters.ts'
import styles from './library-toolbar.module.css'

interface LibraryToolbarProps {
  readonly filters: LibraryFilters
  readonly onChange: (change: Partial<LibraryFilters>) => void
}

export function LibraryToolbar({ filters, onChange }: LibraryToolbarProps) {
  const { t } = useTranslation(['library', 'app'])
  const home = useQuery(homeQuery)
  const topics = home.data?.topics ?? []
  return (
    <>
      <fieldset className={styles.kinds}>
        <legend className="visually-hidden">{t('kinds')}</legend>
        {(['', ...itemKinds] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            className={styles.kind}
            aria-pressed={kind === filters.kind}
            onClick={() => onChange({ kind })}
          >
            {kind === '' ? t('all') : t(`app:kind.${kind}`)}
            {kind !== '' && home.data && <span className={styles.count}>{home.data.counts[kind]}</span>}
          </button>
        ))}
      </fieldset>
      <div className={styles.bar}>
        <Input.Search
          key={filters.q}
          className={styles.filter ?? ''}
          defaultValue={filters.q}
          placeholder={t('filter')}
          aria-label={t('filter')}
          allowClear
          maxLength={100}
          onSearch={(q) => onChange({ q })}
        />
        <Select
          aria-label={t('topic')}
          className={styles.choice ?? ''}
          value={filters.topic}
          showSearch
          onChange={(topic) => onChange({ topic })}
          options={[
            { value: '', label: t('anyTopic') },
            ...(topics.some(({ name }) => name === filters.topic) || filters.topic === ''
              ? []
              : [{ value: filters.topic, label: filters.topic }]),
            ...topics.map(({ name, count }) => ({ value: name, label: `${name}（${count}）` })),
          ]}
        />
        <Select
          aria-label={t('validity')}
          className={styles.choice ?? ''}
          value={filters.validity}
          onChange={(validity) => onChange({ validity })}
          options={[
            { value: '' as const, label: t('anyValidity') },
            ...validities.map((value) => ({ value, label: t(`app:validity.${value}`) })),
          ]}
        />
        <Select
          aria-label={t('sort')}
          className={styles.sort ?? ''}
          value={filters.sort}
          onChange={(sort) => onChange({ sort })}
          options={librarySorts.map((value) => ({ value, label: t(`sorts.${value}`) }))}
        />
      </div>
    </>
  )
}
