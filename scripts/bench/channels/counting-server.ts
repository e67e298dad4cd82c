import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

/** A web server over a folder that counts what it is asked for. */
export interface CountingServer {
  readonly address: string
  /** Requests and bytes of bodies since the last time. */
  moved(): { readonly requests: number; readonly bytes: number }
  close(): Promise<void>
}

export async function countingServer(folder: string): Promise<CountingServer> {
  let counted = { requests: 0, bytes: 0 }
  const server = createServer(async (request, response) => {
    const file = path.join(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://server').pathname))
    const status = await stat(file).catch(() => undefined)
    const size = status?.isFile() ? status.size : undefined
    counted = { requests: counted.requests + 1, bytes: counted.bytes + (size ?? 0) }
    if (size === undefined) response.writeHead(404).end()
    else createReadStream(file).pipe(response.writeHead(200, { 'content-length': size }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    moved() {
      const now = counted
      counted = { requests: 0, bytes: 0 }
      return now
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
