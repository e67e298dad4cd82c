import { useVirtualizer } from '@tanstack/react-virtual'
import { Switch } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../library/items/item-view.ts'
import { EmptyNotice } from '../design/empty-notice.tsx'
import { ComparedPassage } from './compared-passage.tsx'
import { changedRows, comparisonRows, stepChange } from './comparison-rows.ts'
import styles from './comparison-view.module.css'
import { DeskIcon } from './desk-icon.tsx'
import { passageHeight } from './passage-height.ts'
import { ToolButton } from './tool-button.tsx'
import { useChangeKeys } from './use-change-keys.ts'

/** What is shown of a comparison; an empty revision is read as the item's current one, and none cannot be read here. */
export type ShownComparison = Pick<Comparison, 'itemId' | 'summary' | 'passages'> & {
  readonly from: { readonly revision: string | undefined }
  readonly to: { readonly revision: string | undefined }
}

/** Two versions compared, passage by passage; what did not change is folded away. */
export function ComparisonView({ comparison }: { readonly comparison: ShownComparison }) {
  const { t } = useTranslation('reading')
  const { passages, summary } = comparison
  const scroller = useRef<HTMLElement>(null)
  const [onlyChanges, setOnlyChanges] = useState(true)
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const [at, setAt] = useState(-1)
  const rows = useMemo(() => comparisonRows(passages, onlyChanges, opened), [passages, onlyChanges, opened])
  const changes = useMemo(() => changedRows(rows, passages), [rows, passages])

  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const row = rows[index]
      const passage = row?.kind === 'passage' ? passages[row.index] : undefined
      if (!passage) return 3 * rem
      const text = passage.words.map((word) => word.text).join('')
      return (passageHeight({ type: 'provision', heading: passage.heading, text }) + 1.5) * rem
    },
    getItemKey: (index) => {
      const row = rows[index]
      return row?.kind === 'fold' ? `fold ${row.first}` : (row?.index ?? index)
    },
    overscan: 6,
    scrollPaddingStart: 12,
  })

  const step = useCallback(
    (direction: 1 | -1) => {
      const next = stepChange(changes, at, direction)
      if (next < 0) return
      setAt(next)
      virtualizer.scrollToIndex(next, { align: 'start' })
    },
    [changes, at, virtualizer],
  )
  useChangeKeys(step)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows, other places
  useEffect(() => setAt(-1), [onlyChanges])

  const place = changes.indexOf(at) + 1
  const total = changes.length
  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        <p className={styles.summary}>{t('compare.summary', summary)}</p>
        <span className={styles.only}>
          <Switch size="small" checked={onlyChanges} onChange={setOnlyChanges} aria-label={t('compare.onlyChanges')} />
          {t('compare.onlyChanges')}
        </span>
        <span className={styles.steps}>
          <span role="status">
            {place > 0 ? t('compare.place', { n: place, total }) : t('compare.total', { total })}
          </span>
          <ToolButton
            label={t('compare.previous')}
            shortcut="P"
            icon={<DeskIcon name="up" />}
            disabled={total === 0}
            onClick={() => step(-1)}
          />
          <ToolButton
            label={t('compare.next')}
            shortcut="N"
            icon={<DeskIcon name="down" />}
            disabled={total === 0}
            onClick={() => step(1)}
          />
        </span>
        <p className={styles.legend}>{t('compare.legend')}</p>
      </div>
      <section
        ref={scroller}
        className={styles.scroller}
        aria-label={t('compare.text')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
      >
        {total === 0 && (
          <EmptyNotice title={t('compare.none')}>
            <p>{t('compare.noneHint')}</p>
          </EmptyNotice>
        )}
        <div className={styles.space} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index]
            const passage = row?.kind === 'passage' ? passages[row.index] : undefined
            return (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                className={styles.place}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {passage && (
                  <ComparedPassage
                    change={passage}
                    itemId={comparison.itemId}
                    revision={(passage.type === 'removed' ? comparison.from : comparison.to).revision}
                    current={item.index === at}
                  />
                )}
                {row?.kind === 'fold' && (
                  <button
                    type="button"
                    className={styles.fold}
                    onClick={() => setOpened((before) => new Set(before).add(row.first))}
                  >
                    {t('compare.fold', {
                      count: row.last - row.first + 1,
                      first: passages[row.first]?.heading || t('compare.untitled'),
                      last: passages[row.last]?.heading || t('compare.untitled'),
                    })}
                    <span className={styles.unfold}>{t('compare.unfold')}</span>
                  </button>
                )}
              </div>
            )
          })}
        </div>
      </section>
    </div>
  )
}
