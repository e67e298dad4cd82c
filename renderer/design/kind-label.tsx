import { useTranslation } from 'react-i18next'
import type { ItemKind } from '../../library/items/item-kind.ts'
import { Icon } from './icon.tsx'
import styles from './kind-label.module.css'

export function KindLabel({ kind, label }: { readonly kind: ItemKind; readonly label?: string | undefined }) {
  const { t } = useTranslation()
  return (
    <span className={styles.kind}>
      <Icon name={kind} size="1.1em" />
      {label ? `${t(`kindOne.${kind}`)} · ${label}` : t(`kindOne.${kind}`)}
    </span>
  )
}
