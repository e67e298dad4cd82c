import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react'
import { authorization, request } from '../service/client.ts'
import { draftHistory, openHistory } from './draft-history.ts'
import { DraftSaver, type SavingState } from './draft-saver.ts'
import { keepDraft, keptDraft } from './kept-draft.ts'

/** Milliseconds without a key after which typing in the same field is another step to undo. */
const STEP_PAUSE = 1_200
/** Milliseconds after a key at most until what was typed is kept over a crash of the window: a long record is not written for each key. */
const KEEP_PAUSE = 200

/** What the service says of a record that is being written. */
export interface RecordView<Kept> {
  readonly id: string
  readonly record: Kept
  /** Names the saved state. */
  readonly recordSha256: string
  readonly updatedAt: string
}

/** Where a record is saved: `PUT address {record, read}` with the SHA-256 it was read as. */
export interface RecordPlace {
  readonly address: string
  readonly key: QueryKey
  /** The code of the refusal that means another window saved meanwhile. */
  readonly conflict: string
  /** Lists that say something else once it is saved. */
  readonly lists: readonly QueryKey[]
  readonly headers?: (() => Readonly<Record<string, string>>) | undefined
}

/** A record as it is being written: its steps to undo, and how far it is saved. */
export function useRecordDraft<Kept extends object, View extends RecordView<Kept>>(view: View, place: RecordPlace) {
  const client = useQueryClient()
  const { id } = view
  const [kept] = useState(() => {
    const found = keptDraft<Kept>(id)
    return found && JSON.stringify(found.draft) === JSON.stringify(view.record) ? undefined : found
  })
  const recovered = !kept ? 'none' : kept.base === view.recordSha256 ? 'restored' : 'other-window'
  const [history, step] = useReducer(draftHistory<Kept>, undefined, () => {
    const saved = openHistory(view.record)
    return kept ? draftHistory(saved, { type: 'load', draft: kept.draft }) : saved
  })
  const [saving, setSaving] = useState<SavingState>({ kind: 'saved', at: view.updatedAt })
  // One place for as long as the record is on the desk.
  const [{ address, key, conflict, lists, headers }] = useState(place)
  const [keeper] = useState(() => openKeeper<Kept>(id))
  // One saver as well: what it saves comes back here and is no news.
  const [saver] = useState(
    () =>
      new DraftSaver<Kept, View>(view.recordSha256, {
        save: async (record, base) => {
          const read = base ?? (await request<View>('GET', address)).recordSha256
          return request<View>('PUT', address, { body: { record, read } })
        },
        keep: keeper.keep,
        onState: setSaving,
        onSaved: (saved) => {
          client.setQueryData(key, saved)
          for (const queryKey of lists) void client.invalidateQueries({ queryKey })
        },
        baseOf: ({ recordSha256 }) => recordSha256,
        isConflict: ({ code }) => code === conflict,
      }),
  )
  const { present } = history
  // An answer that comes after a later question is of another time, or for another person.
  const asked = useRef(0)
  const now = useRef({ present, saving })
  useEffect(() => {
    now.current = { present, saving }
  })
  const offered = useRef<Kept>(kept ? undefined : present)
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
      keeper.flush()
      const unsaved = keptDraft<Kept>(id)
      if (!unsaved) return
      void fetch(address, {
        method: 'PUT',
        keepalive: true,
        headers: { ...authorization(), ...headers?.(), 'content-type': 'application/json' },
        body: JSON.stringify({ record: unsaved.draft, read: unsaved.base }),
      }).catch(() => undefined)
    }
    // What is longer cannot be sent by a window that closes: it is saved when the pointer goes to close it, and
    // a window that is closed by keys asks to stay open until it is.
    const onTurnAway = () => void saver.flush()
    const onClose = (event: BeforeUnloadEvent) => {
      const { present: written, saving: state } = now.current
      if (state.kind === 'saved' || !isTooLong(JSON.stringify(written))) return
      event.preventDefault()
      void saver.flush()
    }
    addEventListener('beforeunload', onClose)
    addEventListener('pagehide', onLeave)
    document.addEventListener('visibilitychange', onTurnAway)
    document.documentElement.addEventListener('mouseleave', onTurnAway)
    return () => {
      removeEventListener('beforeunload', onClose)
      removeEventListener('pagehide', onLeave)
      document.removeEventListener('visibilitychange', onTurnAway)
      document.documentElement.removeEventListener('mouseleave', onTurnAway)
      keeper.flush()
      saver.stop()
      void saver.flush()
    }
  }, [id, address, headers, keeper, saver])

  const change = useCallback(
    (next: (record: Kept) => Kept, typing?: string) => step({ type: 'change', draft: next, typing }),
    [],
  )
  const undo = useCallback(() => step({ type: 'undo' }), [])
  const redo = useCallback(() => step({ type: 'redo' }), [])
  /** Takes a state the service made of this record (a repair, a step, another window); undoing gets back what was here. */
  const takeView = useCallback(
    (taken: View) => {
      saver.accept(taken)
      client.setQueryData(key, taken)
      for (const queryKey of lists) void client.invalidateQueries({ queryKey })
      // The same words are no step to undo.
      if (JSON.stringify(taken.record) === JSON.stringify(now.current.present)) return
      offered.current = taken.record
      step({ type: 'load', draft: taken.record })
    },
    [client, key, lists, saver],
  )
  /** Asks for the state the service has, and takes it. */
  const renew = useCallback(async () => {
    const turn = ++asked.current
    const taken = await request<View>('GET', address)
    if (turn === asked.current) takeView(taken)
  }, [address, takeView])
  /** Looks whether somebody else did something meanwhile; what is being written here is never touched. */
  const refresh = useCallback(async () => {
    const before = now.current
    if (before.saving.kind !== 'saved') return
    const turn = ++asked.current
    const taken = await request<View>('GET', address).catch(() => undefined)
    const isHere = turn === asked.current && now.current.present === before.present
    if (taken && isHere && now.current.saving.kind === 'saved') takeView(taken)
  }, [address, takeView])
  return { history, record: present, change, undo, redo, saving, saver, recovered, takeView, renew, refresh } as const
}

/** Whether a window that closes cannot send it: browsers carry 64 kB for it, this and its frame. */
const isTooLong = (text: string) => text.length > MOST_SENT / 3 && new TextEncoder().encode(text).length > MOST_SENT
const MOST_SENT = 60_000

/** Keeps what is unsaved over a crash of the window, a moment after it was typed. */
function openKeeper<Kept>(id: string) {
  let waiting: { readonly draft: Kept; readonly base: string } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (waiting) keepDraft(id, waiting)
    waiting = undefined
  }
  return {
    keep(draft: Kept | undefined, base: string) {
      waiting = draft && { draft, base }
      if (waiting) timer ??= setTimeout(flush, KEEP_PAUSE)
      else {
        flush()
        keepDraft(id, undefined)
      }
    },
    flush,
  }
}
