import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '../../library/search/search-view.ts'
import { MarkedText } from '../design/marked-text.tsx'
import styles from './passage-hit.module.css'

interface PassageHitProps {
  readonly hit: SearchHit
  readonly words: string
  readonly revision: string | undefined
}

/** One passage found: where it stands, its text with the words marked, and why when that is not obvious. */
export function PassageHit({ hit, words, revision }: PassageHitProps) {
  const { t } = useTranslation('search')
  // A section's own heading stands in front already.
  const path = hit.path.at(-1) === hit.provision ? hit.path.slice(0, -1) : hit.path
  return (
    <li>
      <Link
        to="/item/$itemId"
        params={{ itemId: hit.itemId }}
        search={{ revision, q: words }}
        hash={hit.anchor}
        className={styles.hit}
        data-hit=""
      >
        {(hit.provision || path.length > 0) && (
          <span className={styles.place}>
            {hit.provision && <span className={styles.provision}>{hit.provision}</span>}
            {path.length > 0 && <span className={styles.path}>{path.join(' › ')}</span>}
          </span>
        )}
        <span className={styles.snippet}>
          <MarkedText text={hit.snippet} marks={hit.marks} />
        </span>
        {hit.why && (
          <span className={styles.why}>
            <span className="visually-hidden">{t('why')}：</span>
            {hit.why}
          </span>
        )}
      </Link>
    </li>
  )
}
