import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemSummary } from '../../../library/items/item-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { KindLabel } from '../../design/kind-label.tsx'
import { useSettled } from '../../design/use-settled.ts'
import { ValidityBadge } from '../../design/validity-badge.tsx'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import styles from '../publishing.module.css'

const SHOWN = 12

interface ItemFinderProps {
  readonly label: string
  readonly action: string
  readonly actionOf: (title: string) => string
  /** What stands in place of the action for items that need none. */
  readonly settled?: ((itemId: string) => string | undefined) | undefined
  readonly onPick: (item: ItemSummary) => void
}

/** Finds items by their titles while typing, each with one thing to do. */
export function ItemFinder({ label, action, actionOf, settled, onPick }: ItemFinderProps) {
  const { t } = useTranslation('publishing')
  const id = useId()
  const [typed, setTyped] = useState('')
  const words = useSettled(typed.trim(), 250)
  const found = useQuery({
    queryKey: [...queryKeys.items, 'finder', words],
    queryFn: ({ signal }) =>
      request<{ readonly total: number; readonly items: readonly ItemSummary[] }>('GET', '/api/items', {
        query: { q: words, sort: 'title', limit: SHOWN },
        signal,
      }),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  })
  const answer = words === '' ? undefined : found.data
  return (
    <div className={styles.finder}>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        placeholder={t('choice.finderExample')}
        value={typed}
        maxLength={100}
        allowClear
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
      <p role="status" className={styles.hint}>
        {answer && (answer.total === 0 ? t('choice.findNone', { words }) : t('choice.findFound', { n: answer.total }))}
      </p>
      {found.isError && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      <ul className={styles.rows}>
        {(answer?.items ?? []).map((item) => {
          const said = settled?.(item.itemId)
          return (
            <li key={item.itemId} className={styles.row}>
              <span className={styles.rowText}>
                <span>{item.title}</span>
                <KindLabel kind={item.kind} />
                {item.kind === 'policy' && <ValidityBadge validity={item.validity} />}
              </span>
              {said !== undefined ? (
                <span className={styles.muted}>{said}</span>
              ) : (
                <Button size="small" aria-label={actionOf(item.title)} onClick={() => onPick(item)}>
                  {action}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
