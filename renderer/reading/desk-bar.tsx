import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../library/items/item-view.ts'
import { Icon } from '../design/icon.tsx'
import { ValidityBadge } from '../design/validity-badge.tsx'
import styles from './desk-bar.module.css'
import { DeskIcon } from './desk-icon.tsx'
import { ToolButton } from './tool-button.tsx'

interface DeskBarProps {
  readonly item: ItemView
  /** True once the text's own title has scrolled away. */
  readonly titled: boolean
  readonly favourite: boolean
  readonly outlineOpen: boolean
  readonly metadataOpen: boolean
  /** The find bar while it is open; it stands where the title does, so that it covers no text. */
  readonly find: ReactNode
  readonly onOutline: () => void
  readonly onMetadata: () => void
  readonly onFind: () => void
  readonly onFavourite: () => void
  readonly onMeeting: () => void
  readonly onReport: () => void
  readonly onPrint: () => void
  readonly onKeys: () => void
}

/** The line of tools above the text. */
export function DeskBar(props: DeskBarProps) {
  const { item, titled, favourite, outlineOpen, metadataOpen, find } = props
  const { t } = useTranslation('reading')
  const { t: meetings } = useTranslation('meetings')
  return (
    <div className={styles.bar}>
      <ToolButton
        words
        label={t('bar.outline')}
        shortcut="O"
        icon={<DeskIcon name="outline" />}
        expanded={outlineOpen}
        onClick={props.onOutline}
      />
      {find ?? (
        <p className={styles.title} aria-hidden="true" data-shown={titled ? '' : undefined}>
          <span>{item.title}</span>
          <ValidityBadge validity={item.validity} />
        </p>
      )}
      <ToolButton
        label={t('bar.find')}
        shortcut="Ctrl+F"
        icon={<Icon name="search" />}
        expanded={find !== undefined}
        onClick={props.onFind}
      />
      <ToolButton
        label={t(favourite ? 'bar.favouriteRemove' : 'bar.favourite')}
        icon={favourite ? <DeskIcon name="kept" /> : <Icon name="favourite" />}
        pressed={favourite}
        onClick={props.onFavourite}
      />
      <ToolButton label={meetings('take.action')} icon={<Icon name="meeting" />} onClick={props.onMeeting} />
      {item.history.length > 1 && (
        <Link
          className={styles.link}
          to="/item/$itemId/compare"
          params={{ itemId: item.itemId }}
          search={{}}
          aria-label={t('bar.compare')}
          title={t('bar.compare')}
        >
          <DeskIcon name="compare" />
        </Link>
      )}
      <ToolButton label={t('bar.report')} icon={<DeskIcon name="report" />} onClick={props.onReport} />
      <ToolButton label={t('bar.print')} shortcut="P" icon={<DeskIcon name="print" />} onClick={props.onPrint} />
      <ToolButton label={t('bar.keys')} shortcut="?" icon={<Icon name="keyboard" />} onClick={props.onKeys} />
      <ToolButton
        words
        label={t('bar.metadata')}
        shortcut="M"
        icon={<DeskIcon name="metadata" />}
        expanded={metadataOpen}
        onClick={props.onMetadata}
      />
    </div>
  )
}
