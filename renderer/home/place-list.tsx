import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemSummary } from '../../library/items/item-view.ts'
import type { Favourite, RecentItem } from '../../library/reading/reading-view.ts'
import { anchorText } from '../design/anchor-text.ts'
import { Icon } from '../design/icon.tsx'
import { shortTitle } from '../design/short-title.ts'
import { ValidityBadge } from '../design/validity-badge.tsx'
import styles from './place-list.module.css'

const shownAtMost = 6

interface PlaceListProps {
  readonly title: string
  readonly places: readonly (Favourite | RecentItem)[]
  readonly empty: string
  readonly more?: '/favourites'
}

/** Passages to go back to: recently read, or favourites. */
export function PlaceList({ title, places, empty, more }: PlaceListProps) {
  return (
    <Shelf title={title} more={more} empty={places.length === 0 ? empty : undefined}>
      {places.slice(0, shownAtMost).map((place) => (
        <li key={`${place.itemId}#${place.anchor}`}>
          <Link
            to="/item/$itemId"
            params={{ itemId: place.itemId }}
            hash={place.anchor}
            className={styles.row}
            title={place.title}
          >
            <Icon name={place.kind} />
            <span className={styles.name}>
              {shortTitle(place.title)}
              {place.anchor !== '' && <span className={styles.anchor}>{anchorText(place.anchor)}</span>}
            </span>
            {outdated(place.validity) && <ValidityBadge validity={place.validity} />}
          </Link>
        </li>
      ))}
    </Shelf>
  )
}

export function NewestList({ items }: { readonly items: readonly ItemSummary[] }) {
  const { t } = useTranslation('home')
  return (
    <Shelf title={t('newest')} more="/library" empty={items.length === 0 ? t('emptyNewest') : undefined}>
      {items.slice(0, shownAtMost).map((item) => (
        <li key={item.itemId}>
          <Link to="/item/$itemId" params={{ itemId: item.itemId }} className={styles.row} title={item.title}>
            <Icon name={item.kind} />
            <span className={styles.name}>{shortTitle(item.title)}</span>
            {outdated(item.validity) && <ValidityBadge validity={item.validity} />}
          </Link>
        </li>
      ))}
    </Shelf>
  )
}

interface ShelfProps {
  readonly title: string
  readonly more?: '/favourites' | '/library' | undefined
  readonly empty: string | undefined
  readonly children: ReactNode
}

function Shelf({ title, more, empty, children }: ShelfProps) {
  const { t } = useTranslation('home')
  return (
    <section>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {more && !empty && (
          <Link to={more} aria-label={`${title}：${t('all')}`} className={styles.more}>
            {t('all')}
          </Link>
        )}
      </div>
      {empty ? <p className={styles.empty}>{empty}</p> : <ul>{children}</ul>}
    </section>
  )
}

function outdated(validity: string): boolean {
  return validity !== 'in-force'
}
