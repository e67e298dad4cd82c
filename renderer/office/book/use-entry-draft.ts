import { useCallback, useEffect, useRef, useState } from 'react'
import type { BookEntry } from '../../../library/templates/known/known-view.ts'
import { type BookKind, entryName } from './book-fields.ts'
import { type EntryContent, useBookChanges } from './use-book.ts'

/** Milliseconds. */
const REST = 900

type DraftState = 'new' | 'unnamed' | 'saved' | 'waiting' | 'failed'

/** An entry being edited: saved when typing rests or the field is left; each save can be undone. */
export function useEntryDraft(entry: BookEntry | undefined, kind: BookKind, onAdded: (entry: BookEntry) => void) {
  const { add, save: put } = useBookChanges()
  const [draft, setDraft] = useState<EntryContent>(() => contentOf(entry ?? { kind, values: {}, extra: {} }))
  const [state, setState] = useState<DraftState>(entry ? 'saved' : 'new')
  const [error, setError] = useState<unknown>(null)
  const [before, setBefore] = useState<readonly EntryContent[]>([])
  const held = useRef({ draft, saved: draft, busy: false })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const id = entry?.id

  const save = useCallback(
    async (undoing = false): Promise<void> => {
      clearTimeout(timer.current)
      const { current } = held
      const sent = current.draft
      const content = contentOf(sent)
      if (current.busy || isSame(content, current.saved)) return
      if (entryName(content.kind, content.values) === '') return setState('unnamed')
      current.busy = true
      setError(null)
      try {
        if (id === undefined) {
          const added = await add.mutateAsync(content)
          current.saved = content
          return onAdded(added)
        }
        const answer = contentOf(await put.mutateAsync({ id, content }))
        const previous = current.saved
        current.saved = answer
        if (!undoing) setBefore((steps) => [...steps, previous])
        // What follows from the resident id is filled in by the service.
        if (current.draft === sent) {
          current.draft = answer
          setDraft(answer)
          setState('saved')
        }
      } catch (problem) {
        setError(problem)
        setState('failed')
      } finally {
        current.busy = false
      }
    },
    [id, add.mutateAsync, put.mutateAsync, onAdded],
  )
  const change = useCallback(
    (next: EntryContent) => {
      held.current.draft = next
      setDraft(next)
      setState('waiting')
      clearTimeout(timer.current)
      // A new entry waits until its field is left: its name may still be half typed.
      if (id !== undefined) timer.current = setTimeout(() => void save(), REST)
    },
    [id, save],
  )
  const undo = useCallback(() => {
    const last = before.at(-1)
    if (!last) return
    setBefore((steps) => steps.slice(0, -1))
    held.current.draft = last
    setDraft(last)
    void save(true)
  }, [before, save])
  // What was typed last is not lost by closing.
  useEffect(() => () => void (id !== undefined && save()), [id, save])
  return { draft, change, state, error, save: () => void save(), undo: before.length > 0 ? undo : undefined }
}

/** As it is sent: trimmed, without empty values. */
function contentOf({ kind, values, extra, householdId }: EntryContent): EntryContent {
  const filled = Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== '')
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
  return { kind, values: filled, extra, ...(householdId !== undefined && { householdId }) }
}

const isSame = (a: EntryContent, b: EntryContent) => JSON.stringify(a) === JSON.stringify(b)
