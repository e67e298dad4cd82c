import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { UnitProfile } from '../../../library/templates/known/known-view.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { draftOf, profileOf, repeatedVillages, type UnitDraft } from './unit-profile.ts'

/** Typing rests so long before it is saved. Milliseconds. */
const REST = 700

type Saving =
  | { readonly kind: 'saved' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'held'; readonly names: readonly string[] }
  | { readonly kind: 'failed'; readonly error: unknown }

/** The profile being edited: it saves itself when typing rests, and every save can be undone. */
export function useUnitDraft(saved: UnitProfile) {
  const client = useQueryClient()
  const [draft, setDraft] = useState(() => draftOf(saved))
  const [state, setState] = useState<Saving>({ kind: 'saved' })
  const [before, setBefore] = useState<readonly UnitProfile[]>([])
  const latest = useRef({ draft, text: JSON.stringify(profileOf(draft)) })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const row = useRef<Promise<void>>(Promise.resolve())

  const save = useCallback(
    (undoing = false) => {
      clearTimeout(timer.current)
      row.current = row.current.then(async () => {
        const sent = latest.current.draft
        const profile = profileOf(sent)
        const text = JSON.stringify(profile)
        const names = repeatedVillages(sent.villages)
        if (names.length > 0) return setState({ kind: 'held', names })
        if (text === latest.current.text) return setState({ kind: 'saved' })
        try {
          await request('PUT', '/api/unit', { body: profile })
          const previous = JSON.parse(latest.current.text) as UnitProfile
          latest.current.text = text
          if (!undoing) setBefore((steps) => [...steps.slice(-49), previous])
          client.setQueryData(queryKeys.unit, profile)
          void client.invalidateQueries({ queryKey: queryKeys.known })
          if (latest.current.draft === sent) setState({ kind: 'saved' })
        } catch (error) {
          setState({ kind: 'failed', error })
        }
      })
    },
    [client],
  )
  const change = useCallback(
    (next: UnitDraft) => {
      latest.current.draft = next
      setDraft(next)
      setState({ kind: 'waiting' })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => save(), REST)
    },
    [save],
  )
  const undo = useCallback(() => {
    const isUnsaved = JSON.stringify(profileOf(latest.current.draft)) !== latest.current.text
    const last = isUnsaved ? (JSON.parse(latest.current.text) as UnitProfile) : before.at(-1)
    if (!last) return
    if (!isUnsaved) setBefore((steps) => steps.slice(0, -1))
    const next = draftOf(last)
    latest.current.draft = next
    setDraft(next)
    save(true)
  }, [before, save])

  // What was typed last is not lost by leaving the page.
  useEffect(() => () => save(), [save])
  return { draft, state, change, save, undo: before.length > 0 || state.kind === 'waiting' ? undo : undefined }
}
