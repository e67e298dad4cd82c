import { useQuery } from '@tanstack/react-query'
import type { Note } from '../../library/reading/reading-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

const none: readonly Note[] = []

/** The person's own notes on an item. */
export function useItemNotes(itemId: string): readonly Note[] {
  const notes = useQuery({
    queryKey: [...queryKeys.notes, itemId],
    queryFn: ({ signal }) => request<Note[]>('GET', '/api/notes', { query: { itemId }, signal }),
  })
  return notes.data ?? none
}
