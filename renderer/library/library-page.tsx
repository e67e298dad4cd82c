import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyNotice } from '../design/empty-notice.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import { LoadingNotice } from '../design/loading-notice.tsx'
import { Page } from '../design/page.tsx'
import { Pager } from '../design/pager.tsx'
import { ItemRow } from './item-row.tsx'
import { itemsQuery, pageSize } from './items-query.ts'
import { addressFromLibraryFilters, type LibraryFilters, libraryFiltersFromAddress } from './library-filters.ts'
import styles from './library-page.module.css'
import { LibraryToolbar } from './library-toolbar.tsx'

const route = getRouteApi('/library')

export function LibraryPage() {
  const { t } = useTranslation('library')
  const address = route.useSearch()
  const navigate = useNavigate({ from: '/library' })
  const filters = useMemo(() => libraryFiltersFromAddress(address), [address])
  const items = useQuery(itemsQuery(filters))
  const change = (changed: Partial<LibraryFilters>) =>
    void navigate({ search: addressFromLibraryFilters({ ...filters, page: 1, ...changed }) })
  return (
    <Page title={t('title')} lead={items.data && t('total', { n: items.data.total })}>
      <LibraryToolbar filters={filters} onChange={change} />
      {items.isPending && <LoadingNotice />}
      {items.isError && <ErrorNotice error={items.error} onRetry={() => void items.refetch()} />}
      {items.data?.items.length === 0 && <NothingHere filters={filters} onChange={change} />}
      {items.data && items.data.items.length > 0 && (
        <>
          <ul className={styles.list} aria-label={t('list')} aria-busy={items.isPlaceholderData}>
            {items.data.items.map((item) => (
              <ItemRow key={item.itemId} item={item} />
            ))}
          </ul>
          <Pager
            page={filters.page}
            pages={Math.ceil(items.data.total / pageSize)}
            onPage={(page) => {
              change({ page })
              document.getElementById('main')?.scrollTo({ top: 0 })
            }}
          />
        </>
      )}
    </Page>
  )
}

interface NothingHereProps {
  readonly filters: LibraryFilters
  readonly onChange: (change: Partial<LibraryFilters>) => void
}

function NothingHere({ filters, onChange }: NothingHereProps) {
  const { t } = useTranslation('library')
  const narrowed = filters.topic !== '' || filters.validity !== '' || filters.q !== ''
  if (narrowed) {
    return (
      <EmptyNotice title={t('emptyFiltered')}>
        <Button onClick={() => onChange({ topic: '', validity: '', q: '' })}>{t('clear')}</Button>
      </EmptyNotice>
    )
  }
  return (
    <EmptyNotice title={t('emptyTitle')}>
      <p>{t('emptyLead')}</p>
      <Link to="/import">{t('toImport')}</Link>
    </EmptyNotice>
  )
}
