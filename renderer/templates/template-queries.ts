import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Finding } from '../../library/templates/finding.ts'
import type { FormData } from '../../library/templates/template-schema.ts'
import type { TemplateSummary, TemplateView } from '../../library/templates/template-view.ts'
import { fetchBlob, request, send } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

/** `q`: words, pinyin or initials; without it the most recently used come first. */
export function templatesQuery(q: string) {
  return queryOptions({
    queryKey: [...queryKeys.templates, 'list', q],
    queryFn: ({ signal }) => request<TemplateSummary[]>('GET', '/api/templates', { query: { q }, signal }),
    placeholderData: keepPreviousData,
  })
}

export function templateQuery(itemId: string, revision?: string) {
  return queryOptions({
    queryKey: [...queryKeys.templates, itemId, revision ?? ''],
    queryFn: ({ signal }) =>
      request<TemplateView>('GET', `/api/templates/${encodeURIComponent(itemId)}`, { query: { revision }, signal }),
    enabled: itemId !== '',
  })
}

/** The template's own document. Blobs never change, so it is asked for once. */
export function documentQuery(sha256: string) {
  return queryOptions({
    queryKey: [...queryKeys.templates, 'document', sha256],
    queryFn: ({ signal }) => fetchBlob(sha256, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })
}

export interface CheckedData {
  /** With defaults and computed values where the person left a field. */
  readonly data: FormData
  readonly findings: readonly Finding[]
}

export function checkData(itemId: string, revision: string, data: FormData, signal: AbortSignal): Promise<CheckedData> {
  const query = { revision }
  return request('POST', `/api/templates/${encodeURIComponent(itemId)}/check`, { query, body: { data }, signal })
}

/** What is found in the fields and in the words of the document that they make. */
export function checkDocumentText(
  itemId: string,
  revision: string,
  data: FormData,
  signal: AbortSignal,
): Promise<CheckedData> {
  const body = { data, document: true }
  return request('POST', `/api/templates/${encodeURIComponent(itemId)}/check`, { query: { revision }, body, signal })
}

/** The document filled with what is given; nothing is kept. */
export async function fillDocument(
  itemId: string,
  revision: string,
  data: FormData,
  signal: AbortSignal,
): Promise<Blob> {
  const address = `/api/templates/${encodeURIComponent(itemId)}/fill?revision=${encodeURIComponent(revision)}`
  const headers = { 'content-type': 'application/json' }
  const response = await send('POST', address, { headers, body: JSON.stringify({ data }), signal })
  return response.blob()
}
