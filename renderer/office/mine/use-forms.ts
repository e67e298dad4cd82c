import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormSummary, FormView } from '../../../library/templates/forms/form-view.ts'
import { keepFocus } from '../../design/keep-focus.ts'
import { request, send } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'

export const FORMS_PAGE = 60

export interface FormsAsked {
  readonly q?: string | undefined
  readonly state?: string | undefined
  readonly template?: string | undefined
  readonly batch?: string | undefined
  /** From 0. */
  readonly page: number
}

export function formsQuery({ page, ...asked }: FormsAsked) {
  return queryOptions({
    queryKey: [...queryKeys.filledForms, 'list', asked, page],
    queryFn: ({ signal }) =>
      request<{ total: number; forms: FormSummary[] }>('GET', '/api/forms', {
        query: { ...asked, limit: FORMS_PAGE, offset: page * FORMS_PAGE },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export const formPath = (id: string) => `/api/forms/${encodeURIComponent(id)}`

/** The document of a form, as it was made or as its draft stands. */
export async function formDocument(id: string): Promise<Blob> {
  const response = await send('GET', `${formPath(id)}/docx`)
  return response.blob()
}

export function useFormChanges() {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: queryKeys.filledForms }).then(keepFocus)
  const remove = useMutation({
    mutationFn: (id: string) => request('DELETE', formPath(id)),
    onSuccess: refresh,
  })
  const again = useMutation({
    mutationFn: ({ id, how }: { readonly id: string; readonly how: 'copy' | 'renew' }) =>
      request<FormView>('POST', `${formPath(id)}/${how}`),
    onSuccess: refresh,
  })
  const restore = (id: string) => request('POST', `${formPath(id)}/restore`).then(refresh)
  return { remove, again, restore }
}
