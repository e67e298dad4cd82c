import { useDndContext, useDroppable } from '@dnd-kit/core'
import { SortableContext } from '@dnd-kit/sortable'
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, type Ref, useCallback, useImperativeHandle, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingPart } from '../../../library/meetings/outline/outline.schema.ts'
import type { OutlineClock } from '../outline-clock.ts'
import styles from './outline.module.css'
import { OutlineRow, type RowCell } from './outline-row.tsx'
import type { OutlineSelection } from './outline-selection.ts'
import type { ShownState } from './part-state.ts'

export interface OutlineListHandle {
  /** Brings a part into view and gives it the focus. */
  readonly focus: (index: number, cell?: RowCell) => void
  readonly reveal: (index: number) => void
}

interface OutlineListProps {
  readonly handle: Ref<OutlineListHandle>
  readonly parts: readonly MeetingPart[]
  readonly ids: string[]
  readonly clock: OutlineClock
  readonly states: ReadonlyMap<string, ShownState>
  readonly changed: ReadonlySet<string>
  readonly selection: OutlineSelection
  readonly readOnly: boolean
  /** Before which part what is being dragged would go. */
  readonly dropAt: number | undefined
  readonly empty: ReactNode
  readonly onChoose: (id: string, how: 'only' | 'toggle' | 'range') => void
  readonly onMinutes: (id: string, minutes: number) => void
  readonly onKey: (event: KeyboardEvent<HTMLElement>, id: string, cell: RowCell) => void
}

/** Nothing makes room while something is dragged; a line shows where it would go. */
const stayPut = () => null

/** The end of the outline, for what is dropped below its last part. */
export const OUTLINE_END = 'outline-end'

/** The parts in their order; only those near the screen are laid out. */
export function OutlineList(props: OutlineListProps) {
  const { handle, parts, ids, clock, selection, readOnly, dropAt } = props
  const { t } = useTranslation('meetings')
  const scroller = useRef<HTMLDivElement>(null)
  const { active } = useDndContext()
  const end = useDroppable({ id: OUTLINE_END, disabled: readOnly })
  const dragged = active ? ids.indexOf(String(active.id)) : -1
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: parts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 3.25 * rem,
    getItemKey: (index) => parts[index]?.id ?? index,
    overscan: 6,
    // What is being dragged stays on the page however far it goes.
    rangeExtractor: (range: Range) => {
      const shown = defaultRangeExtractor(range)
      return dragged < 0 || shown.includes(dragged) ? shown : [...shown, dragged].toSorted((a, b) => a - b)
    },
  })
  const reveal = useCallback((index: number) => virtualizer.scrollToIndex(index, { align: 'auto' }), [virtualizer])
  useImperativeHandle(
    handle,
    () => ({
      reveal,
      focus: (index, cell = 'title') => {
        reveal(index)
        const give = (tries: number) => {
          const found = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] [data-cell="${cell}"]`)
          if (found) found.focus({ preventScroll: true })
          else if (tries > 0) requestAnimationFrame(() => give(tries - 1))
        }
        requestAnimationFrame(() => give(10))
      },
    }),
    [reveal],
  )
  const stop = selection.open ?? ids[0]
  const rows = virtualizer.getVirtualItems()
  const place = (index: number) => rows.find((row) => row.index === index)?.start ?? virtualizer.getTotalSize()
  return (
    <div
      ref={(element) => {
        scroller.current = element
        end.setNodeRef(element)
      }}
      className={styles.scroller}
      data-outline=""
      data-over={dropAt === undefined ? undefined : ''}
    >
      {parts.length === 0 && props.empty}
      <SortableContext items={ids} strategy={stayPut}>
        <ol className={styles.list} style={{ height: virtualizer.getTotalSize() }} aria-label={t('outline.label')}>
          {rows.map(({ index, start }) => {
            const part = parts[index]
            if (!part) return null
            const { id } = part
            return (
              <OutlineRow
                key={id}
                part={part}
                at={index}
                of={parts.length}
                top={start}
                begins={clock.starts.get(id) ?? sinceBeginning(clock.begins.get(id) ?? 0)}
                state={props.states.get(id)}
                changed={props.changed.has(id)}
                open={selection.open === id}
                chosen={selection.chosen.has(id)}
                stop={stop === id}
                readOnly={readOnly}
                measure={virtualizer.measureElement}
                onChoose={props.onChoose}
                onMinutes={props.onMinutes}
                onKey={props.onKey}
              />
            )
          })}
        </ol>
      </SortableContext>
      {dropAt !== undefined && <div className={styles.drop} style={{ top: place(dropAt) }} />}
    </div>
  )
}

/** `+1:05`: an hour and five minutes after the beginning. */
function sinceBeginning(minutes: number): string {
  return `+${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
