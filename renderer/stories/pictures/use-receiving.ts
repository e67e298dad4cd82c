import { useState } from 'react'
import type { StoryMedia } from '../../../library/stories/story.schema.ts'
import { storyAddress } from '../story-queries.ts'
import { useSending } from '../use-sending.ts'

/** What the service took into the story, and what it did not. */
interface ReceivedMedia {
  readonly added: readonly StoryMedia[]
  readonly refused: readonly { readonly name: string; readonly code: string; readonly reason: string }[]
}

interface ReceivingPlace {
  /** Saves what is not saved yet; false keeps the files here. */
  readonly before: () => Promise<boolean>
  /** Takes the pictures that the service has put into the record by itself. */
  readonly after: () => Promise<void>
}

/** Pictures, sounds and films on their way into a story. */
export function useReceiving(storyId: string, { before, after }: ReceivingPlace) {
  const { send, cancel, busy, fraction, error } = useSending<ReceivedMedia>()
  const [refused, setRefused] = useState<ReceivedMedia['refused']>([])
  const take = async (files: readonly File[]) => {
    if (busy || files.length === 0) return
    setRefused([])
    if (!(await before())) return
    const sent = files.map((file) => ({ path: file.name, file }))
    const answer = await send(`${storyAddress(storyId)}/media`, sent)
    if (!answer) return
    setRefused(answer.refused)
    if (answer.added.length > 0) await after()
  }
  return { take, cancel, busy, fraction, error, refused }
}

export type Receiving = ReturnType<typeof useReceiving>
