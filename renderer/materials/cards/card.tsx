import { type ComponentType, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icon.tsx'
import { type RecordForm, RecordFormContext } from '../../record-form/record-form-context.ts'
import styles from './cards.module.css'

/** What is done to the order of cards; places count from 0. */
export interface CardChanges {
  readonly move: (from: number, to: number) => void
  readonly twice: (at: number) => void
  readonly remove: (at: number) => void
  readonly addAfter: (at: number) => void
}

export interface CardContent<Entry> {
  readonly entry: Entry
  readonly at: number
  /** The entry in the record: `turns/2`. */
  readonly path: string
}

interface CardProps<Entry> extends CardContent<Entry> {
  readonly of: number
  readonly id: string
  readonly one: string
  readonly name: string
  readonly form: RecordForm
  readonly changes: CardChanges
  /** No more may be added. */
  readonly full: boolean
  readonly Content: ComponentType<CardContent<Entry>>
  readonly Tools: ComponentType<CardContent<Entry>> | undefined
  readonly onDragged: (at: number) => void
  readonly onDropped: () => void
}

function CardFrame<Entry>(props: CardProps<Entry>) {
  const { entry, at, path, of, id, one, name, form, changes, full, Content, Tools } = props
  const { t } = useTranslation('materials')
  const place = t('card.place', { one, n: at + 1 })
  const called = name === '' ? place : name
  return (
    <RecordFormContext value={form}>
      <fieldset className={styles.card} data-entry={path}>
        <legend className="visually-hidden">{place}</legend>
        <div className={styles.head}>
          <span
            className={styles.place}
            draggable={of > 1}
            title={of > 1 ? t('card.drag', { name: called }) : undefined}
            aria-hidden="true"
            onDragStart={(event) => {
              const card = event.currentTarget.closest('fieldset')
              if (card) event.dataTransfer.setDragImage(card, 24, 24)
              event.dataTransfer.effectAllowed = 'move'
              props.onDragged(at)
            }}
            onDragEnd={props.onDropped}
          >
            {at + 1}
          </span>
          <div className={styles.tools}>
            {Tools && <Tools entry={entry} at={at} path={path} />}
            <button
              type="button"
              className={styles.tool}
              id={`${id}-move`}
              aria-disabled={at === 0}
              aria-label={t('card.up', { name: called })}
              title="Alt+Shift+↑"
              onClick={() => changes.move(at, at - 1)}
            >
              <Icon name="up" />
            </button>
            <button
              type="button"
              className={styles.tool}
              aria-disabled={at === of - 1}
              aria-label={t('card.down', { name: called })}
              title="Alt+Shift+↓"
              onClick={() => changes.move(at, at + 1)}
            >
              <Icon name="down" />
            </button>
            <button
              type="button"
              className={styles.tool}
              disabled={full}
              aria-label={t('card.twice', { name: called })}
              title={t('card.twice', { name: called })}
              onClick={() => changes.twice(at)}
            >
              <Icon name="copy" />
            </button>
            <button
              type="button"
              className={styles.tool}
              aria-label={t('card.remove', { name: called })}
              title={t('card.remove', { name: called })}
              onClick={() => changes.remove(at)}
            >
              <Icon name="close" />
            </button>
          </div>
        </div>
        <Content entry={entry} at={at} path={path} />
        {at < of - 1 && (
          <button
            type="button"
            className={styles.between}
            disabled={full}
            aria-label={t('card.between', { name: called, one })}
            onClick={() => changes.addAfter(at)}
          >
            <span aria-hidden="true">+ {t('card.add', { one })}</span>
          </button>
        )}
      </fieldset>
    </RecordFormContext>
  )
}

/**
 * One card. It is drawn again when its own entry or its place changes, not for what is written in others: the form it
 * was drawn with says of its entry what the newest one says.
 */
export const Card = memo(
  CardFrame,
  (before, now) =>
    before.entry === now.entry &&
    before.at === now.at &&
    before.of === now.of &&
    before.name === now.name &&
    before.one === now.one &&
    before.full === now.full &&
    before.Content === now.Content,
) as typeof CardFrame
