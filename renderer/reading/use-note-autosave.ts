import { useCallback, useEffect, useRef, useState } from 'react'
import type { NewNote, NoteChanges } from './use-note-changes.ts'

export interface NoteDraft {
  /** Absent until the first words are saved. */
  readonly id: string | undefined
  readonly place: Omit<NewNote, 'text'>
  readonly text: string
  readonly changes: NoteChanges
}

export type SaveState =
  | { readonly kind: 'idle' | 'saving' | 'saved' }
  | { readonly kind: 'failed'; readonly what: string }

/** A pause in typing after which a note is saved, milliseconds. */
const PAUSE = 700

/** Saves a note a moment after the last key and when its editor goes away; one save at a time, the newest words win. */
export function useNoteAutosave(draft: NoteDraft, onCreated: (id: string) => void) {
  const [text, setText] = useState(draft.text)
  const [state, setState] = useState<SaveState>({ kind: 'idle' })
  const work = useRef({ id: draft.id, wanted: draft.text, saved: draft.text, busy: false })
  const { place, changes } = draft

  const saveNow = useCallback(async () => {
    const { current } = work
    if (current.busy || current.wanted === current.saved || current.wanted.trim() === '') return
    current.busy = true
    setState({ kind: 'saving' })
    try {
      while (current.wanted !== current.saved && current.wanted.trim() !== '') {
        const words = current.wanted
        if (current.id === undefined) {
          const note = await changes.create({ ...place, text: words })
          current.id = note.id
          onCreated(note.id)
        } else await changes.update(current.id, words)
        current.saved = words
      }
      setState({ kind: 'saved' })
    } catch (error) {
      setState({ kind: 'failed', what: error instanceof Error ? error.message : String(error) })
    } finally {
      current.busy = false
    }
  }, [place, changes, onCreated])

  const change = (next: string) => {
    setText(next)
    work.current.wanted = next
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: each key starts the pause anew
  useEffect(() => {
    const timer = setTimeout(() => void saveNow(), PAUSE)
    return () => clearTimeout(timer)
  }, [text, saveNow])

  const latestSave = useRef(saveNow)
  useEffect(() => {
    latestSave.current = saveNow
  }, [saveNow])
  useEffect(() => () => void latestSave.current(), [])

  return { text, change, state, saveNow: () => void saveNow() }
}
