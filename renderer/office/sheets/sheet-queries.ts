import { queryOptions } from '@tanstack/react-query'
import type { ColumnMatch } from '../../../library/templates/known/known-view.ts'
import { request } from '../../service/client.ts'

/**
 * How a sheet's columns fit a template's fields, or the book.
 * @param table a table of the template that takes the rows
 */
export function sheetMatchQuery(upload: string, sheet: string, target: string, table?: string) {
  return queryOptions({
    queryKey: ['sheet-match', upload, sheet, target, table ?? ''],
    queryFn: ({ signal }) =>
      request<ColumnMatch[]>('GET', `/api/sheets/${encodeURIComponent(upload)}/match`, {
        query: { sheet, template: target, table },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })
}
