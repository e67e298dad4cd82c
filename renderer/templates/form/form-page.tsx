import { queryOptions, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { FormView } from '../../../library/templates/forms/form-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import styles from '../../design/form-desk.module.css'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { FinishedDesk } from '../finish/finished-desk.tsx'
import { templateQuery } from '../template-queries.ts'
import { FormDesk } from './form-desk.tsx'

const route = getRouteApi('/forms/$formId')

function formQuery(id: string) {
  return queryOptions({
    queryKey: [...queryKeys.filledForms, id],
    queryFn: ({ signal }) => request<FormView>('GET', `/api/forms/${encodeURIComponent(id)}`, { signal }),
    // What is on the desk is newer than what the service has.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

/** `/forms/ID`: a form to fill, or the document made of it. */
export function FormPage() {
  const { formId } = route.useParams()
  const form = useQuery(formQuery(formId))
  const template = useQuery(templateQuery(form.data?.templateId ?? '', form.data?.revision))
  const failed = form.isError ? form : template.isError ? template : undefined
  if (failed) {
    return (
      <div className={styles.alone}>
        <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />
      </div>
    )
  }
  if (!form.data || !template.data) return <LoadingNotice />
  if (form.data.state === 'finished') return <FinishedDesk key={formId} form={form.data} template={template.data} />
  return <FormDesk key={formId} form={form.data} template={template.data} />
}
