import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProposedTemplate } from '../../../library/templates/template-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { Page } from '../../design/page.tsx'
import { documentQuery, templateQuery } from '../template-queries.ts'
import { FilePlace } from './file-place.tsx'
import { TemplateEditor } from './template-editor.tsx'
import { proposeTemplate } from './use-own-template.ts'

const changeRoute = getRouteApi('/templates/$itemId/edit')

/** `/templates/new`: a .docx of one's own becomes a template. */
export function NewTemplatePage() {
  const { t } = useTranslation('templates')
  const [opened, setOpened] = useState<{ readonly file: File; readonly proposed: ProposedTemplate }>()
  return (
    <Page title={t('own.title')} lead={opened ? undefined : t('own.lead')}>
      {opened ? (
        <TemplateEditor file={opened.file} proposed={opened.proposed} />
      ) : (
        <FilePlace onOpen={async (file) => setOpened({ file, proposed: await proposeTemplate(file) })} teach />
      )}
    </Page>
  )
}

/** `/templates/ID/edit`: a template of one's own gets a new revision. */
export function ChangeTemplatePage() {
  const { t } = useTranslation('templates')
  const { itemId } = changeRoute.useParams()
  const template = useQuery({ ...templateQuery(itemId), staleTime: Number.POSITIVE_INFINITY })
  const docx = useQuery({
    ...documentQuery(template.data?.document.sha256 ?? ''),
    enabled: template.data !== undefined,
  })
  const failed = template.isError ? template : docx.isError ? docx : undefined
  if (failed) return <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />
  if (!template.data || !docx.data) return <LoadingNotice />
  const { title, document } = template.data
  return (
    <Page title={t('own.changeTitle', { title })}>
      <TemplateEditor
        key={template.data.revision}
        file={new File([docx.data], document.name, { type: document.mediaType })}
        proposed={{ ...template.data, blanks: [] }}
        template={template.data}
      />
    </Page>
  )
}
