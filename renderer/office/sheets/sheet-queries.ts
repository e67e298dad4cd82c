import { queryOptions } from '@tanstack/react-query'
import type { ColumnMatch } from '../../../library/templates/known/known-view.ts'
import { request } from '../../service/client.ts'

/** How a sheet's columns fit a template's fields, or the book. */
export function sheetMatchQuery(upload: string, sheet: string, target: string) {
  return queryOptions({
    queryKey: ['sheet-match', upload, sheet, target],
    queryFn: ({ signal }) =>
      request<ColumnMatch[]>('GET', `/api/sheets/${encodeURIComponent(upload)}/match`, {
        query: { sheet, template: target },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })
}
