import { Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '../../library/items/item-view.ts'
import styles from './comparison-sides.module.css'
import { DeskIcon } from './desk-icon.tsx'
import { useShownDate } from './shown-date.ts'
import { ToolButton } from './tool-button.tsx'

interface ComparisonSidesProps {
  readonly history: readonly HistoryEntry[]
  readonly from: string | undefined
  readonly to: string | undefined
  readonly onChoose: (side: 'from' | 'to', revision: string) => void
  readonly onSwap: () => void
}

/** Chooses the two versions to compare. */
export function ComparisonSides({ history, from, to, onChoose, onSwap }: ComparisonSidesProps) {
  const { t } = useTranslation('reading')
  const { t: say } = useTranslation()
  const shown = useShownDate()
  const id = useId()
  const options = history.map((entry) => {
    const date = entry.issuedOn ?? entry.effectiveFrom
    const name = date ? shown(date) : t('metadata.recorded', { date: shown(entry.recordedAt) })
    return { value: entry.revision, label: `${name} · ${say(`validity.${entry.validity}`)}` }
  })
  const side = (which: 'from' | 'to', value: string | undefined) => (
    <span className={styles.side}>
      <label htmlFor={`${id}${which}`}>{t(`compare.${which}`)}</label>
      <Select
        id={`${id}${which}`}
        className={styles.select ?? ''}
        getPopupContainer={(node: HTMLElement) => node.closest<HTMLElement>('main') ?? document.body}
        options={options}
        value={value ?? null}
        onChange={(revision: string | null) => revision && onChoose(which, revision)}
      />
    </span>
  )
  return (
    <div className={styles.sides}>
      {side('from', from)}
      <ToolButton label={t('compare.swap')} icon={<DeskIcon name="swap" />} onClick={onSwap} />
      {side('to', to)}
    </div>
  )
}
