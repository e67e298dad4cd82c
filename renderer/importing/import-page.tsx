import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../design/error-notice.tsx'
import { Page } from '../design/page.tsx'
import { ChosenPanel } from './chosen-panel.tsx'
import { DropPanel } from './drop-panel.tsx'
import { useImportDesk, useImportState } from './import-desk-context.tsx'
import { ProgressPanel } from './progress-panel.tsx'
import { ResultPanel } from './result-panel.tsx'
import { useRunningImport } from './use-running-import.ts'

export function ImportPage() {
  const { t } = useTranslation('importing')
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Stage />
    </Page>
  )
}

function Stage() {
  const { t } = useTranslation('importing')
  const desk = useImportDesk()
  const state = useImportState()
  useRunningImport(desk)
  switch (state.kind) {
    case 'idle':
      return <DropPanel />
    case 'gathering':
      return <p role="status">{t('gathering')}</p>
    case 'chosen':
      return <ChosenPanel selection={state.selection} />
    case 'sending':
    case 'running':
      return <ProgressPanel state={state} />
    case 'ended':
      return <ResultPanel job={state.job} />
    case 'failed':
      return (
        <ErrorNotice
          error={state.error}
          onRetry={() => (state.selection ? void desk.choose(state.selection) : desk.clear())}
        />
      )
  }
}
