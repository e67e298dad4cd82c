import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../library/items/item-view.ts'
import type { Note } from '../../library/reading/reading-view.ts'
import { useItemNotes } from './use-item-notes.ts'
import { useNoteChanges } from './use-note-changes.ts'

interface Editing {
  readonly anchor: string
  readonly noteId: string | undefined
  /** Another one for each editor opened. */
  readonly key: number
}

/** The notes of the open text, by anchor, and the one being written. */
export function useNoteDesk(item: ItemView, announce: (text: string, undo?: () => void) => void) {
  const { t } = useTranslation('reading')
  const { itemId, revision } = item
  const notes = useItemNotes(itemId)
  const changes = useNoteChanges(itemId)
  const [editing, setEditing] = useState<Editing>()

  const byAnchor = useMemo(() => Map.groupBy(notes, (note) => note.anchor), [notes])
  const start = useCallback((anchor: string) => setEditing({ anchor, noteId: undefined, key: Date.now() }), [])
  const edit = useCallback((note: Note) => setEditing({ anchor: note.anchor, noteId: note.id, key: Date.now() }), [])
  const created = useCallback((id: string) => setEditing((now) => now && { ...now, noteId: id }), [])
  const close = useCallback(() => setEditing(undefined), [])
  const remove = useCallback(
    async (note: Note) => {
      const failed = (error: unknown) =>
        announce(t('failed', { what: error instanceof Error ? error.message : String(error) }))
      try {
        await changes.remove(note.id)
        const { anchor, revision: writtenOn, text } = note
        announce(t('note.deleted'), () => {
          changes.create({ itemId, anchor, revision: writtenOn, text }).catch(failed)
        })
      } catch (error) {
        failed(error)
      }
    },
    [announce, changes, itemId, t],
  )
  return useMemo(
    () => ({
      itemId,
      revision,
      byAnchor,
      editing,
      changes,
      start,
      edit,
      created,
      close,
      remove: (note: Note) => void remove(note),
    }),
    [itemId, revision, byAnchor, editing, changes, start, edit, created, close, remove],
  )
}

export type NoteDesk = ReturnType<typeof useNoteDesk>
