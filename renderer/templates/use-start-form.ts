import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { FormView } from '../../library/templates/forms/form-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'
import { templateQuery } from './template-queries.ts'

/** Begins a form of a template and goes there; `continueWith` takes over whom the form before was about. */
export function useStartForm() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (given: { readonly templateId: string; readonly continueWith?: string | undefined }) =>
      request<FormView>('POST', '/api/forms', { body: given }),
    onSuccess: (form) => {
      client.setQueryData([...queryKeys.filledForms, form.id], form)
      // The form asks for the revision it was begun with: that is the one on the page, and need not come again.
      const shown = client.getQueryData(templateQuery(form.templateId).queryKey)
      if (shown?.revision === form.revision) {
        client.setQueryData(templateQuery(form.templateId, form.revision).queryKey, shown)
      }
      void client.invalidateQueries({ queryKey: [...queryKeys.filledForms, 'list'] })
      return navigate({ to: '/forms/$formId', params: { formId: form.id } })
    },
  })
}
