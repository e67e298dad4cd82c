import { useTranslation } from 'react-i18next'
import type { StoryState } from '../../library/stories/process/process-view.ts'
import styles from './state-label.module.css'

/** How far a story is on its way, quietly. */
export function StateLabel({ state }: { readonly state: StoryState }) {
  const { t } = useTranslation('stories')
  return (
    <span className={styles.state} data-state={state}>
      {t(`state.${state}`)}
    </span>
  )
}
