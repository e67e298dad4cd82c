import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input, type InputRef } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupedAnswer, ItemHits, SearchHit } from '../../library/search/search-view.ts'
import { Dialog } from '../design/dialog.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import { shortTitle } from '../design/short-title.ts'
import { useSettled } from '../design/use-settled.ts'
import { ValidityBadge } from '../design/validity-badge.tsx'
import { useFocusFirst } from '../feedback/use-focus-first.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'
import styles from './clause-picker.module.css'

/** A provision, or a whole text, as it stands in the library today. */
export interface PickedClause {
  /** As cited: 土地管理法. */
  readonly title: string
  readonly provision?: string | undefined
  readonly itemId?: string | undefined
  readonly revision?: string | undefined
  readonly anchor?: string | undefined
}

interface ClausePickerProps {
  readonly open: boolean
  readonly picked: readonly PickedClause[]
  readonly onPick: (policy: PickedClause) => void
  readonly onClose: () => void
}

/** Finds provisions of the library's policies, to be cited. */
export function ClausePicker({ open, picked, onPick, onClose }: ClausePickerProps) {
  const { t } = useTranslation('recordForm')
  return (
    <Dialog open={open} title={t('clause.pickTitle')} onClose={onClose}>
      <Finder picked={picked} onPick={onPick} />
    </Dialog>
  )
}

function Finder({ picked, onPick }: Pick<ClausePickerProps, 'picked' | 'onPick'>) {
  const { t } = useTranslation('recordForm')
  const [typed, setTyped] = useState('')
  const words = useSettled(typed.trim(), 200)
  const field = useFocusFirst<InputRef>()
  const found = useQuery({
    queryKey: [...queryKeys.search, 'clauses', words],
    queryFn: ({ signal }) =>
      request<GroupedAnswer>('GET', '/api/search', { query: { q: words, kind: 'policy', limit: 8 }, signal }),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  })
  const items = words === '' ? [] : (found.data?.items ?? [])
  const has = (itemId: string, anchor: string | undefined) =>
    picked.some((one) => one.itemId === itemId && one.anchor === anchor)
  return (
    <div className={styles.finder}>
      <Input
        ref={field}
        value={typed}
        allowClear
        maxLength={100}
        aria-label={t('clause.find')}
        placeholder={t('clause.findExample')}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p role="status" className={styles.muted}>
        {words !== '' &&
          found.data &&
          (items.length === 0 ? t('clause.findNone') : t('clause.findFound', { n: items.length }))}
      </p>
      {found.isError && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      <ul className={styles.items}>
        {items.map((item) => (
          <li key={item.itemId} className={styles.item}>
            <p className={styles.head}>
              <strong>{item.title}</strong> <ValidityBadge validity={item.validity} />
              <Picked
                done={has(item.itemId, undefined)}
                name={item.title}
                label={t('clause.whole')}
                onPick={() => onPick(pickedClause(item))}
              />
            </p>
            <ul>
              {item.passages
                .filter(({ provision }) => provision)
                .map((hit) => (
                  <li key={hit.anchor} className={styles.hit}>
                    <span>
                      <span className={styles.provision}>{hit.provision}</span> {hit.snippet}
                    </span>
                    <Picked
                      done={has(item.itemId, hit.anchor)}
                      name={`${item.title}${hit.provision}`}
                      label={t('clause.take')}
                      onPick={() => onPick(pickedClause(item, hit))}
                    />
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface PickedProps {
  readonly done: boolean
  readonly name: string
  readonly label: string
  readonly onPick: () => void
}

function Picked({ done, name, label, onPick }: PickedProps) {
  const { t } = useTranslation('recordForm')
  return done ? (
    <span className={styles.muted}>{t('clause.taken')}</span>
  ) : (
    <Button size="small" aria-label={t('clause.takeOf', { name, what: label })} onClick={onPick}>
      {label}
    </Button>
  )
}

function pickedClause(item: ItemHits, hit?: SearchHit): PickedClause {
  return {
    title: shortTitle(item.title).slice(0, 300),
    itemId: item.itemId,
    revision: item.revision,
    ...(hit && { provision: hit.provision?.slice(0, 60), anchor: hit.anchor }),
  }
}
