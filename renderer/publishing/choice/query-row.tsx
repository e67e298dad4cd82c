import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChannelChoice } from '../../../library/updates/publishing/publishing-view.ts'
import { keepFocus } from '../../design/keep-focus.ts'
import styles from '../publishing.module.css'
import type { ChoiceStep } from './change-choice.ts'
import { FoundItems } from './found-items.tsx'
import { foundQuery, takenBy } from './found-query.ts'

interface QueryRowProps {
  readonly query: string
  readonly choice: ChannelChoice
  readonly onStep: (step: ChoiceStep) => void
}

/** One condition, how many items it finds now, and on asking which. */
export function QueryRow({ query, choice, onStep }: QueryRowProps) {
  const { t } = useTranslation('publishing')
  const [open, setOpen] = useState(false)
  const count = useQuery(foundQuery(query, 1))
  return (
    <li className={styles.row}>
      <span className={styles.rowText}>
        <span>{query}</span>
        <span className={styles.muted}>
          {count.data
            ? count.data.nearest
              ? t('choice.nearOnly')
              : t('choice.found', { n: takenBy(count.data) })
            : t('choice.counting')}
        </span>
      </span>
      <span className={styles.actions}>
        <Button
          type="text"
          size="small"
          aria-expanded={open}
          aria-label={open ? t('choice.hide') : t('choice.showOf', { query })}
          onClick={() => setOpen(!open)}
        >
          {open ? t('choice.hide') : t('choice.show')}
        </Button>
        <Button
          type="text"
          size="small"
          aria-label={t('choice.removeQuery', { query })}
          onClick={() => {
            onStep({ do: 'remove-query', query })
            requestAnimationFrame(keepFocus)
          }}
        >
          {t('choice.remove')}
        </Button>
      </span>
      {open && <FoundItems query={query} choice={choice} onStep={onStep} />}
    </li>
  )
}
