import { createReadStream, statSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** What a web server was asked for, and how much it said. */
export interface Asked {
  readonly file: string
  /** 0 where the file was not answered. */
  readonly status: number
  /** Of the answer's body. */
  readonly bytes: number
}

/** A web server for a folder of plain files. */
export interface FileServer {
  /** Ends with `/`. */
  readonly address: string
  /** Everything asked so far, and forgets it. */
  asked(): Promise<Asked[]>
  close(): Promise<void>
}

/** Does something else than answering a file; true when it did. */
export type Misbehaviour = (file: string, response: ServerResponse) => boolean

/** Serves a folder below `/`, as any static web server does. */
export async function serveFolder(folder: string, misbehave: Misbehaviour = () => false): Promise<FileServer> {
  let log: Asked[] = []
  const server = createServer((request, response) => {
    const file = decodeURIComponent(new URL(request.url ?? '/', 'http://server').pathname).slice(1)
    const full = path.join(folder, file)
    const status = statSync(full, { throwIfNoEntry: false })
    const note = (code: number, bytes: number) => log.push({ file, status: code, bytes })
    if (misbehave(file, response)) {
      note(0, 0)
      return
    }
    if (!status?.isFile()) {
      note(404, 0)
      response.writeHead(404).end()
      return
    }
    note(200, status.size)
    response.writeHead(200, { 'content-length': status.size })
    createReadStream(full).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  onTestFinished(close)
  return {
    address: `http://127.0.0.1:${port}/`,
    async asked() {
      const all = log
      log = []
      return all
    },
    close,
  }
}
