import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input, type InputRef, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupedAnswer } from '../../../library/search/search-view.ts'
import { useSettled } from '../../design/use-settled.ts'
import { useFocusFirst } from '../../feedback/use-focus-first.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { entriesOfAnswer } from './add-entries.ts'
import type { AddWays } from './add-entry-row.tsx'
import styles from './adding.module.css'
import { FoundList } from './found-list.tsx'

const kinds = ['policy', 'story', 'guide', 'template'] as const

interface SearchSourceProps {
  readonly ways: AddWays
  /** Narrowed to a kind from the beginning. */
  readonly kind: string | undefined
}

/** The library's own search, passages and items. */
export function SearchSource({ ways, kind: given }: SearchSourceProps) {
  const { t } = useTranslation('meetings')
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState(kinds.find((one) => one === given) ?? '')
  const words = useSettled(typed.trim(), 200)
  const field = useFocusFirst<InputRef>()
  const found = useQuery({
    queryKey: [...queryKeys.search, 'for-meeting', words, kind],
    queryFn: ({ signal }) =>
      request<GroupedAnswer>('GET', '/api/search', { query: { q: words, kind, limit: 12 }, signal }),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  })
  const answer = words === '' ? undefined : found.data
  const entries = useMemo(() => (answer ? entriesOfAnswer(answer) : []), [answer])
  return (
    <FoundList
      entries={entries}
      ways={ways}
      pending={words !== '' && found.isPending}
      error={found.error}
      onRetry={() => void found.refetch()}
      empty={words !== '' && answer ? t('add.none') : ''}
    >
      <div className={styles.row}>
        <Input
          ref={field}
          value={typed}
          allowClear
          maxLength={100}
          aria-label={t('add.find')}
          placeholder={t('add.findExample')}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Select
          aria-label={t('add.kinds')}
          value={kind}
          popupMatchSelectWidth={false}
          options={[
            { value: '', label: t('add.anyKind') },
            ...kinds.map((value) => ({ value, label: t(`add.kind.${value}`) })),
          ]}
          onChange={setKind}
        />
        <span role="status" className={styles.muted}>
          {answer && entries.length > 0 && (answer.nearest ? t('add.nearest') : t('add.found', { n: answer.total }))}
        </span>
      </div>
    </FoundList>
  )
}
