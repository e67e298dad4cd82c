import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyNotice } from '../design/empty-notice.tsx'
import { Page } from '../design/page.tsx'
import { useItemRestore } from './use-item-restore.ts'

/** There is no such item, or it was put away. */
export function ItemMissing({ itemId }: { readonly itemId: string }) {
  const { t } = useTranslation('reading')
  const restore = useItemRestore(itemId)
  return (
    <Page title={t('notFound.title')}>
      <EmptyNotice title={t('notFound.what')}>
        <p>{t('notFound.safe')}</p>
        {restore.isError && <p role="alert">{restore.error.message}</p>}
        <p>
          <Button onClick={() => restore.mutate()} loading={restore.isPending}>
            {t('notFound.restore')}
          </Button>
        </p>
        <p>
          <Link to="/search">{t('notFound.search')}</Link> · <Link to="/library">{t('notFound.library')}</Link>
        </p>
      </EmptyNotice>
    </Page>
  )
}
