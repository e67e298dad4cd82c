import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keepFocus } from '../../design/keep-focus.ts'
import styles from '../publishing.module.css'
import { ItemTitle } from './item-title.tsx'
import { itemTitleQuery } from './item-title-query.ts'

const STEP = 20

interface ItemIdsProps {
  readonly ids: readonly string[]
  readonly action: string
  readonly actionOf: (title: string) => string
  readonly onAction: (itemId: string) => void
}

/** Items by their ids, a screenful at a time, each with one thing to do. */
export function ItemIds({ ids, action, actionOf, onAction }: ItemIdsProps) {
  const { t } = useTranslation('publishing')
  const [shown, setShown] = useState(STEP)
  return (
    <>
      <ul className={styles.rows}>
        {ids.slice(0, shown).map((itemId) => (
          <Row key={itemId} itemId={itemId} action={action} actionOf={actionOf} onAction={onAction} />
        ))}
      </ul>
      {ids.length > shown && (
        <button type="button" className={styles.more} onClick={() => setShown(shown + 5 * STEP)}>
          {t('choice.more', { n: Math.min(ids.length - shown, 5 * STEP) })}
        </button>
      )}
    </>
  )
}

function Row({ itemId, action, actionOf, onAction }: Omit<ItemIdsProps, 'ids'> & { readonly itemId: string }) {
  const title = useQuery(itemTitleQuery(itemId)).data ?? itemId
  return (
    <li className={styles.row}>
      <span className={styles.rowText}>
        <ItemTitle itemId={itemId} />
      </span>
      <Button
        type="text"
        size="small"
        aria-label={actionOf(title)}
        onClick={() => {
          onAction(itemId)
          requestAnimationFrame(keepFocus)
        }}
      >
        {action}
      </Button>
    </li>
  )
}
