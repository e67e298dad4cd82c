import { useTranslation } from 'react-i18next'
import type { Validity } from '../../library/items/validity.ts'
import { Icon, type IconName } from './icon.tsx'
import styles from './validity-badge.module.css'

const icons: Record<Validity, IconName> = {
  'in-force': 'check',
  'not-yet': 'later',
  amended: 'amended',
  repealed: 'repealed',
  expired: 'expired',
}

/** Whether a text is in force, by icon and word as well as by colour. */
export function ValidityBadge({ validity }: { readonly validity: Validity }) {
  const { t } = useTranslation()
  return (
    <span className={`${styles.badge} ${styles[validity]}`}>
      <Icon name={icons[validity]} size="1em" />
      {t(`validity.${validity}`)}
    </span>
  )
}
