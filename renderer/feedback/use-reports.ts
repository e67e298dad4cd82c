import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Report } from '../../library/feedback/report-view.ts'
import { keepFocus } from '../design/keep-focus.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

export type NewReport = Pick<Report, 'kind' | 'text' | 'itemId' | 'anchor' | 'revision' | 'quote' | 'gapId'>

const reportsQuery = queryOptions({
  queryKey: queryKeys.reports,
  queryFn: ({ signal }) => request<Report[]>('GET', '/api/reports', { signal }),
  refetchOnMount: 'always',
})

/** All the person wrote, newest first. */
export function useReports() {
  return useQuery(reportsQuery)
}

/** A change of what is written, after which it is read again. */
function useChange<Given, Answer = unknown>(change: (given: Given) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.reports }).then(keepFocus),
  })
}

const place = (id: string) => `/api/reports/${encodeURIComponent(id)}`

export const useWriteReport = () =>
  useChange((report: NewReport) => request<Report>('POST', '/api/reports', { body: report }))

export const useChangeReport = () =>
  useChange(({ id, text }: Pick<Report, 'id' | 'text'>) => request<Report>('PATCH', place(id), { body: { text } }))

export const useSeeAnswer = () => useChange((id: string) => request<Report>('PUT', `${place(id)}/seen`))
