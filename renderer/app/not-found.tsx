import { useTranslation } from 'react-i18next'
import { Page } from '../design/page.tsx'

export function NotFound() {
  const { t } = useTranslation()
  return (
    <Page title={t('notFound.title')}>
      <p>{t('notFound.what')}</p>
    </Page>
  )
}
