import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react'
import type { StoryRecord } from '../../../library/stories/story.schema.ts'
import type { StoryView } from '../../../library/stories/story-view.ts'
import { actingPersonHeader } from '../../service/acting-person.ts'
import { authorization, request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { draftHistory, openHistory } from '../../templates/form/draft-history.ts'
import { DraftSaver, type SavingState } from '../../templates/form/draft-saver.ts'
import { keepDraft, keptDraft } from '../../templates/form/kept-draft.ts'
import { storyAddress, storyKey } from '../story-queries.ts'

/** Milliseconds without a key after which typing in the same field is another step to undo. */
const STEP_PAUSE = 1_200

/** The record of a story as it is being written: its steps, and how far it is saved. */
export function useStoryDraft(story: StoryView) {
  const client = useQueryClient()
  const { id } = story
  const [kept] = useState(() => {
    const found = keptDraft<StoryRecord>(id)
    return found && JSON.stringify(found.draft) === JSON.stringify(story.record) ? undefined : found
  })
  const recovered = !kept ? 'none' : kept.base === story.recordSha256 ? 'restored' : 'other-window'
  const [history, step] = useReducer(draftHistory<StoryRecord>, undefined, () => {
    const saved = openHistory(story.record)
    return kept ? draftHistory(saved, { type: 'load', draft: kept.draft }) : saved
  })
  const [saving, setSaving] = useState<SavingState>({ kind: 'saved', at: story.updatedAt })
  // One for as long as the story is on the desk: what it saves comes back here and is no news.
  const [saver] = useState(
    () =>
      new DraftSaver<StoryRecord, StoryView>(story.recordSha256, {
        save: async (record, base) => {
          const read = base ?? (await request<StoryView>('GET', storyAddress(id))).recordSha256
          return request<StoryView>('PUT', storyAddress(id), { body: { record, read } })
        },
        keep: (record, base) => keepDraft(id, record && { draft: record, base }),
        onState: setSaving,
        onSaved: (saved) => {
          client.setQueryData(storyKey(id), saved)
          void client.invalidateQueries({ queryKey: [...queryKeys.stories, 'list'] })
          void client.invalidateQueries({ queryKey: [...queryKeys.stories, 'vocabulary'] })
        },
        baseOf: ({ recordSha256 }) => recordSha256,
        isConflict: ({ code }) => code === 'STORY_CHANGED',
      }),
  )
  const { present } = history
  // An answer that comes after a later question is of another time, or for another person.
  const asked = useRef(0)
  const now = useRef({ present, saving })
  useEffect(() => {
    now.current = { present, saving }
  })
  const offered = useRef<StoryRecord>(kept ? undefined : present)
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
      const unsaved = keptDraft<StoryRecord>(id)
      if (!unsaved) return
      void fetch(storyAddress(id), {
        method: 'PUT',
        keepalive: true,
        headers: { ...authorization(), ...actingPersonHeader(), 'content-type': 'application/json' },
        body: JSON.stringify({ record: unsaved.draft, read: unsaved.base }),
      }).catch(() => undefined)
    }
    addEventListener('pagehide', onLeave)
    return () => {
      removeEventListener('pagehide', onLeave)
      saver.stop()
      void saver.flush()
    }
  }, [id, saver])

  const change = useCallback(
    (next: (record: StoryRecord) => StoryRecord, typing?: string) => step({ type: 'change', draft: next, typing }),
    [],
  )
  const undo = useCallback(() => step({ type: 'undo' }), [])
  const redo = useCallback(() => step({ type: 'redo' }), [])
  /** Takes a state the service made of this story (a repair, a step, another window); undoing gets back what was here. */
  const takeView = useCallback(
    (view: StoryView) => {
      saver.accept(view)
      client.setQueryData(storyKey(id), view)
      void client.invalidateQueries({ queryKey: [...queryKeys.stories, 'list'] })
      void client.invalidateQueries({ queryKey: [...queryKeys.stories, 'tasks'] })
      // The same words are no step to undo.
      if (JSON.stringify(view.record) === JSON.stringify(now.current.present)) return
      offered.current = view.record
      step({ type: 'load', draft: view.record })
    },
    [client, id, saver],
  )
  /** Asks for the state the service has, and takes it. */
  const renew = useCallback(async () => {
    const turn = ++asked.current
    const view = await request<StoryView>('GET', storyAddress(id))
    if (turn === asked.current) takeView(view)
  }, [id, takeView])
  /** The service put pictures into the record it keeps; what was written here meanwhile stays and comes on top. */
  const absorbMedia = useCallback(async () => {
    const view = await request<StoryView>('GET', storyAddress(id))
    saver.accept(view)
    client.setQueryData(storyKey(id), view)
    change((record) => {
      const known = new Set(record.media.map((media) => media.id))
      const added = view.record.media.filter((media) => !known.has(media.id))
      return added.length === 0 ? record : { ...record, media: [...record.media, ...added] }
    })
  }, [client, id, saver, change])
  /** Looks whether somebody else did something meanwhile; what is being written here is never touched. */
  const refresh = useCallback(async () => {
    const before = now.current
    if (before.saving.kind !== 'saved') return
    const turn = ++asked.current
    const view = await request<StoryView>('GET', storyAddress(id)).catch(() => undefined)
    if (view && turn === asked.current && now.current.present === before.present && now.current.saving.kind === 'saved')
      takeView(view)
  }, [id, takeView])
  return {
    history,
    record: present,
    change,
    undo,
    redo,
    saving,
    saver,
    recovered,
    takeView,
    renew,
    refresh,
    absorbMedia,
  } as const
}
