import { type CSSProperties, type KeyboardEvent, memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icon.tsx'
import { type OutlineNode, type OutlineRow, outlinePath, outlineRows } from './outline.ts'
import styles from './outline-tree.module.css'

interface OutlineTreeProps {
  readonly outline: readonly OutlineNode[]
  /** The number of the passage being read. */
  readonly place: number
  readonly onGo: (passage: number) => void
}

/** The outline as a tree: arrows move and open, Enter goes there, the line of the place being read is marked. */
export const OutlineTree = memo(function OutlineTree({ outline, place, onGo }: OutlineTreeProps) {
  const { t } = useTranslation('reading')
  const tree = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [focused, setFocused] = useState<string>()
  const path = outlinePath(outline, place)
  const rows = outlineRows(outline, path, chosen)
  const here = rows.findLast((row) => path.includes(row.node))?.node.anchor
  const stop = rows.some((row) => row.node.anchor === focused) ? focused : (here ?? rows[0]?.node.anchor)

  useEffect(() => {
    const line = here && tree.current?.querySelector(`[data-line="${CSS.escape(here)}"]`)
    if (line) line.scrollIntoView({ block: 'nearest' })
  }, [here])

  if (rows.length === 0) return <p className={styles.empty}>{t('outline.empty')}</p>

  const setOpen = (row: OutlineRow, open: boolean) => setChosen(new Map(chosen).set(row.node.anchor, open))
  const focusOn = (anchor: string | undefined) => {
    if (anchor === undefined) return
    setFocused(anchor)
    tree.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(anchor)}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent, row: OutlineRow) => {
    const at = rows.indexOf(row)
    if (event.key === 'ArrowDown') focusOn(rows[at + 1]?.node.anchor)
    else if (event.key === 'ArrowUp') focusOn(rows[at - 1]?.node.anchor)
    else if (event.key === 'Home') focusOn(rows[0]?.node.anchor)
    else if (event.key === 'End') focusOn(rows.at(-1)?.node.anchor)
    else if (event.key === 'ArrowRight' && row.expanded === false) setOpen(row, true)
    else if (event.key === 'ArrowRight') focusOn(row.node.children[0]?.anchor)
    else if (event.key === 'ArrowLeft' && row.expanded) setOpen(row, false)
    else if (event.key === 'ArrowLeft') focusOn(row.parent?.anchor)
    else if (event.key === 'Enter' || event.key === ' ') onGo(row.node.passage)
    else return
    event.preventDefault()
  }

  return (
    <div ref={tree} role="tree" aria-label={t('outline.label')} className={styles.tree}>
      {rows.map((row) => (
        <div
          key={row.node.anchor}
          role="treeitem"
          aria-level={row.depth + 1}
          aria-expanded={row.expanded}
          aria-current={row.node.anchor === here ? 'location' : undefined}
          aria-selected={row.node.anchor === here}
          tabIndex={row.node.anchor === stop ? 0 : -1}
          data-line={row.node.anchor}
          data-provision={row.node.gist === '' ? undefined : ''}
          className={styles.line}
          title={row.node.gist === '' ? undefined : `${row.node.heading} ${row.node.gist}…`}
          style={{ '--depth': row.depth } as CSSProperties}
          onClick={() => {
            setFocused(row.node.anchor)
            onGo(row.node.passage)
          }}
          onKeyDown={(event) => onKeyDown(event, row)}
        >
          <span
            className={styles.twist}
            data-open={row.expanded}
            aria-hidden="true"
            onClick={(event) => {
              if (row.expanded === undefined) return
              event.stopPropagation()
              setOpen(row, !row.expanded)
            }}
          >
            {row.expanded !== undefined && <Icon name="next" size="0.875em" />}
          </span>
          <span className={styles.heading}>{row.node.heading}</span>
          {row.node.gist !== '' && <span className={styles.gist}>{row.node.gist}</span>}
        </div>
      ))}
    </div>
  )
})
