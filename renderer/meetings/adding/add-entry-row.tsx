import { useDraggable } from '@dnd-kit/core'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { KindLabel } from '../../design/kind-label.tsx'
import { MarkedText } from '../../design/marked-text.tsx'
import { ValidityBadge } from '../../design/validity-badge.tsx'
import { dragListeners } from '../outline/drag-listeners.ts'
import type { AddEntry } from './add-entries.ts'
import styles from './adding.module.css'

export interface AddWays {
  /** Takes something in: where it is dropped, or behind the open part. */
  readonly onTake: (entry: AddEntry, at?: number) => void
  /** Cites a passage in the open part; absent while none is open. */
  readonly onCite: ((entry: AddEntry) => void) | undefined
  /** The open part's name. */
  readonly into: string
  readonly stands: (entry: AddEntry) => boolean
}

interface AddEntryRowProps extends AddWays {
  readonly entry: AddEntry
}

/** Something to be put in: dragged into the outline, or taken with its button. */
export function AddEntryRow({ entry, onTake, onCite, into, stands }: AddEntryRowProps) {
  const { t } = useTranslation('meetings')
  const name = `${entry.title}${entry.place ?? ''}`
  const { listeners, setNodeRef } = useDraggable({
    id: `add ${entry.key}`,
    data: { title: name, drop: (at: number) => onTake(entry, at) },
  })
  const { itemId, revision, anchor } = entry.reference
  return (
    <li ref={setNodeRef} className={styles.entry} {...dragListeners(listeners).byMouse}>
      <p className={styles.name}>
        <Link to="/item/$itemId" params={{ itemId }} search={{ revision }} {...(anchor && { hash: anchor })}>
          {entry.title}
        </Link>{' '}
        {entry.place && <strong>{entry.place}</strong>}{' '}
        {entry.kind === 'policy' && entry.validity && <ValidityBadge validity={entry.validity} />}
        {entry.kind && entry.kind !== 'policy' && <KindLabel kind={entry.kind} />}
      </p>
      {entry.snippet && (
        <p className={styles.snippet}>
          <MarkedText text={entry.snippet} marks={entry.marks ?? []} />
        </p>
      )}
      {entry.reasons && entry.reasons.length > 0 && <p className={styles.reasons}>{entry.reasons.join('；')}</p>}
      <p className={styles.does} data-no-drag="">
        <Button size="small" data-line="" aria-label={t('add.takeOf', { name })} onClick={() => onTake(entry)}>
          {t('add.take')}
        </Button>
        {onCite && entry.kind === 'policy' && entry.place && (
          <button
            type="button"
            className={styles.quiet}
            aria-label={t('add.citeOf', { name, part: into })}
            onClick={() => onCite(entry)}
          >
            {t('add.cite')}
          </button>
        )}
        {stands(entry) && <span className={styles.muted}>{t('add.taken')}</span>}
      </p>
    </li>
  )
}
