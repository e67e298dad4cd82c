import { send } from '../../service/client.ts'

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
  return { content: await response.blob(), name: nameIn(response.headers.get('content-disposition') ?? '') }
}

/** The name in a Content-Disposition (RFC 6266), the international one first. */
function nameIn(disposition: string): string {
  const international = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  if (international) return decodeURIComponent(international)
  return /filename="([^"]+)"/i.exec(disposition)?.[1] ?? 'xinhuo.slip'
}
