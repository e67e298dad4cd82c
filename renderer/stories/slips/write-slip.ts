import { send } from '../../service/client.ts'
import { receivedName } from '../../service/received-name.ts'

/** A file the service made, with the name it gave it. */
export interface WrittenSlip {
  readonly content: Blob
  readonly name: string
}

/**
 * Asks the service for a signed file.
 * @throws {ServiceError} it could not be made
 */
export async function writeSlip(route: string, body: object): Promise<WrittenSlip> {
  const response = await send('POST', route, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { content: await response.blob(), name: receivedName(response) ?? 'xinhuo.slip' }
}
