import { useQueries } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookEntry } from '../../../library/templates/known/known-view.ts'
import { type BookKind, maskedId } from './book-fields.ts'
import styles from './book-list.module.css'
import { BOOK_PAGE, bookQuery } from './use-book.ts'

interface BookListProps {
  readonly words: string
  readonly kind: BookKind | ''
  readonly total: number
  readonly current: string | undefined
  readonly onOpen: (entry: BookEntry) => void
  readonly onRemove: (entry: BookEntry) => void
}

/** The entries found, however many: only those on the screen are asked for and drawn. */
export function BookList({ words, kind, total, current, onOpen, onRemove }: BookListProps) {
  const { t } = useTranslation('office')
  const scroller = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) * 2.75,
    overscan: 8,
  })
  const items = virtualizer.getVirtualItems()
  const pages = [...new Set(items.map(({ index }) => Math.floor(index / BOOK_PAGE)))]
  const asked = useQueries({ queries: pages.map((page) => bookQuery(words, kind, page)) })
  const entryAt = (index: number) =>
    asked[pages.indexOf(Math.floor(index / BOOK_PAGE))]?.data?.entries[index % BOOK_PAGE]
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search begins at its first line
  useEffect(() => {
    setAt(0)
    scroller.current?.scrollTo({ top: 0 })
  }, [words, kind])

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / 44) - 1)
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -total, End: total }[event.key]
    const entry = entryAt(at)
    if (step !== undefined) {
      const next = Math.min(Math.max(at + step, 0), total - 1)
      setAt(next)
      virtualizer.scrollToIndex(next)
    } else if (event.key === 'Enter' && entry) onOpen(entry)
    else if (event.key === 'Delete' && entry) onRemove(entry)
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.place}>
      <p className="visually-hidden" role="status">
        {t('book.found', { n: total })}
      </p>
      {total === 0 && <p className={styles.none}>{t('book.none', { words })}</p>}
      <div
        ref={scroller}
        className={styles.scroller}
        role="listbox"
        aria-label={t('book.list')}
        aria-activedescendant={total > 0 ? `book-${at}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        hidden={total === 0}
      >
        <div role="presentation" style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start, size }) => {
            const entry = entryAt(index)
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
              // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus
              <div
                key={index}
                id={`book-${index}`}
                className={styles.row}
                role="option"
                aria-selected={entry !== undefined && entry.id === current}
                aria-setsize={total}
                aria-posinset={index + 1}
                data-at={index === at ? '' : undefined}
                style={{ height: size, transform: `translateY(${start}px)` }}
                onClick={() => {
                  setAt(index)
                  if (entry) onOpen(entry)
                }}
              >
                {entry && <EntryCells entry={entry} />}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

function EntryCells({ entry }: { readonly entry: BookEntry }) {
  const { t } = useTranslation('office')
  const { kind, name, values } = entry
  const place = [values['village.name'], values['village.group']].filter(Boolean).join(' ')
  const facts =
    kind === 'plot'
      ? [values['plot.number'], values['plot.area'] && t('book.area', { n: values['plot.area'] })]
      : [maskedId(values['person.residentId']), values['person.sex']]
  const third = kind === 'person' ? values['person.phone'] : (values['household.head'] ?? values['person.phone'])
  return (
    <>
      <span className={styles.name}>{name}</span>
      <span className={styles.kind}>{t(`book.kinds.${kind}`)}</span>
      <span className={styles.fact}>{facts.filter(Boolean).join('　')}</span>
      <span className={styles.fact}>{place}</span>
      <span className={styles.fact}>{third}</span>
    </>
  )
}
