import { useTranslation } from 'react-i18next'
import type { Validity } from '../../../library/items/validity.ts'
import type { CitedPassage } from '../../../library/meetings/materials/cited.schema.ts'
import type { CitedState } from '../../../library/meetings/materials/material-view.ts'
import { ValidityBadge } from '../../design/validity-badge.tsx'
import styles from './drill-play.module.css'
import { SaidWords } from './said-words.tsx'

interface PlayedClauseProps {
  readonly cite: CitedPassage
  /** As of today; without it what was known when it was cited. */
  readonly state: CitedState | undefined
}

/** A clause behind a choice, with its validity, and its words to unfold. */
export function PlayedClause({ cite, state }: PlayedClauseProps) {
  const { t } = useTranslation('presenting')
  const known = state?.state ?? cite.validity
  return (
    <div className={styles.clause}>
      <p>
        《{cite.title}》{cite.provision}　
        {isValidity(known) ? (
          <ValidityBadge validity={known} />
        ) : (
          known && <span className={styles.quiet}>{t(`play.${known}`)}</span>
        )}
      </p>
      {cite.note && <p className={styles.quiet}>{cite.note}</p>}
      {cite.text && (
        <details>
          <summary>{t('play.words')}</summary>
          <SaidWords text={cite.text} />
        </details>
      )}
    </div>
  )
}

function isValidity(state: CitedState['state'] | undefined): state is Validity {
  return state !== undefined && state !== 'withdrawn' && state !== 'missing'
}
