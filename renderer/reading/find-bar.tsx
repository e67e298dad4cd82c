import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icon.tsx'
import { DeskIcon } from './desk-icon.tsx'
import styles from './find-bar.module.css'
import { ToolButton } from './tool-button.tsx'
import type { Find } from './use-find.ts'

interface FindBarProps {
  readonly find: Find
  readonly field: RefObject<HTMLInputElement | null>
  readonly onStep: (step: 1 | -1) => void
  readonly onClose: () => void
}

/** Find in the open text. The browser's own cannot see passages that are not on the screen. */
export function FindBar({ find, field, onStep, onClose }: FindBarProps) {
  const { t } = useTranslation('reading')
  const total = find.hits.length
  const searching = find.text.trim() !== ''
  const place = find.current + 1
  const spoken = !searching ? '' : total === 0 ? t('find.none') : countText(t, place, total)

  return (
    <search className={styles.bar} aria-label={t('find.label')}>
      <Icon name="search" />
      <input
        ref={field}
        className={styles.field}
        type="text"
        spellCheck={false}
        aria-label={t('find.label')}
        placeholder={t('find.placeholder')}
        value={find.text}
        onChange={(event) => find.search(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onStep(event.shiftKey ? -1 : 1)
        }}
      />
      <span className={styles.count} data-none={searching && total === 0 ? '' : undefined} aria-hidden="true">
        {!searching ? '' : total === 0 ? t('find.none') : place > 0 ? t('find.short', { n: place, total }) : total}
      </span>
      <span className="visually-hidden" role="status">
        {spoken}
      </span>
      <ToolButton
        label={t('find.previous')}
        shortcut="["
        icon={<DeskIcon name="up" />}
        disabled={total === 0}
        onClick={() => onStep(-1)}
      />
      <ToolButton
        label={t('find.next')}
        shortcut="]"
        icon={<DeskIcon name="down" />}
        disabled={total === 0}
        onClick={() => onStep(1)}
      />
      <ToolButton label={t('find.close')} shortcut="Esc" icon={<Icon name="close" />} onClick={onClose} />
    </search>
  )
}

type Translate = ReturnType<typeof useTranslation<'reading'>>['t']

const countText = (t: Translate, place: number, total: number) =>
  place > 0 ? t('find.place', { n: place, total }) : t('find.total', { total })
