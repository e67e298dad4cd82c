import { Readable } from 'node:stream'
import type { RunningService } from '../../../library/service/run-service.ts'
import type { AddedMedia } from '../../../library/stories/media/add-media.ts'

/** Gives files to a story as a window does. */
export async function giveMedia(
  service: RunningService,
  storyId: string,
  files: readonly { name: string; bytes: Uint8Array }[],
  person?: string,
): Promise<{ status: number; body: AddedMedia & { error?: { code: string } } }> {
  const form = new FormData()
  for (const { name, bytes } of files) form.append('files', new File([bytes as Uint8Array<ArrayBuffer>], name))
  return sent(service, storyId, { body: form }, person)
}

const BOUNDARY = 'xinhuo-film'

/** Gives one file piece by piece, so that it never lies in memory. */
export function streamMedia(
  service: RunningService,
  storyId: string,
  name: string,
  pieces: Iterable<Buffer>,
  options: { readonly breakOff?: boolean } = {},
) {
  function* body() {
    yield Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    )
    yield* pieces
    if (options.breakOff) throw new Error('the sender went away')
    yield Buffer.from(`\r\n--${BOUNDARY}--\r\n`)
  }
  return sent(service, storyId, {
    body: Readable.toWeb(Readable.from(body(), { objectMode: false })) as ReadableStream,
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  })
}

async function sent(
  service: RunningService,
  storyId: string,
  { headers, body }: { headers?: Record<string, string>; body: FormData | ReadableStream },
  person = 'chen',
) {
  const response = await service.handle(
    new Request(`http://xinhuo/api/stories/${storyId}/media`, {
      method: 'POST',
      headers: { ...headers, 'x-xinhuo-person': person },
      body,
      ...({ duplex: 'half' } as object),
    }),
  )
  return { status: response.status, body: (await response.json()) as AddedMedia & { error?: { code: string } } }
}

/** The bytes at an address of the service. */
export async function fetchBytes(service: RunningService, path: string, headers: Record<string, string> = {}) {
  const response = await service.handle(new Request(`http://xinhuo${path}`, { headers }))
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}
