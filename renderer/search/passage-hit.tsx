import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '../../library/search/search-view.ts'
import { MarkedText } from '../design/marked-text.tsx'
import { HitActions } from './hit-actions.tsx'
import styles from './passage-hit.module.css'
import type { ResultHit } from './result-hits.ts'

interface PassageHitProps {
  readonly hit: ResultHit
  readonly passage: SearchHit
  readonly words: string
  /** True for the one looked at, which is in the preview. */
  readonly current: boolean
  /** True when chosen to be compared. */
  readonly chosen: boolean
  readonly onFocus: (hit: ResultHit) => void
  readonly onCopy: (hit: ResultHit) => void
  readonly onPair: (hit: ResultHit) => void
}

/** One passage found: where it stands, its text with the words marked, and why when that is not obvious. */
export function PassageHit({ hit, passage, words, current, chosen, onFocus, onCopy, onPair }: PassageHitProps) {
  const { t } = useTranslation('search')
  // A section's own heading stands in front already.
  const path = passage.path.at(-1) === passage.provision ? passage.path.slice(0, -1) : passage.path
  const reason = passage.why?.replace(/^因[\s:：]*/, '')
  return (
    <li className={styles.line}>
      <Link
        to="/item/$itemId"
        params={{ itemId: passage.itemId }}
        search={{ revision: hit.revision, q: words }}
        hash={passage.anchor}
        className={styles.hit}
        data-hit={hit.key}
        data-current={current ? '' : undefined}
        data-chosen={chosen ? '' : undefined}
        onFocus={() => onFocus(hit)}
      >
        {(passage.provision || path.length > 0) && (
          <span className={styles.place}>
            {passage.provision && <span className={styles.provision}>{passage.provision}</span>}
            {path.length > 0 && <span className={styles.path}>{path.join(' › ')}</span>}
          </span>
        )}
        <span className={styles.snippet}>
          <MarkedText text={passage.snippet} marks={passage.marks} />
        </span>
        {reason && (
          <span className={styles.why}>
            <span className={styles.because}>{t('reason')}</span> {reason}
          </span>
        )}
      </Link>
      <HitActions hit={hit} chosen={chosen} onCopy={() => onCopy(hit)} onPair={() => onPair(hit)} />
    </li>
  )
}
