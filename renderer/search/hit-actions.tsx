import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icon.tsx'
import { useTaking } from '../meetings/taking/taking-context.ts'
import { DeskIcon } from '../reading/desk-icon.tsx'
import styles from './passage-hit.module.css'
import type { ResultHit } from './result-hits.ts'
import { takeableHit } from './takeable-hit.ts'

interface HitActionsProps {
  readonly hit: ResultHit
  readonly chosen: boolean
  readonly onCopy: () => void
  readonly onPair: () => void
}

/**
 * What can be done with a result without opening it. By keyboard its letters do the same, so these
 * are no stops on the way from result to result.
 */
export function HitActions({ hit, chosen, onCopy, onPair }: HitActionsProps) {
  const { t } = useTranslation('search')
  const { t: meetings } = useTranslation('meetings')
  const take = useTaking()
  const pair = t(chosen ? 'pair.unchoose' : 'pair.choose')
  return (
    <span className={styles.actions} data-chosen={chosen ? '' : undefined}>
      <button
        type="button"
        tabIndex={-1}
        className={styles.action}
        aria-label={t('cite.copy')}
        title={`${t('cite.copy')} (y)`}
        onClick={onCopy}
      >
        <DeskIcon name="quote" size="1.125rem" />
      </button>
      <button
        type="button"
        tabIndex={-1}
        className={styles.action}
        aria-label={pair}
        aria-pressed={chosen}
        title={`${pair} (x)`}
        onClick={onPair}
      >
        <DeskIcon name="compare" size="1.125rem" />
      </button>
      <button
        type="button"
        tabIndex={-1}
        className={styles.action}
        aria-label={meetings('take.action')}
        title={`${meetings('take.action')} (a)`}
        onClick={() => take(takeableHit(hit))}
      >
        <Icon name="meeting" size="1.125rem" />
      </button>
    </span>
  )
}
