import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemHits } from '../../library/search/search-view.ts'
import { KindLabel } from '../design/kind-label.tsx'
import { ValidityBadge } from '../design/validity-badge.tsx'
import styles from './item-result.module.css'
import { PassageHit } from './passage-hit.tsx'

const shownAtFirst = 3

/** An item with its best passages. */
export function ItemResult({ item, words }: { readonly item: ItemHits; readonly words: string }) {
  const { t } = useTranslation('search')
  const [all, setAll] = useState(false)
  const shown = all ? item.passages : item.passages.slice(0, shownAtFirst)
  const hidden = item.passages.length - shown.length
  // An older revision is linked as such; the current one keeps its short address.
  const revision = item.validity === 'amended' ? item.revision : undefined
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
        {shown.map((hit) => (
          <PassageHit key={hit.anchor} hit={hit} words={words} revision={revision} />
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          {t('more', { n: hidden })}
        </button>
      )}
    </li>
  )
}
