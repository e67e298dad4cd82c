import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ItemHits } from '../../library/search/search-view.ts'
import { KindLabel } from '../design/kind-label.tsx'
import { ValidityBadge } from '../design/validity-badge.tsx'
import { NewMark } from '../updates/new-mark.tsx'
import styles from './item-result.module.css'
import { PassageHit } from './passage-hit.tsx'
import type { ResultHit } from './result-hits.ts'

interface ItemResultProps {
  readonly item: ItemHits
  /** Its lines: the title, then the passages. */
  readonly hits: readonly ResultHit[]
  readonly words: string
  /** Key of the line looked at. */
  readonly current: string | undefined
  /** Keys of the lines chosen to be compared. */
  readonly chosen: ReadonlySet<string>
  readonly onFocus: (hit: ResultHit) => void
  readonly onCopy: (hit: ResultHit) => void
  readonly onPair: (hit: ResultHit) => void
}

/** An item with its best passages. */
export function ItemResult({ item, hits, words, current, chosen, onFocus, onCopy, onPair }: ItemResultProps) {
  const { t } = useTranslation('search')
  const [title, ...passages] = hits
  const more = item.found - item.passages.length
  const address = {
    to: '/item/$itemId',
    params: { itemId: item.itemId },
    search: { revision: title?.revision, q: words },
  } as const
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          <Link
            {...address}
            className={styles.link}
            data-hit={title?.key}
            data-current={title && title.key === current ? '' : undefined}
            onFocus={() => title && onFocus(title)}
          >
            {item.title}
          </Link>
        </h2>
        <NewMark itemId={item.itemId} />
        {item.kind === 'policy' && <ValidityBadge validity={item.validity} />}
        {item.kind === 'template' && (
          <Link className={styles.fill} to="/templates/$itemId" params={{ itemId: item.itemId }} search={{}}>
            {t('fill')}
          </Link>
        )}
      </div>
      <p className={styles.facts}>
        <KindLabel kind={item.kind} label={item.label} />
        {item.issuer && <span>{item.issuer}</span>}
        {item.documentNumber && <span>{item.documentNumber}</span>}
        {item.issuedOn && <span>{t('issued', { date: item.issuedOn })}</span>}
      </p>
      <ul>
        {passages.map(
          (hit) =>
            hit.passage && (
              <PassageHit
                key={hit.key}
                hit={hit}
                passage={hit.passage}
                words={words}
                current={hit.key === current}
                chosen={chosen.has(hit.key)}
                onFocus={onFocus}
                onCopy={onCopy}
                onPair={onPair}
              />
            ),
        )}
      </ul>
      {more > 0 && (
        <Link {...address} className={styles.more} data-hit="more">
          {t('more', { n: more })}
        </Link>
      )}
    </li>
  )
}
