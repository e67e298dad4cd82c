import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ItemKind } from '../../library/items/item-kind.ts'
import { Icon } from '../design/icon.tsx'
import { itemKinds } from '../search/search-filters.ts'
import styles from './kind-cards.module.css'

/** The four kinds, with how many of each the library holds. */
export function KindCards({ counts }: { readonly counts: Readonly<Record<ItemKind, number>> }) {
  const { t } = useTranslation(['home', 'app'])
  return (
    <nav aria-label={t('kinds')}>
      <ul className={styles.cards}>
        {itemKinds.map((kind) => (
          <li key={kind}>
            <Link to="/library" search={{ kind }} className={styles.card}>
              <span className={styles.icon}>
                <Icon name={kind} size="1.75rem" />
              </span>
              <span className={styles.name}>{t(`app:kind.${kind}`)}</span>
              <span className={styles.count}>{t('items', { n: counts[kind] })}</span>
              <span className={styles.hint}>{t(`app:kindHint.${kind}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
