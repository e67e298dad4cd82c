import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import os from 'node:os'
import path from 'node:path'

/** A real HTTP server on a real pipe, as the service is. */
export interface PipeServer {
  readonly pipe: string
  close(): Promise<void>
}

export async function listenOnPipe(answer: RequestListener): Promise<PipeServer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-pipe-'))
  const pipe = process.platform === 'win32' ? `\\\\.\\pipe\\${path.basename(folder)}` : path.join(folder, 's.sock')
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(pipe, resolve))
  return { pipe, close: () => closeAll(server, folder) }
}

async function closeAll(server: Server, folder: string): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  rmSync(folder, { recursive: true, force: true })
}
