import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemView, PassageView } from '../../library/items/item-view.ts'
import { MarkedText } from '../design/marked-text.tsx'
import { PassageText } from '../reading/passage-text.tsx'
import styles from './passage-preview.module.css'
import { previewPassages } from './preview-passages.ts'
import type { ResultHit } from './result-hits.ts'

interface PreviewTextProps {
  readonly hit: ResultHit
  /** Absent until it has come; the part that was found stands in for it. */
  readonly item: ItemView | undefined
  readonly failed: boolean
  readonly onRetry: () => void
}

/** The passage between its neighbours, or the beginning of a whole text. */
export function PreviewText({ hit, item, failed, onRetry }: PreviewTextProps) {
  const { t } = useTranslation('search')
  const passages = useMemo(() => item && previewPassages(item.passages, hit.anchor), [item, hit.anchor])
  if (!item || !passages) {
    return (
      <>
        {hit.passage && (
          <p className={styles.snippet}>
            {hit.passage.provision && <strong>{hit.passage.provision} </strong>}
            <MarkedText text={hit.passage.snippet} marks={hit.passage.marks} />
          </p>
        )}
        <p className={styles.quiet} role="status">
          {failed ? t('preview.failed') : t('preview.loading')}
        </p>
        {failed && (
          <button type="button" className={styles.retry} onClick={onRetry}>
            {t('preview.retry')}
          </button>
        )}
      </>
    )
  }
  const above = passages.found?.path ?? []
  // A section's own heading stands before it already.
  const path = above.at(-1) === passages.found?.heading ? above.slice(0, -1) : above
  const snippet = passages.found ? undefined : hit.passage
  const shown = passages.before.length + passages.after.length
  return (
    <>
      {path.length > 0 && <p className={styles.quiet}>{path.join(' › ')}</p>}
      {passages.before.map((passage) => (
        <Neighbour key={passage.anchor} passage={passage} />
      ))}
      {snippet && (
        <p className={`${styles.found} ${styles.snippet}`}>
          <MarkedText text={snippet.snippet} marks={snippet.marks} />
        </p>
      )}
      {passages.found && (
        <div className={styles.found} data-found="">
          <PassageText passage={underTitle(passages.found)} />
        </div>
      )}
      {passages.after.map((passage) => (
        <Neighbour key={passage.anchor} passage={passage} quiet={passages.found !== undefined} />
      ))}
      {!passages.found && shown < item.passages.length && (
        <p className={styles.quiet}>{t('preview.cut', { n: item.passages.length })}</p>
      )}
    </>
  )
}

function Neighbour({ passage, quiet = true }: { readonly passage: PassageView; readonly quiet?: boolean }) {
  return (
    <div className={quiet ? styles.neighbour : styles.passage}>
      <PassageText passage={underTitle(passage)} />
    </div>
  )
}

/** All headings of the excerpt stand one below the title: those between are not shown. */
const underTitle = (passage: PassageView): PassageView => ({ ...passage, path: [''] })
