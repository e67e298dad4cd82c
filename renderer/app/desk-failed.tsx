import type { ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../design/error-notice.tsx'
import { Page } from '../design/page.tsx'

/** A desk that could not be drawn; the frame around it keeps working. */
export function DeskFailed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  return (
    <Page title={t('name')}>
      <ErrorNotice error={error} onRetry={reset} />
    </Page>
  )
}
