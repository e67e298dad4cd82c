import { useSortable } from '@dnd-kit/sortable'
import { type KeyboardEvent, type MouseEvent, memo, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingPart } from '../../../library/meetings/outline/outline.schema.ts'
import { Icon } from '../../design/icon.tsx'
import { CitedBadge } from './cited-badge.tsx'
import { dragListeners } from './drag-listeners.ts'
import { MinutesInput } from './minutes-input.tsx'
import styles from './outline.module.css'
import { PartMark } from './part-mark.tsx'
import { citedWords, type ShownState } from './part-state.ts'

export type RowCell = 'title' | 'minutes'

interface OutlineRowProps {
  readonly part: MeetingPart
  readonly at: number
  readonly of: number
  /** Pixels from the top of the list. */
  readonly top: number
  /** `HH:MM`, or how many minutes after the beginning. */
  readonly begins: string
  readonly state: ShownState | undefined
  /** What it cites is newer here. */
  readonly changed: boolean
  readonly open: boolean
  readonly chosen: boolean
  /** The one row the Tab key stops at. */
  readonly stop: boolean
  readonly readOnly: boolean
  readonly measure: Ref<HTMLLIElement>
  readonly onChoose: (id: string, how: 'only' | 'toggle' | 'range') => void
  readonly onMinutes: (id: string, minutes: number) => void
  readonly onKey: (event: KeyboardEvent<HTMLElement>, id: string, cell: RowCell) => void
}

/** One part in its line: when it begins, what it is, what it cites, how long it takes. */
export const OutlineRow = memo(function OutlineRow(props: OutlineRowProps) {
  const { part, at, state, readOnly, stop } = props
  const { id } = part
  const { t } = useTranslation('meetings')
  const { listeners, attributes, setNodeRef, setActivatorNodeRef, isDragging } = useSortable({
    id,
    disabled: readOnly,
    data: { title: part.title },
    attributes: { roleDescription: t('outline.sortable') },
  })
  const { byMouse, byKey } = dragListeners(listeners)
  const title = part.title || t('outline.none')
  const said = [part.speaker, citedWords(part).join('、')].filter(Boolean).join(' · ')
  const choose = (event: MouseEvent) =>
    props.onChoose(id, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only')
  return (
    <li
      ref={props.measure}
      data-index={at}
      data-part={id}
      data-open={props.open ? '' : undefined}
      data-chosen={props.chosen ? '' : undefined}
      data-dragging={isDragging ? '' : undefined}
      className={styles.row}
      style={{ transform: `translateY(${props.top}px)` }}
      aria-posinset={at + 1}
      aria-setsize={props.of}
    >
      <div ref={setNodeRef} className={styles.line} {...byMouse}>
        {!readOnly && (
          <button
            ref={setActivatorNodeRef}
            {...attributes}
            {...byKey}
            type="button"
            className={styles.grip}
            tabIndex={stop ? 0 : -1}
            aria-label={t('outline.drag', { title })}
            title={t('outline.drag', { title })}
          >
            <Icon name="grip" />
          </button>
        )}
        <button
          type="button"
          data-cell="title"
          className={styles.words}
          tabIndex={stop ? 0 : -1}
          aria-current={props.open ? 'true' : undefined}
          aria-pressed={props.chosen}
          onClick={choose}
          onKeyDown={(event) => props.onKey(event, id, 'title')}
        >
          <span className={styles.begins}>{props.begins}</span>
          <PartMark type={part.type} />
          <span className={styles.title} data-none={part.title === '' ? '' : undefined}>
            {title}
          </span>
          {(said !== '' || state || props.changed) && (
            <span className={styles.below}>
              {props.changed && <span className={styles.changed}>{t('outline.changed')}</span>}
              {state && <CitedBadge state={state} />}
              <span className={styles.cites}>{said}</span>
            </span>
          )}
        </button>
        <MinutesInput
          minutes={part.minutes}
          label={t('clock.of', { title })}
          readOnly={readOnly}
          tabIndex={stop ? 0 : -1}
          onMinutes={(minutes) => props.onMinutes(id, minutes)}
          onKeyDown={(event) => props.onKey(event, id, 'minutes')}
        />
      </div>
    </li>
  )
})
