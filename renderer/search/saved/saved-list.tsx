import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedSearch } from '../../../library/search/saved/saved-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import styles from './kept-searches.module.css'
import {
  useDeleteSavedSearch,
  useOrderSavedSearches,
  useRenameSavedSearch,
  useSavedSearches,
} from './use-kept-searches.ts'

/** The searches kept under a name, in the person's own order. */
export function SavedList() {
  const { t } = useTranslation('search')
  const saved = useSavedSearches()
  const order = useOrderSavedSearches()
  if (saved.isError) return <ErrorNotice error={saved.error} onRetry={() => void saved.refetch()} />
  const all = saved.data ?? []
  const moveUp = (at: number) => {
    const ids = all.map((one) => one.id)
    ids.splice(at - 1, 2, ids[at] as string, ids[at - 1] as string)
    order.mutate(ids)
  }
  return (
    <section aria-labelledby="saved-title">
      <h2 id="saved-title" className={styles.title}>
        {t('saved.title')}
      </h2>
      {all.length === 0 ? (
        <p className={styles.aside}>{t('saved.none')}</p>
      ) : (
        <ul>
          {all.map((one, at) => (
            <SavedRow key={one.id} saved={one} onUp={at === 0 ? undefined : () => moveUp(at)} />
          ))}
        </ul>
      )}
    </section>
  )
}

function SavedRow({ saved, onUp }: { readonly saved: SavedSearch; readonly onUp: (() => void) | undefined }) {
  const { t } = useTranslation('search')
  const [name, setName] = useState<string>()
  const rename = useRenameSavedSearch()
  const remove = useDeleteSavedSearch()
  const confirm = () => {
    if (name === undefined || name.trim() === '') return setName(undefined)
    rename.mutate({ id: saved.id, name: name.trim() }, { onSuccess: () => setName(undefined) })
  }
  return (
    <li className={styles.row}>
      {name === undefined ? (
        <Link to="/search" search={Object.fromEntries(new URLSearchParams(saved.address))} className={styles.words}>
          {saved.name}
        </Link>
      ) : (
        <Input
          aria-label={t('saved.name')}
          value={name}
          maxLength={100}
          autoFocus
          onChange={(event) => setName(event.target.value)}
          onBlur={confirm}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) confirm()
            if (event.key === 'Escape') setName(undefined)
          }}
        />
      )}
      {onUp && (
        <Button type="text" size="small" aria-label={t('saved.upOf', { name: saved.name })} onClick={onUp}>
          {t('saved.up')}
        </Button>
      )}
      <Button
        type="text"
        size="small"
        aria-label={t('saved.renameOf', { name: saved.name })}
        onClick={() => setName(saved.name)}
      >
        {t('saved.rename')}
      </Button>
      <Button
        type="text"
        size="small"
        disabled={remove.isPending}
        aria-label={t('saved.removeOf', { name: saved.name })}
        onClick={() => remove.mutate(saved.id)}
      >
        {t('saved.remove')}
      </Button>
    </li>
  )
}
