import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChannelChoice } from '../../../library/updates/publishing/publishing-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { KindLabel } from '../../design/kind-label.tsx'
import { ValidityBadge } from '../../design/validity-badge.tsx'
import styles from '../publishing.module.css'
import type { ChoiceStep } from './change-choice.ts'
import { foundQuery, takenBy } from './found-query.ts'

const STEP = 20
/** The service gives no more in one answer. */
const MOST = 100

interface FoundItemsProps {
  readonly query: string
  readonly choice: ChannelChoice
  readonly onStep: (step: ChoiceStep) => void
}

/** What a condition finds, each to be left out or not. */
export function FoundItems({ query, choice, onStep }: FoundItemsProps) {
  const { t } = useTranslation('publishing')
  const [limit, setLimit] = useState(STEP)
  const found = useQuery(foundQuery(query, limit))
  if (found.isError) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data || takenBy(found.data) === 0) return null
  const { items } = found.data
  const rest = takenBy(found.data) - items.length
  return (
    <div className={styles.inner}>
      <ul className={styles.rows}>
        {items.map(({ itemId, title, kind, validity }) => {
          const out = choice.excluded.includes(itemId)
          return (
            <li key={itemId} className={styles.row}>
              <span className={styles.rowText}>
                <Link to="/item/$itemId" params={{ itemId }} className={out ? styles.struck : undefined}>
                  {title}
                </Link>
                <KindLabel kind={kind} />
                {kind === 'policy' && <ValidityBadge validity={validity} />}
              </span>
              <Button
                type="text"
                size="small"
                aria-label={t(out ? 'choice.includeOf' : 'choice.excludeOf', { title })}
                onClick={() => onStep({ do: out ? 'include' : 'exclude', itemId })}
              >
                {t(out ? 'choice.include' : 'choice.exclude')}
              </Button>
            </li>
          )
        })}
      </ul>
      {rest > 0 && limit < MOST && (
        <button type="button" className={styles.more} onClick={() => setLimit(MOST)}>
          {t('choice.more', { n: Math.min(rest, MOST - items.length) })}
        </button>
      )}
      {rest > 0 && limit >= MOST && (
        <Link to="/search" search={{ q: query }}>
          {t('choice.seeAll')}
        </Link>
      )}
    </div>
  )
}
