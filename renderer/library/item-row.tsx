import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ItemSummary } from '../../library/items/item-view.ts'
import { Icon } from '../design/icon.tsx'
import { KindLabel } from '../design/kind-label.tsx'
import { ValidityBadge } from '../design/validity-badge.tsx'
import { NewMark } from '../updates/new-mark.tsx'
import styles from './item-row.module.css'
import { usePutAway } from './use-put-away.tsx'

export function ItemRow({ item }: { readonly item: ItemSummary }) {
  const { t } = useTranslation('library')
  const putAway = usePutAway()
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.head}>
          <Link to="/item/$itemId" params={{ itemId: item.itemId }} className={styles.title}>
            {item.title}
          </Link>
          <NewMark itemId={item.itemId} />
          {item.kind === 'policy' && <ValidityBadge validity={item.validity} />}
        </p>
        <p className={styles.facts}>
          <KindLabel kind={item.kind} label={item.label} />
          {item.issuer && <span>{item.issuer}</span>}
          {item.documentNumber && <span>{item.documentNumber}</span>}
          {item.issuedOn && <span>{t('issued', { date: item.issuedOn })}</span>}
          {item.revisions > 1 && <span>{t('revisions', { n: item.revisions })}</span>}
          {item.topics.length > 0 && <span>{item.topics.join('、')}</span>}
          {item.starter && <span>{t('starter')}</span>}
        </p>
      </div>
      <button
        type="button"
        className={styles.putAway}
        aria-label={t('putAwayOf', { title: item.title })}
        disabled={putAway.isPending}
        onClick={() => putAway.mutate(item)}
      >
        <Icon name="putAway" />
        {t('putAway')}
      </button>
    </li>
  )
}
