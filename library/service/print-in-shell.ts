import { z } from 'zod'
import type { PrintPageFile } from '../printing/shell-printer.ts'
import type { ParentChannel } from './parent-channel.ts'

const FromShell = z.object({
  type: z.literal('page-printed'),
  id: z.int(),
  pdf: z.instanceof(Uint8Array).optional(),
  error: z.string().optional(),
})

/** Asks Electron's shell, over the channel to it, to make a PDF of a page. */
export function printInShell(channel: Pick<ParentChannel, 'report' | 'onMessage'>): PrintPageFile {
  const waiting = new Map<number, PromiseWithResolvers<Uint8Array>>()
  let next = 0
  channel.onMessage(({ data }) => {
    const message = FromShell.safeParse(data)
    const pending = message.success ? waiting.get(message.data.id) : undefined
    if (!message.success || !pending) return
    waiting.delete(message.data.id)
    const { pdf, error } = message.data
    if (pdf) pending.resolve(pdf)
    else pending.reject(new Error(error ?? 'the window did not print'))
  })
  return (file) => {
    const id = next++
    const pending = Promise.withResolvers<Uint8Array>()
    waiting.set(id, pending)
    channel.report({ type: 'print-page', id, file })
    return pending.promise
  }
}
