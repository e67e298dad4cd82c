import { useLocation, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../design/error-notice.tsx'
import { LoadingNotice } from '../design/loading-notice.tsx'
import { usePageTitle } from '../design/page.tsx'
import { ServiceError } from '../service/service-error.ts'
import { useMarkSeen } from '../updates/use-mark-seen.ts'
import { ItemMissing } from './item-missing.tsx'
import styles from './item-page.module.css'
import { ReadingDesk } from './reading-desk.tsx'
import { useItem } from './use-item.ts'

/** `/item/ID?revision=HEX&q=words#anchor` */
export function ItemPage() {
  const { t } = useTranslation('reading')
  const { itemId } = useParams({ from: '/item/$itemId' })
  const { revision, q } = useSearch({ from: '/item/$itemId' })
  const anchor = useLocation({ select: (place) => place.hash })
  const item = useItem(itemId, revision)
  useMarkSeen(itemId)
  usePageTitle(item.data?.title ?? t('title'))

  if (item.isPending) return <LoadingNotice />
  if (item.error instanceof ServiceError && item.error.status === 404)
    return <ItemMissing itemId={itemId} error={item.error} />
  if (item.isError && !item.data)
    return (
      <div className={styles.notice}>
        <h1 className="visually-hidden">{t('title')}</h1>
        <ErrorNotice error={item.error} onRetry={() => void item.refetch()} />
      </div>
    )
  return (
    <ReadingDesk
      key={`${itemId} ${item.data.revision} ${q ?? ''}`}
      item={item.data}
      query={q}
      anchor={decoded(anchor)}
    />
  )
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash)
  } catch {
    return hash
  }
}
