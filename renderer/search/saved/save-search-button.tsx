import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { queryText } from '../../service/client.ts'
import { addressFromFilters, type SearchFilters } from '../search-filters.ts'
import styles from './kept-searches.module.css'
import { useDeleteSavedSearch, useSavedSearches, useSaveSearch } from './use-kept-searches.ts'

/** Keeps this search under a name, or lets go of it again. */
export function SaveSearchButton({ filters }: { readonly filters: SearchFilters }) {
  const { t } = useTranslation('search')
  const [name, setName] = useState<string>()
  const saved = useSavedSearches()
  const save = useSaveSearch()
  const forget = useDeleteSavedSearch()
  const address = queryText({ ...addressFromFilters({ ...filters, page: 1 }) }).slice(1)
  const kept = saved.data?.find((one) => one.address === address)
  if (kept) {
    return (
      <Button aria-pressed disabled={forget.isPending} onClick={() => forget.mutate(kept.id)}>
        {t('saved.isSaved')}
      </Button>
    )
  }
  if (name === undefined) {
    return (
      <Button aria-pressed={false} onClick={() => setName(filters.q.slice(0, 100))}>
        {t('saved.save')}
      </Button>
    )
  }
  const confirm = () => {
    if (name.trim() === '') return
    save.mutate({ name: name.trim(), address }, { onSuccess: () => setName(undefined) })
  }
  return (
    <span className={styles.naming}>
      <Input
        aria-label={t('saved.name')}
        value={name}
        maxLength={100}
        autoFocus
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) confirm()
          if (event.key === 'Escape') setName(undefined)
        }}
      />
      <Button type="primary" disabled={name.trim() === '' || save.isPending} onClick={confirm}>
        {t('saved.confirm')}
      </Button>
      {save.isError && <ErrorNotice error={save.error} onRetry={confirm} />}
    </span>
  )
}
