import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icon.tsx'
import { ValidityBadge } from '../../design/validity-badge.tsx'
import styles from './outline.module.css'
import type { ShownState } from './part-state.ts'

/** How valid what is cited is, today, by drawing and word. */
export function CitedBadge({ state }: { readonly state: ShownState }) {
  const { t } = useTranslation('meetings')
  if (state !== 'withdrawn' && state !== 'missing') return <ValidityBadge validity={state} />
  return (
    <span className={styles.gone} data-state={state}>
      <Icon name={state === 'withdrawn' ? 'warning' : 'file'} size="1em" />
      {t(`state.${state}`)}
    </span>
  )
}
