import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { StoryOffice } from '../../../library/stories/process/process-view.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'

/** Typing rests so long before it is saved. Milliseconds. */
const REST = 700

type Saving =
  | { readonly kind: 'saved' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly error: unknown }

/** What is saved of a draft: people without a name are still being written down. */
export function savedOffice(office: StoryOffice): StoryOffice {
  return {
    ...office,
    name: office.name.trim(),
    people: office.people.map((person) => ({ ...person, name: person.name.trim() })).filter(({ name }) => name !== ''),
  }
}

/** The office as it is being written down: it saves itself when typing rests. */
export function useOfficeDraft(saved: StoryOffice) {
  const client = useQueryClient()
  const [draft, setDraft] = useState(saved)
  const [state, setState] = useState<Saving>({ kind: 'saved' })
  const latest = useRef({ draft: saved, text: JSON.stringify(savedOffice(saved)) })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const row = useRef<Promise<void>>(Promise.resolve())
  const save = useCallback(() => {
    clearTimeout(timer.current)
    row.current = row.current.then(async () => {
      const sent = latest.current.draft
      const office = savedOffice(sent)
      const text = JSON.stringify(office)
      if (text === latest.current.text) return setState({ kind: 'saved' })
      try {
        const kept = await request<StoryOffice>('PUT', '/api/story-office', { body: office })
        latest.current.text = text
        client.setQueryData(queryKeys.storyOffice, kept)
        if (latest.current.draft === sent) setState({ kind: 'saved' })
      } catch (error) {
        setState({ kind: 'failed', error })
      }
    })
  }, [client])
  const change = useCallback(
    (next: StoryOffice) => {
      latest.current.draft = next
      setDraft(next)
      setState({ kind: 'waiting' })
      clearTimeout(timer.current)
      timer.current = setTimeout(save, REST)
    },
    [save],
  )
  // What was typed last is not lost by leaving the page.
  useEffect(() => () => save(), [save])
  return { draft, state, change, save }
}
