import { Button } from 'antd'
import { type ComponentType, type DragEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordForm } from '../../record-form/record-form-context.ts'
import { fieldId } from '../../record-form/record-path.ts'
import { Card, type CardChanges, type CardContent } from './card.tsx'
import styles from './cards.module.css'

interface CardListProps<Entry extends { readonly id: string }> {
  /** Given and not asked for: a form around the list would have every card drawn again for each key. */
  readonly form: RecordForm
  /** The list in the record: `turns`. */
  readonly path: string
  /** How one is called: 场面. */
  readonly one: string
  readonly entries: readonly Entry[]
  readonly nameOf: (entry: Entry, at: number) => string
  /** What stands in a card, and what else can be done with it. */
  readonly Content: ComponentType<CardContent<Entry>>
  readonly Tools?: ComponentType<CardContent<Entry>> | undefined
  readonly changes: CardChanges
  readonly most: number
  readonly empty: string
  /** Beside the button that adds. */
  readonly ways?: ReactNode
}

/**
 * Large entries of a record one below the other, like a script: put in another order by dragging, by buttons or with
 * Alt+Shift and the arrows. Only the one that is written in is drawn again for each key.
 */
export function CardList<Entry extends { readonly id: string }>(props: CardListProps<Entry>) {
  const { form, path, one, entries, nameOf, changes, most, empty, ways } = props
  const { t } = useTranslation('materials')
  const [dragged, setDragged] = useState<number>()
  const [over, setOver] = useState<{ readonly at: number; readonly after: boolean }>()
  const list = useRef<HTMLOListElement>(null)
  const latest = useRef({ entries, changes, dragged })
  latest.current = { entries, changes, dragged }
  const stopDragging = () => {
    setDragged(undefined)
    setOver(undefined)
  }
  const placeIn = (event: DragEvent<HTMLLIElement>, at: number) => {
    const { top, height } = event.currentTarget.getBoundingClientRect()
    return { at, after: event.clientY > top + height / 2 }
  }
  const onDragOver = (event: DragEvent<HTMLLIElement>, at: number) => {
    if (dragged === undefined) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'move'
    const place = placeIn(event, at)
    if (over?.at !== at || over.after !== place.after) setOver(place)
  }
  const onDrop = (event: DragEvent<HTMLLIElement>, at: number) => {
    if (dragged === undefined) return
    event.preventDefault()
    const place = at + (placeIn(event, at).after ? 1 : 0)
    const to = place > dragged ? place - 1 : place
    if (to !== dragged) changes.move(dragged, to)
    stopDragging()
  }
  // The same for as long as the list stands, so that a card need not be drawn again for them.
  const [stable] = useState<CardChanges>(() => ({
    move: (from, to) => {
      if (to < 0 || to >= latest.current.entries.length) return
      latest.current.changes.move(from, to)
      // The keyboard stays with the card that moved.
      requestAnimationFrame(() => document.getElementById(`${fieldId(path)}-${to}-move`)?.focus())
    },
    twice: (at) => {
      latest.current.changes.twice(at)
      focusCard(list.current, at + 1)
    },
    remove: (at) => {
      latest.current.changes.remove(at)
      focusCard(list.current, Math.max(0, at - 1), `${fieldId(path)}-add`)
    },
    addAfter: (at) => {
      latest.current.changes.addAfter(at)
      focusCard(list.current, at + 1)
    },
  }))
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if (!event.altKey || !event.shiftKey) return
    // A list within the card may have its own order, and comes first.
    if (event.defaultPrevented || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    stable.move(at, at + (event.key === 'ArrowUp' ? -1 : 1))
  }
  return (
    <>
      {entries.length === 0 && <p className={styles.empty}>{empty}</p>}
      <ol ref={list} className={styles.cards} id={fieldId(path)} data-form-field={path} tabIndex={-1}>
        {entries.map((entry, at) => (
          <li
            key={entry.id}
            data-card={at}
            data-step-id={entry.id}
            data-group=""
            data-dragged={dragged === at ? '' : undefined}
            data-over={over?.at === at && dragged !== at ? (over.after ? 'after' : 'before') : undefined}
            onDragOver={(event) => onDragOver(event, at)}
            onDrop={(event) => onDrop(event, at)}
            onKeyDown={(event) => onKeyDown(event, at)}
          >
            <Card
              entry={entry}
              at={at}
              of={entries.length}
              path={`${path}/${at}`}
              id={`${fieldId(path)}-${at}`}
              one={one}
              name={nameOf(entry, at)}
              form={form}
              changes={stable}
              full={entries.length >= most}
              Content={props.Content}
              Tools={props.Tools}
              onDragged={setDragged}
              onDropped={stopDragging}
            />
          </li>
        ))}
      </ol>
      <div className={styles.ways}>
        <Button
          id={`${fieldId(path)}-add`}
          disabled={entries.length >= most}
          onClick={() => stable.addAfter(latest.current.entries.length - 1)}
        >
          {t('card.add', { one })}
        </Button>
        {ways}
        {entries.length >= most && <span className={styles.empty}>{t('card.full', { n: most })}</span>}
      </div>
    </>
  )
}

/** Once it is drawn: the first field of a card, or what adds one where there is none. */
function focusCard(list: HTMLElement | null, at: number, otherwise = ''): void {
  requestAnimationFrame(() => {
    const card = list?.querySelector(`:scope > [data-card="${at}"]`)
    const field = card?.querySelector<HTMLElement>('[data-first] input, [data-first] textarea, input, textarea')
    ;(field ?? document.getElementById(otherwise))?.focus()
    card?.scrollIntoView({ block: 'nearest' })
  })
}
