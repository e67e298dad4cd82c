import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ItemHits } from '../../library/search/search-view.ts'
import { KindLabel } from '../design/kind-label.tsx'
import { ValidityBadge } from '../design/validity-badge.tsx'
import styles from './item-result.module.css'
import { PassageHit } from './passage-hit.tsx'

interface ItemResultProps {
  readonly item: ItemHits
  readonly words: string
  /** True when an older revision may have been found, which is then linked as such; the current one keeps its short address. */
  readonly pinned: boolean
}

/** An item with its best passages. */
export function ItemResult({ item, words, pinned }: ItemResultProps) {
  const { t } = useTranslation('search')
  const revision = pinned ? item.revision : undefined
  const more = item.found - item.passages.length
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          <Link
            to="/item/$itemId"
            params={{ itemId: item.itemId }}
            search={{ revision, q: words }}
            className={styles.link}
            data-hit=""
          >
            {item.title}
          </Link>
        </h2>
        {item.kind === 'policy' && <ValidityBadge validity={item.validity} />}
      </div>
      <p className={styles.facts}>
        <KindLabel kind={item.kind} label={item.label} />
        {item.issuer && <span>{item.issuer}</span>}
        {item.documentNumber && <span>{item.documentNumber}</span>}
        {item.issuedOn && <span>{t('issued', { date: item.issuedOn })}</span>}
      </p>
      <ul>
        {item.passages.map((hit) => (
          <PassageHit key={hit.anchor} hit={hit} words={words} revision={revision} />
        ))}
      </ul>
      {more > 0 && (
        <Link
          to="/item/$itemId"
          params={{ itemId: item.itemId }}
          search={{ revision, q: words }}
          className={styles.more}
          data-hit=""
        >
          {t('more', { n: more })}
        </Link>
      )}
    </li>
  )
}
