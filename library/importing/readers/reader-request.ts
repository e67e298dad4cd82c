import type { RiskyFormat } from './read-document.ts'

/** What the pool sends to a reader process: a document, or which parser to load before one comes. */
export type ReaderRequest =
  | {
      readonly type: 'read'
      readonly id: number
      readonly name: string
      readonly bytes: Uint8Array
      readonly modifiedAt?: Date
      /** Resident memory the process may gain over its start, in bytes. */
      readonly memory: number
    }
  | { readonly type: 'warm'; readonly format: RiskyFormat }

/**
 * True for a message of the pool. It comes from our own service and nobody else holds the channel, so a
 * glance is enough; a schema library would cost every reader process more than reading a short notice.
 */
export function isReaderRequest(message: unknown): message is ReaderRequest {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    (message.type === 'warm' || (message.type === 'read' && 'bytes' in message && message.bytes instanceof Uint8Array))
  )
}
