import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FeedCandidate } from '../../../library/feeds/feed-view.ts'
import { DeskIcon } from '../../reading/desk-icon.tsx'
import styles from './candidate-row.module.css'
import { CandidateRow } from './candidate-row.tsx'

interface OrderedCandidatesProps {
  readonly candidates: readonly FeedCandidate[]
  readonly onMove: (from: number, to: number) => void
  readonly onAsk: (candidate: FeedCandidate, choice: 'pin' | 'exclude') => void
}

/** The stories of the next issue in their order, which a person changes by dragging, by buttons or with Alt and the arrows. */
export function OrderedCandidates({ candidates, onMove, onAsk }: OrderedCandidatesProps) {
  const [dragged, setDragged] = useState<number>()
  const [over, setOver] = useState<number>()
  const list = useRef<HTMLOListElement>(null)
  const move = (from: number, step: -1 | 1) => {
    const to = from + step
    if (to < 0 || to >= candidates.length) return
    onMove(from, to)
    // The button goes with its row; at the end of the list the other one takes the focus.
    requestAnimationFrame(() => {
      const row = list.current?.children[to]
      row?.querySelector<HTMLElement>(`[data-step="${step}"]`)?.focus()
    })
  }
  const onDragOver = (event: DragEvent, at: number) => {
    if (dragged === undefined) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'move'
    setOver(at)
  }
  const onDrop = (event: DragEvent, at: number) => {
    event.preventDefault()
    if (dragged !== undefined && dragged !== at) onMove(dragged, at)
    setDragged(undefined)
    setOver(undefined)
  }
  return (
    <ol ref={list}>
      {candidates.map((candidate, at) => (
        <li
          key={candidate.story.id}
          className={styles.item}
          data-dragged={dragged === at ? '' : undefined}
          data-over={
            over === at && dragged !== undefined && dragged !== at ? (dragged > at ? 'before' : 'after') : undefined
          }
          draggable={candidates.length > 1}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move'
            setDragged(at)
          }}
          onDragOver={(event) => onDragOver(event, at)}
          onDrop={(event) => onDrop(event, at)}
          onDragEnd={() => {
            setDragged(undefined)
            setOver(undefined)
          }}
        >
          <CandidateRow
            candidate={candidate}
            onAsk={onAsk}
            handle={
              candidates.length > 1 && (
                <Handle
                  title={candidate.story.title}
                  place={at + 1}
                  first={at === 0}
                  last={at === candidates.length - 1}
                  onStep={(step) => move(at, step)}
                />
              )
            }
          />
        </li>
      ))}
    </ol>
  )
}

interface HandleProps {
  readonly title: string
  readonly place: number
  readonly first: boolean
  readonly last: boolean
  readonly onStep: (step: -1 | 1) => void
}

function Handle({ title, place, first, last, onStep }: HandleProps) {
  const { t } = useTranslation('feeds')
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onStep(event.key === 'ArrowUp' ? -1 : 1)
  }
  const step = (by: -1 | 1, disabled: boolean) => (
    <button
      type="button"
      className={styles.move}
      data-step={by}
      aria-disabled={disabled}
      aria-label={t(by === -1 ? 'issue.up' : 'issue.down', { title })}
      onClick={() => onStep(by)}
      onKeyDown={onKeyDown}
    >
      <DeskIcon name={by === -1 ? 'up' : 'down'} />
    </button>
  )
  return (
    <>
      {step(-1, first)}
      <span className={styles.place} aria-hidden="true">
        {place}
      </span>
      {step(1, last)}
    </>
  )
}
