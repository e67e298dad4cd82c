import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react'
import type { FormView } from '../../../library/templates/forms/form-view.ts'
import { type Draft, draftHistory, openHistory } from '../../drafts/draft-history.ts'
import { DraftSaver, type SavingState } from '../../drafts/draft-saver.ts'
import { keepDraft, keptDraft } from '../../drafts/kept-draft.ts'
import { authorization, request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { changedPath } from './changed-path.ts'

/** Milliseconds without a key after which typing in the same field is another step to undo. */
const STEP_PAUSE = 1_200

/** What was found of this form in this window, not saved before the window was loaded again. */
export type Recovered = 'none' | 'restored' | 'other-window'

/** A form's draft: its steps, and how far it is saved. */
export function useDraft(form: FormView) {
  const client = useQueryClient()
  const [kept] = useState(() => {
    const found = keptDraft(form.id)
    // Saved while the window closed, without anyone left to hear of it.
    return found && changedPath(found.draft.data, form.data) === undefined ? undefined : found
  })
  const [recovered] = useState<Recovered>(() =>
    !kept ? 'none' : kept.base === form.updatedAt ? 'restored' : 'other-window',
  )
  const [history, step] = useReducer(draftHistory, undefined, () => {
    const saved = openHistory({ data: form.data, sources: form.sources })
    return kept ? draftHistory(saved, { type: 'load', draft: kept.draft }) : saved
  })
  const [saving, setSaving] = useState<SavingState>({ kind: 'saved', at: form.updatedAt })
  // One for as long as the form is on the desk: what it saves comes back here and is no news.
  const [saver] = useState(
    () =>
      new DraftSaver(form.updatedAt, {
        save: (draft, base) => request<FormView>('PUT', addressOf(form.id), { body: bodyOf(draft, base) }),
        keep: (draft, base) => keepDraft(form.id, draft && { draft, base }),
        onState: setSaving,
        onSaved: (saved) => {
          client.setQueryData([...queryKeys.filledForms, form.id], saved)
          void client.invalidateQueries({ queryKey: [...queryKeys.filledForms, 'list'] })
        },
      }),
  )
  const { present } = history
  const offered = useRef<Draft>(kept ? undefined : present)
  // Before the change is drawn, so that nobody ever sees it beside “saved”.
  useLayoutEffect(() => {
    if (offered.current === present) return
    offered.current = present
    saver.offer(present)
    const timer = setTimeout(() => step({ type: 'settle' }), STEP_PAUSE)
    return () => clearTimeout(timer)
  }, [present, saver])
  useEffect(() => {
    // A window that closes cannot wait for an answer.
    const onLeave = () => {
      const unsaved = keptDraft(form.id)
      if (!unsaved) return
      void fetch(addressOf(form.id), {
        method: 'PUT',
        keepalive: true,
        headers: { ...authorization(), 'content-type': 'application/json' },
        body: JSON.stringify(bodyOf(unsaved.draft, unsaved.base)),
      }).catch(() => undefined)
    }
    addEventListener('pagehide', onLeave)
    return () => {
      removeEventListener('pagehide', onLeave)
      saver.stop()
      void saver.flush()
    }
  }, [form.id, saver])

  const change = useCallback(
    (draft: (present: Draft) => Draft, typing?: string) => step({ type: 'change', draft, typing }),
    [],
  )
  const undo = useCallback(() => step({ type: 'undo' }), [])
  const redo = useCallback(() => step({ type: 'redo' }), [])
  /** Takes the other window's state; what was here can be got back by undoing. */
  const takeTheirs = useCallback(async () => {
    const theirs = await request<FormView>('GET', addressOf(form.id))
    saver.accept(theirs)
    step({ type: 'load', draft: { data: theirs.data, sources: theirs.sources } })
  }, [form.id, saver])
  return { history, draft: present, change, undo, redo, saving, saver, recovered, takeTheirs }
}

function addressOf(id: string): string {
  return `/api/forms/${encodeURIComponent(id)}`
}

function bodyOf(draft: Draft, base: string | undefined): object {
  return { data: draft.data, sources: draft.sources, ...(base !== undefined && { updatedAt: base }) }
}
