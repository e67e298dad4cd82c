import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ServiceError } from '../../service/service-error.ts'
import styles from '../publishing.module.css'
import { itemTitleQuery } from './item-title-query.ts'

/** An item of which only the id is known, by its title. */
export function ItemTitle({ itemId }: { readonly itemId: string }) {
  const { t } = useTranslation('publishing')
  const title = useQuery(itemTitleQuery(itemId))
  if (title.error instanceof ServiceError && (title.error.status === 404 || title.error.status === 410)) {
    return <span className={styles.muted}>{t('choice.missing', { id: itemId })}</span>
  }
  return (
    <Link to="/item/$itemId" params={{ itemId }}>
      {title.data ?? itemId}
    </Link>
  )
}
