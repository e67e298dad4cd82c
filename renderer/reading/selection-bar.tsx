import { type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icon.tsx'
import { useDeskActions } from './desk-actions.ts'
import { DeskIcon } from './desk-icon.tsx'
import { readSelection, type TextSelection } from './read-selection.ts'
import styles from './selection-bar.module.css'
import { ToolButton } from './tool-button.tsx'

interface SelectionBarProps {
  /** The element the bar is placed in; the text is inside it. */
  readonly desk: RefObject<HTMLElement | null>
}

/** Offers, beside selected text, to cite it, link to it and note on it. */
export function SelectionBar({ desk }: SelectionBarProps) {
  const { t } = useTranslation('reading')
  const actions = useDeskActions()
  const [selection, setSelection] = useState<TextSelection>()

  useEffect(() => {
    let timer = 0
    let held = false
    const read = () => {
      clearTimeout(timer)
      timer = window.setTimeout(() => setSelection(held ? undefined : readSelection(desk.current)), 120)
    }
    const hold = (event: Event) => {
      held = !(event.target instanceof Element && event.target.closest('[role="toolbar"]'))
    }
    const release = () => {
      held = false
      read()
    }
    document.addEventListener('selectionchange', read)
    document.addEventListener('pointerdown', hold)
    document.addEventListener('pointerup', release)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', read)
      document.removeEventListener('pointerdown', hold)
      document.removeEventListener('pointerup', release)
    }
  }, [desk])

  if (!selection) return null
  const done = (act: () => void) => () => {
    act()
    document.getSelection()?.removeAllRanges()
    setSelection(undefined)
  }
  return (
    <div
      className={styles.bar}
      role="toolbar"
      aria-label={t('selection.label')}
      style={{ left: selection.left, top: selection.top }}
      onPointerDown={(event) => event.preventDefault()}
    >
      <ToolButton
        words
        label={t('menu.cite')}
        icon={<DeskIcon name="quote" />}
        onClick={done(() => actions.citeSelection(selection.cites, undefined))}
      />
      <ToolButton
        words
        label={t('menu.citeWords')}
        icon={<DeskIcon name="copy" />}
        onClick={done(() => actions.citeSelection(selection.cites, selection.words))}
      />
      <ToolButton
        label={t('menu.link')}
        icon={<DeskIcon name="link" />}
        onClick={done(() => actions.copyLink(selection.passage))}
      />
      <ToolButton
        label={t('menu.note')}
        icon={<Icon name="note" />}
        onClick={done(() => actions.startNote(selection.passage))}
      />
    </div>
  )
}
