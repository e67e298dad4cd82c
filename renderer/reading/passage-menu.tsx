import { Dropdown, type MenuProps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icon.tsx'
import { useDeskActions } from './desk-actions.ts'
import { DeskIcon } from './desk-icon.tsx'
import styles from './passage-menu.module.css'

interface PassageMenuProps {
  readonly index: number
  readonly place: string
  readonly favourite: boolean
}

/** The menu beside a passage. The menu itself is made when first opened, so that a page of passages stays light. */
export function PassageMenu({ index, place, favourite }: PassageMenuProps) {
  const { t } = useTranslation('reading')
  const { t: meetings } = useTranslation('meetings')
  const actions = useDeskActions()
  const [open, setOpen] = useState(false)
  const label = place === '' ? t('passage.menuText') : t('passage.menu', { place })
  const button = (
    <button
      type="button"
      className={styles.button}
      aria-label={label}
      title={label}
      aria-haspopup="menu"
      aria-expanded={open}
      data-open={open ? '' : undefined}
      onClick={() => setOpen(true)}
    >
      <Icon name="more" />
    </button>
  )
  if (!open) return button

  const items: MenuProps['items'] = [
    {
      key: 'cite',
      icon: (
        <span className={styles.icon}>
          <DeskIcon name="quote" />
        </span>
      ),
      label: t('menu.cite'),
      extra: 'C',
    },
    {
      key: 'cite-words',
      icon: (
        <span className={styles.icon}>
          <DeskIcon name="copy" />
        </span>
      ),
      label: t('menu.citeWords'),
    },
    {
      key: 'link',
      icon: (
        <span className={styles.icon}>
          <DeskIcon name="link" />
        </span>
      ),
      label: t('menu.link'),
      extra: 'L',
    },
    {
      key: 'favourite',
      icon: <span className={styles.icon}>{favourite ? <DeskIcon name="kept" /> : <Icon name="favourite" />}</span>,
      label: t(favourite ? 'menu.favouriteRemove' : 'menu.favourite'),
      extra: 'F',
    },
    {
      key: 'meeting',
      icon: (
        <span className={styles.icon}>
          <Icon name="meeting" />
        </span>
      ),
      label: meetings('take.action'),
      extra: 'A',
    },
    {
      key: 'note',
      icon: (
        <span className={styles.icon}>
          <Icon name="note" />
        </span>
      ),
      label: t('menu.note'),
      extra: 'N',
    },
    {
      key: 'report',
      icon: (
        <span className={styles.icon}>
          <DeskIcon name="report" />
        </span>
      ),
      label: t('menu.report'),
      extra: 'R',
    },
  ]
  const run: MenuProps['onClick'] = ({ key, domEvent }) => {
    // The same Enter must not also press what has the focus next, for example a dialog's button.
    domEvent.preventDefault()
    setOpen(false)
    if (key === 'cite') actions.citePassage(index, false)
    else if (key === 'cite-words') actions.citePassage(index, true)
    else if (key === 'link') actions.copyLink(index)
    else if (key === 'favourite') actions.toggleFavourite(index)
    else if (key === 'meeting') actions.takeIntoMeeting(index)
    else if (key === 'note') actions.startNote(index)
    else if (key === 'report') actions.startReport(index)
  }
  return (
    <Dropdown
      open
      autoFocus
      getPopupContainer={(node) => node.closest<HTMLElement>('main') ?? document.body}
      trigger={['click']}
      placement="bottomRight"
      menu={{ items, onClick: run }}
      onOpenChange={(next) => setOpen(next)}
    >
      {button}
    </Dropdown>
  )
}
