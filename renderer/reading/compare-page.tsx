import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyNotice } from '../design/empty-notice.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import { LoadingNotice } from '../design/loading-notice.tsx'
import { usePageTitle } from '../design/page.tsx'
import { ServiceError } from '../service/service-error.ts'
import { chosenSides } from './chosen-sides.ts'
import styles from './compare-page.module.css'
import { ComparisonSides } from './comparison-sides.tsx'
import { ComparisonView } from './comparison-view.tsx'
import { ItemMissing } from './item-missing.tsx'
import { useComparison } from './use-comparison.ts'
import { useHistory } from './use-history.ts'

/** `/item/ID/compare?from=HEX&to=HEX`; without sides, the current version and the one before it. */
export function ComparePage() {
  const { t } = useTranslation('reading')
  const { itemId } = useParams({ from: '/item/$itemId/compare' })
  const given = useSearch({ from: '/item/$itemId/compare' })
  const navigate = useNavigate()
  const history = useHistory(itemId)
  const entries = history.data ?? []
  const { from, to } = chosenSides(entries, given)
  const comparable = from !== undefined && to !== undefined && from !== to
  const comparison = useComparison(itemId, from, to, comparable)
  const title = entries[0]?.title ?? ''
  usePageTitle(title === '' ? t('compare.title') : t('compare.heading', { title }))

  if (history.isPending) return <LoadingNotice />
  if (history.error instanceof ServiceError && history.error.status === 404)
    return <ItemMissing itemId={itemId} error={history.error} />

  const choose = (side: 'from' | 'to', revision: string) =>
    void navigate({
      to: '/item/$itemId/compare',
      params: { itemId },
      search: { from, to, [side]: revision },
      replace: true,
    })
  const swap = () =>
    void navigate({ to: '/item/$itemId/compare', params: { itemId }, search: { from: to, to: from }, replace: true })

  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <p>
          <Link to="/item/$itemId" params={{ itemId }} search={{}}>
            ← {t('compare.back')}
          </Link>
        </p>
        <h1 className={styles.title}>{title === '' ? t('compare.title') : t('compare.heading', { title })}</h1>
        {entries.length > 1 && (
          <ComparisonSides history={entries} from={from} to={to} onChoose={choose} onSwap={swap} />
        )}
      </header>
      {history.isError && <ErrorNotice error={history.error} onRetry={() => void history.refetch()} />}
      {history.isSuccess && entries.length < 2 && (
        <EmptyNotice title={t('compare.one')}>
          <p>{t('compare.oneHint')}</p>
        </EmptyNotice>
      )}
      {entries.length > 1 && !comparable && <p role="status">{t('compare.sameSide')}</p>}
      {comparable && comparison.isPending && <LoadingNotice />}
      {comparable && comparison.isError && (
        <ErrorNotice error={comparison.error} onRetry={() => void comparison.refetch()} />
      )}
      {comparable && comparison.data && (
        <ComparisonView
          key={`${comparison.data.from.revision} ${comparison.data.to.revision}`}
          comparison={comparison.data}
        />
      )}
    </div>
  )
}
