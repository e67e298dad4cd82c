import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Note } from '../../library/reading/reading-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

export type NewNote = Pick<Note, 'itemId' | 'anchor' | 'revision' | 'text'>

export interface NoteChanges {
  create(note: NewNote): Promise<Note>
  update(id: string, text: string): Promise<Note>
  remove(id: string): Promise<void>
}

/** Writes notes and keeps what is shown in step with what the service acknowledged. */
export function useNoteChanges(itemId: string): NoteChanges {
  const queries = useQueryClient()
  return useMemo(() => {
    const show = (change: (notes: readonly Note[]) => readonly Note[]) => {
      queries.setQueryData<readonly Note[]>([...queryKeys.notes, itemId], (notes) => change(notes ?? []))
      void queries.invalidateQueries({ queryKey: queryKeys.notes })
    }
    return {
      async create(note) {
        const created = await request<Note>('POST', '/api/notes', { body: note })
        show((notes) => [...notes.filter((other) => other.id !== created.id), created])
        return created
      },
      async update(id, text) {
        const updated = await request<Note>('PUT', `/api/notes/${encodeURIComponent(id)}`, { body: { text } })
        show((notes) => notes.map((note) => (note.id === id ? updated : note)))
        return updated
      },
      async remove(id) {
        await request<unknown>('DELETE', `/api/notes/${encodeURIComponent(id)}`)
        show((notes) => notes.filter((note) => note.id !== id))
      },
    }
  }, [queries, itemId])
}
