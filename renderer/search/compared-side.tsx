import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../library/items/item-view.ts'
import { ValidityBadge } from '../design/validity-badge.tsx'
import { useShownDate } from '../reading/shown-date.ts'
import type { ComparedRun } from './compare-texts.ts'
import { ComparedRuns } from './compared-runs.tsx'
import styles from './pair-dialog.module.css'
import type { ResultHit } from './result-hits.ts'

interface ComparedSideProps {
  readonly hit: ResultHit
  readonly item: ItemView
  readonly runs: readonly ComparedRun[]
  readonly mark: 'added' | 'removed'
  /** Said before each marked run to those who do not see the marks. */
  readonly only: string
}

/** One side of a comparison: where it stands, whether it is in force, and its words. */
export function ComparedSide({ hit, item, runs, mark, only }: ComparedSideProps) {
  const { t } = useTranslation('search')
  const shown = useShownDate()
  return (
    <article className={styles.side}>
      <h3 className={styles.title}>
        {item.citationTitle} {hit.passage?.provision}
      </h3>
      <p className={styles.facts}>
        {item.kind === 'policy' && <ValidityBadge validity={item.validity} />}
        {item.effectiveFrom && <span>{t('preview.effective', { date: shown(item.effectiveFrom) })}</span>}
        <Link
          to="/item/$itemId"
          params={{ itemId: hit.item.itemId }}
          search={{ revision: hit.revision }}
          hash={hit.anchor}
          className={styles.open}
        >
          {t('pair.open')}
        </Link>
      </p>
      <ComparedRuns runs={runs} mark={mark} only={only} />
    </article>
  )
}
