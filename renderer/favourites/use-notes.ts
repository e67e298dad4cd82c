import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Note } from '../../library/reading/reading-view.ts'
import { keepFocus } from '../design/keep-focus.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

/** Every note, of every item. */
export function useNotes() {
  return useQuery({
    queryKey: queryKeys.notes,
    queryFn: ({ signal }) => request<Note[]>('GET', '/api/notes', { signal }),
  })
}

export function useChangeNote() {
  const refresh = useRefreshNotes()
  return useMutation({
    mutationFn: ({ id, text }: Pick<Note, 'id' | 'text'>) =>
      request<Note>('PUT', `/api/notes/${encodeURIComponent(id)}`, { body: { text } }),
    onSuccess: refresh,
  })
}

export function useDeleteNote() {
  const refresh = useRefreshNotes()
  return useMutation({
    mutationFn: (id: string) => request('DELETE', `/api/notes/${encodeURIComponent(id)}`),
    onSuccess: refresh,
  })
}

function useRefreshNotes() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: queryKeys.notes }).then(keepFocus)
}
