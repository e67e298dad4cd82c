import { memo, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PassageView } from '../../library/items/item-view.ts'
import { passagePlace } from './citation.ts'
import { DeskIcon } from './desk-icon.tsx'
import { PassageMenu } from './passage-menu.tsx'
import styles from './passage-row.module.css'
import { PassageText } from './passage-text.tsx'
import { useMarkedText } from './use-marked-text.ts'

interface PassageRowProps {
  readonly passage: PassageView
  readonly index: number
  readonly terms: readonly string[]
  /** Which hit in this passage is the current one. */
  readonly currentHit: number | undefined
  readonly favourite: boolean
  /** True for the passage that was jumped to or is worked on. */
  readonly pinned: boolean
  readonly notes: ReactNode
}

/** One passage on the desk, with its menu at the right and the person's notes below. */
export const PassageRow = memo(function PassageRow(props: PassageRowProps) {
  const { passage, index, terms, currentHit, favourite, pinned, notes } = props
  const { t } = useTranslation('reading')
  const text = useRef<HTMLDivElement>(null)
  useMarkedText(text, terms, currentHit, passage.html)
  return (
    <div
      className={styles.row}
      data-passage={index}
      data-place={passagePlace(passage)}
      data-type={passage.type}
      data-pinned={pinned ? '' : undefined}
    >
      <div className={styles.gutter}>
        {favourite && (
          <span className={styles.kept} title={t('passage.favourite')}>
            <DeskIcon name="kept" size="1em" />
            <span className="visually-hidden">{t('passage.favourite')}</span>
          </span>
        )}
      </div>
      <div className={styles.main}>
        <PassageText passage={passage} textRef={text} />
        {notes}
      </div>
      <div className={styles.menu}>
        <PassageMenu index={index} place={passagePlace(passage)} favourite={favourite} />
      </div>
    </div>
  )
})
