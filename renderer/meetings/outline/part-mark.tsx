import { useTranslation } from 'react-i18next'
import type { MeetingPartType } from '../../../library/meetings/outline/outline.schema.ts'
import styles from './outline.module.css'

/** What kind of part this is, in a word. */
export function PartMark({ type }: { readonly type: MeetingPartType }) {
  const { t } = useTranslation('meetings')
  return (
    <span className={styles.mark} data-type={type}>
      {t(`part.${type}`)}
    </span>
  )
}
