import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../library/items/item-view.ts'
import { passagePlace } from './citation.ts'
import type { FindHit } from './find-hits.ts'
import { HiddenPath } from './hidden-path.tsx'
import styles from './passage-list.module.css'
import { PassageNotes } from './passage-notes.tsx'
import { PassageRow } from './passage-row.tsx'
import type { NoteDesk } from './use-note-desk.ts'
import { usePassageVirtualizer } from './use-passage-virtualizer.ts'
import { useTextLinks } from './use-text-links.ts'

export interface PassageListHandle {
  /** Brings a passage to the top. */
  readonly goTo: (index: number) => void
  /** Scrolls only when the passage is not on the screen. */
  readonly reveal: (index: number) => void
  readonly focus: () => void
}

interface PassageListProps {
  readonly item: ItemView
  readonly handle: Ref<PassageListHandle>
  readonly header: ReactNode
  readonly footer: ReactNode
  readonly startAt: number
  readonly pinned: number | undefined
  readonly terms: readonly string[]
  readonly hit: FindHit | undefined
  readonly favourites: ReadonlySet<string>
  readonly notes: NoteDesk
  /** The passage at the top of the screen has changed by scrolling. */
  readonly onPlace: (index: number) => void
  readonly onPin: (index: number) => void
}

/** The text itself, scrolling smoothly however long it is. */
export function PassageList(props: PassageListProps) {
  const { item, handle, header, footer, startAt, pinned, terms, hit, favourites, notes, onPlace, onPin } = props
  const { t } = useTranslation('reading')
  const scroller = useRef<HTMLElement>(null)
  const above = useRef<HTMLDivElement>(null)
  const { passages } = item
  const { virtualizer, selectedFrom, air } = usePassageVirtualizer({ passages, scroller, above })
  useTextLinks(scroller)

  const goTo = useCallback(
    (index: number) => {
      if (index <= 0) virtualizer.scrollToOffset(0)
      else virtualizer.scrollToIndex(index, { align: 'start' })
    },
    [virtualizer],
  )
  useImperativeHandle(
    handle,
    () => ({
      goTo,
      reveal: (index) => {
        const row = scroller.current?.querySelector(`[data-passage="${index}"]`)?.getBoundingClientRect()
        const frame = scroller.current?.getBoundingClientRect()
        if (!row || !frame || row.bottom < frame.top || row.top > frame.bottom) goTo(index)
      },
      focus: () => scroller.current?.focus({ preventScroll: true }),
    }),
    [goTo],
  )

  useLayoutEffect(() => {
    if (startAt > 0) goTo(startAt)
  }, [startAt, goTo])
  // So that the arrow and page keys scroll at once.
  useEffect(() => {
    if (document.activeElement === document.body || document.activeElement?.id === 'main')
      scroller.current?.focus({ preventScroll: true })
  }, [])

  const onScroll = useCallback(() => {
    const offset = scroller.current?.scrollTop ?? 0
    const row = virtualizer.getVirtualItemForOffset(offset + air + 8)
    if (row) onPlace(offset <= 0 ? 0 : row.index)
  }, [virtualizer, air, onPlace])

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const passageOf = (target: EventTarget | null) => {
      const row = target instanceof Element ? target.closest('[data-passage]') : null
      return row ? Number(row.getAttribute('data-passage')) : undefined
    }
    const onPointerDown = (event: PointerEvent) => {
      selectedFrom.current = passageOf(event.target)
      if (selectedFrom.current !== undefined) onPin(selectedFrom.current)
    }
    element.addEventListener('pointerdown', onPointerDown)
    return () => element.removeEventListener('pointerdown', onPointerDown)
  }, [selectedFrom, onPin])

  // The browser's own way there ends early, where a passage met on the way turns out higher or lower than assumed.
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key !== 'Home' && event.key !== 'End') || event.shiftKey || event.altKey) return
    if (event.target !== scroller.current) return
    event.preventDefault()
    if (event.key === 'Home') goTo(0)
    else virtualizer.scrollToIndex(passages.length - 1, { align: 'end' })
  }

  const rows = virtualizer.getVirtualItems()
  return (
    <section
      ref={scroller}
      className={styles.scroller}
      data-scroller=""
      aria-label={t('text')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      <div ref={above}>{header}</div>
      <div className={styles.space} style={{ height: virtualizer.getTotalSize() }}>
        <HiddenPath path={passages[rows[0]?.index ?? 0]?.path ?? []} />
        {rows.map((row) => {
          const passage = passages[row.index]
          if (!passage) return null
          const { anchor } = passage
          const written = notes.byAnchor.get(anchor)
          return (
            <div
              key={row.key}
              ref={virtualizer.measureElement}
              data-index={row.index}
              className={styles.place}
              style={{ transform: `translateY(${row.start - virtualizer.options.scrollMargin}px)` }}
            >
              <PassageRow
                passage={passage}
                index={row.index}
                terms={terms}
                currentHit={hit?.passage === row.index ? hit.nth : undefined}
                favourite={favourites.has(anchor)}
                pinned={pinned === row.index}
                notes={
                  (written || notes.editing?.anchor === anchor) && (
                    <PassageNotes anchor={anchor} place={passagePlace(passage)} notes={written ?? []} desk={notes} />
                  )
                }
              />
            </div>
          )
        })}
      </div>
      {footer}
    </section>
  )
}
