import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormPage, FormView } from '../../../library/templates/forms/form-view.ts'
import { keepFocus } from '../../design/keep-focus.ts'
import { request, send } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'

export const FORMS_PAGE = 60

export interface FormsAsked {
  readonly q?: string | undefined
  readonly state?: string | undefined
  readonly template?: string | undefined
  readonly batch?: string | undefined
  /** Whether those of one batch stand in one line. */
  readonly fold?: boolean | undefined
  /** From 0. */
  readonly page: number
}

export function formsQuery({ page, ...asked }: FormsAsked) {
  return queryOptions({
    queryKey: [...queryKeys.filledForms, 'list', asked, page],
    queryFn: ({ signal }) =>
      request<FormPage>('GET', '/api/forms', {
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

/** How many forms one archive holds. */
export const MOST_IN_ARCHIVE = 500

/** The documents of several forms in one archive. */
export async function formsArchive(ids: readonly string[]): Promise<Blob> {
  const response = await send('POST', '/api/forms/archive', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ids, formats: ['docx'] }),
  })
  return response.blob()
}

/** Every form of a batch that fits into one archive. */
export async function batchArchive(batch: string): Promise<Blob> {
  const query = { batch, state: 'finished', limit: MOST_IN_ARCHIVE }
  const { forms } = await request<FormPage>('GET', '/api/forms', { query })
  return formsArchive(forms.map(({ id }) => id))
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
