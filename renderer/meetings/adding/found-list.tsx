import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { moveInList } from '../../design/move-in-list.ts'
import type { AddEntry } from './add-entries.ts'
import { AddEntryRow, type AddWays } from './add-entry-row.tsx'
import styles from './adding.module.css'

interface FoundListProps {
  readonly entries: readonly AddEntry[]
  readonly ways: AddWays
  readonly pending?: boolean | undefined
  readonly error?: unknown
  readonly onRetry?: (() => void) | undefined
  /** What an empty list teaches. */
  readonly empty: ReactNode
  /** What is asked, above the list; ↓ goes from its field into the list. */
  readonly children?: ReactNode
}

/** What can be put in, one below the other; ↑↓ goes from one to the next. */
export function FoundList({ entries, ways, pending, error, onRetry, empty, children }: FoundListProps) {
  const { t } = useTranslation('meetings')
  const list = useRef<HTMLDivElement>(null)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows go from line to line
    <div
      ref={list}
      className={styles.found}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
        const { target } = event
        if (step === 0 || event.nativeEvent.isComposing || !(target instanceof HTMLElement)) return
        const inField = target.matches('input')
        if (!inField && !target.matches('[data-line]')) return
        event.preventDefault()
        if (inField) {
          if (step > 0) moveInList(list.current, 1)
        } else if (!moveInList(list.current, step) && step < 0) list.current?.querySelector('input')?.focus()
      }}
    >
      {children}
      {pending && <LoadingNotice />}
      {error !== null && error !== undefined && <ErrorNotice error={error} onRetry={onRetry} />}
      {!pending && !error && entries.length === 0 && <div className={styles.muted}>{empty}</div>}
      {entries.length > 0 && (
        <ul aria-label={t('add.title')}>
          {entries.map((entry) => (
            <AddEntryRow key={entry.key} entry={entry} {...ways} />
          ))}
        </ul>
      )}
    </div>
  )
}
