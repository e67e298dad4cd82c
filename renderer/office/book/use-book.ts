import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { BookEntry } from '../../../library/templates/known/known-view.ts'
import { keepFocus } from '../../design/keep-focus.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import type { BookKind } from './book-fields.ts'

/** Entries asked for at a time. */
export const BOOK_PAGE = 100

interface BookPage {
  readonly total: number
  readonly entries: readonly BookEntry[]
}

/** Entries from `page * BOOK_PAGE` on; `q`: a name, its initials, the last digits of a resident id. */
export function bookQuery(q: string, kind: BookKind | '', page: number) {
  return queryOptions({
    queryKey: [...queryKeys.book, q, kind, page],
    queryFn: ({ signal }) =>
      request<BookPage>('GET', '/api/book', {
        query: { q, kind, limit: BOOK_PAGE, offset: page * BOOK_PAGE },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export function entryQuery(id: string | undefined) {
  return queryOptions({
    queryKey: [...queryKeys.book, 'entry', id ?? ''],
    queryFn: ({ signal }) => request<BookEntry>('GET', pathOf(id ?? ''), { signal }),
    enabled: id !== undefined,
  })
}

/** What a person may change of an entry. */
export type EntryContent = Pick<BookEntry, 'kind' | 'values' | 'extra' | 'householdId'>

const pathOf = (id: string) => `/api/book/${encodeURIComponent(id)}`

export function useBookChanges() {
  const client = useQueryClient()
  const refresh = async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: queryKeys.book }),
      client.invalidateQueries({ queryKey: queryKeys.known }),
    ])
    keepFocus()
  }
  const add = useMutation({
    mutationFn: (content: EntryContent) => request<BookEntry>('POST', '/api/book', { body: content }),
    onSuccess: refresh,
  })
  const save = useMutation({
    mutationFn: ({ id, content }: { readonly id: string; readonly content: EntryContent }) =>
      request<BookEntry>('PUT', pathOf(id), { body: content }),
    onSuccess: refresh,
  })
  const remove = useMutation({
    mutationFn: (id: string) => request('DELETE', pathOf(id)),
    onSuccess: refresh,
  })
  const restore = (id: string) => request('POST', `${pathOf(id)}/restore`).then(refresh)
  return { add, save, remove, restore, refresh }
}
