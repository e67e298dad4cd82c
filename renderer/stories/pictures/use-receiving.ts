import { useState } from 'react'
import { useSending } from '../use-sending.ts'

/** What the service took in, and what it did not. */
interface ReceivedMedia<Media> {
  readonly added: readonly Media[]
  readonly refused: readonly { readonly name: string; readonly code: string; readonly reason: string }[]
}

interface ReceivingPlace<Media> {
  /** Saves what is not saved yet; false keeps the files here. */
  readonly before: () => Promise<boolean>
  /** Takes what was taken in. */
  readonly after: (added: readonly Media[]) => unknown
}

/**
 * Pictures, sounds and films on their way into a record.
 * @param address where they are sent
 */
export function useReceiving<Media>(address: string, { before, after }: ReceivingPlace<Media>) {
  const { send, cancel, busy, fraction, error } = useSending<ReceivedMedia<Media>>()
  const [refused, setRefused] = useState<ReceivedMedia<Media>['refused']>([])
  const take = async (files: readonly File[]) => {
    if (busy || files.length === 0) return
    setRefused([])
    if (!(await before())) return
    const sent = files.map((file) => ({ path: file.name, file }))
    const answer = await send(address, sent)
    if (!answer) return
    setRefused(answer.refused)
    if (answer.added.length > 0) await after(answer.added)
  }
  return { take, cancel, busy, fraction, error, refused }
}

export type Receiving = ReturnType<typeof useReceiving>
