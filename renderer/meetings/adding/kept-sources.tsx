import { useQuery } from '@tanstack/react-query'
import { Input, Radio, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaterialProposal } from '../../../library/meetings/materials/material-view.ts'
import { useSettled } from '../../design/use-settled.ts'
import { useFavourites } from '../../favourites/use-favourites.ts'
import { entriesQuery, feedsQuery } from '../../feeds/feed-queries.ts'
import { materialAddress, materialsQuery } from '../../materials/material-queries.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { entriesOfFavourites, entriesOfFeed, entriesOfMaterials, entriesOfProposals } from './add-entries.ts'
import type { AddWays } from './add-entry-row.tsx'
import styles from './adding.module.css'
import { FoundList } from './found-list.tsx'

interface SourceProps {
  readonly ways: AddWays
}

export function FavouritesSource({ ways }: SourceProps) {
  const { t } = useTranslation('meetings')
  const { data, isPending, error, refetch } = useFavourites()
  return (
    <FoundList
      entries={entriesOfFavourites(data ?? [])}
      ways={ways}
      pending={isPending}
      error={error}
      onRetry={() => void refetch()}
      empty={t('add.favouritesEmpty')}
    />
  )
}

/** The stories that stand in a column. */
export function FeedsSource({ ways }: SourceProps) {
  const { t } = useTranslation('meetings')
  const feeds = useQuery(feedsQuery)
  const issued = (feeds.data ?? []).filter(({ issue }) => issue > 0)
  const [chosen, setChosen] = useState<string>()
  const feedId = chosen ?? issued[0]?.id
  const entries = useQuery({ ...entriesQuery(feedId ?? ''), enabled: feedId !== undefined })
  return (
    <FoundList
      entries={entriesOfFeed(feedId === undefined ? [] : (entries.data ?? []))}
      ways={ways}
      pending={feeds.isPending || (feedId !== undefined && entries.isPending)}
      error={feeds.error ?? entries.error}
      onRetry={() => void Promise.all([feeds.refetch(), entries.refetch()])}
      empty={t('add.feedsEmpty')}
    >
      {issued.length > 0 && (
        <Select
          aria-label={t('add.feed')}
          value={feedId ?? ''}
          popupMatchSelectWidth={false}
          options={issued.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={setChosen}
        />
      )}
    </FoundList>
  )
}

/** Drills and guides, made here and of the library. */
export function MaterialsSource({ ways, kind }: SourceProps & { readonly kind: string | undefined }) {
  const { t } = useTranslation(['meetings', 'materials'])
  const [type, setType] = useState<'drill' | 'guide'>(kind === 'guide' ? 'guide' : 'drill')
  const [typed, setTyped] = useState('')
  const q = useSettled(typed.trim(), 150)
  const found = useQuery(materialsQuery({ type, q: q || undefined }))
  return (
    <FoundList
      entries={entriesOfMaterials(found.data?.materials ?? [])}
      ways={ways}
      pending={found.isPending}
      error={found.error}
      onRetry={() => void found.refetch()}
      empty={q === '' ? t('add.materialsEmpty') : t('add.none')}
    >
      <div className={styles.row}>
        <Input
          value={typed}
          allowClear
          maxLength={100}
          aria-label={t('add.findMaterials')}
          placeholder={t('add.findMaterials')}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Radio.Group
          aria-label={t('add.kinds')}
          value={type}
          options={(['drill', 'guide'] as const).map((value) => ({ value, label: t(`materials:type.${value}`) }))}
          onChange={({ target }) => setType(target.value as typeof type)}
        />
      </div>
    </FoundList>
  )
}

interface FittingSourceProps extends SourceProps {
  readonly materialId: string
  /** Of the saved record: what fits follows what is saved. */
  readonly recordSha256: string
  readonly partId: string | undefined
}

/** What fits, with its reasons in plain words. */
export function FittingSource({ ways, materialId, recordSha256, partId }: FittingSourceProps) {
  const { t } = useTranslation('meetings')
  const [only, setOnly] = useState(false)
  const part = only ? partId : undefined
  const found = useQuery({
    queryKey: [...queryKeys.materials, 'proposals', materialId, recordSha256, part],
    queryFn: ({ signal }) =>
      request<MaterialProposal[]>('GET', `${materialAddress(materialId)}/proposals`, { query: { part }, signal }),
  })
  const entries = useMemo(() => entriesOfProposals(found.data ?? []), [found.data])
  return (
    <FoundList
      entries={entries}
      ways={ways}
      pending={found.isPending}
      error={found.error}
      onRetry={() => void found.refetch()}
      empty={t('add.fittingEmpty')}
    >
      <p className={styles.muted}>{t('add.fittingLead')}</p>
      {partId !== undefined && (
        <label className={styles.row}>
          <input type="checkbox" checked={only} onChange={(event) => setOnly(event.target.checked)} />
          {t('add.fittingPart', { part: ways.into })}
        </label>
      )}
    </FoundList>
  )
}
