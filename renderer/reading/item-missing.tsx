import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyNotice } from '../design/empty-notice.tsx'
import { Page } from '../design/page.tsx'
import type { ServiceError } from '../service/service-error.ts'
import { useItemRestore } from './use-item-restore.ts'

interface ItemMissingProps {
  readonly itemId: string
  readonly error: ServiceError
}

/** There is no such item or revision here, or it was put away; each with the way on. */
export function ItemMissing({ itemId, error }: ItemMissingProps) {
  const { t } = useTranslation('reading')
  const restore = useItemRestore(itemId)
  const putAway = error.code === 'ITEM_PUT_AWAY'
  const noRevision = error.code === 'REVISION_NOT_FOUND'
  const title = t(putAway ? 'notFound.putAwayTitle' : noRevision ? 'notFound.revisionTitle' : 'notFound.title')
  return (
    <Page title={title}>
      <EmptyNotice title={putAway ? t('notFound.safe') : error.what}>
        {error.code === 'ITEM_WITHDRAWN' && <p>{error.why}</p>}
        {putAway || <p>{error.todo ?? t('notFound.what')}</p>}
        {restore.isError && <p role="alert">{restore.error.message}</p>}
        {putAway && (
          <Button type="primary" onClick={() => restore.mutate()} loading={restore.isPending}>
            {t('notFound.restore')}
          </Button>
        )}
        <p>
          {noRevision && (
            <>
              <Link to="/item/$itemId" params={{ itemId }} search={{}}>
                {t('notFound.current')}
              </Link>
              {' · '}
            </>
          )}
          <Link to="/search">{t('notFound.search')}</Link>
          {' · '}
          <Link to="/library">{t('notFound.library')}</Link>
        </p>
      </EmptyNotice>
    </Page>
  )
}
