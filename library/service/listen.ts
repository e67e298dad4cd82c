import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import os from 'node:os'
import { getRequestListener } from '@hono/node-server'
import { AppError } from '../errors/app-error.ts'
import type { Transport } from './access-guard.ts'

export class ListenError extends AppError<'ADDRESS_IN_USE' | 'ADDRESS_UNUSABLE'> {}

/** The fetch-style handler of the app. */
export type Handler = (request: Request, bindings: { transport: Transport }) => Response | Promise<Response>

export interface Listener {
  close(): Promise<void>
}

/** Serves on the owner's pipe. A socket file left by a crash is replaced: the library's lock says that nobody uses it. */
export async function listenOnPipe(handler: Handler, pipe: string): Promise<Listener> {
  const server = createHandlerServer(handler, 'pipe')
  if (process.platform !== 'win32') rmSync(pipe, { force: true })
  await listening(server, (done) => server.listen(pipe, done))
  if (process.platform !== 'win32') chmodSync(pipe, 0o600)
  return { close: () => closed(server) }
}

/** True when a process serves on this pipe. */
export function isAnswering(pipe: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(pipe, () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}

/**
 * Serves on TCP: loopback, or for `xinhuo serve` the host it was given.
 * @throws {ListenError} when the port is taken or the host is not this machine's
 */
export async function listenOnAddress(
  handler: Handler,
  host: string,
  port: number,
): Promise<Listener & { readonly port: number }> {
  const server = createHandlerServer(handler, 'loopback')
  await listening(server, (done) => server.listen(port, host, done))
  return { port: (server.address() as AddressInfo).port, close: () => closed(server) }
}

/** The `Host` values under which a listener on `host` may be addressed. */
export function acceptedHosts(host: string, port: number): string[] {
  const names = ['127.0.0.1', 'localhost']
  const everywhere = host === '0.0.0.0' || host === '::'
  if (everywhere) {
    const addresses = Object.values(os.networkInterfaces()).flatMap((entries) => entries ?? [])
    names.push(
      os.hostname(),
      ...addresses.map((entry) => (entry.family === 'IPv6' ? `[${entry.address}]` : entry.address)),
    )
  } else if (!names.includes(host)) names.push(host.includes(':') ? `[${host}]` : host)
  return names.map((name) => `${name}:${port}`)
}

/** A query of 20,000 Chinese characters, the most that is read, still gets its answer. Bytes. */
const LONGEST_HEADERS = 256 * 1024

function createHandlerServer(handler: Handler, transport: Transport): Server {
  const listener = getRequestListener((request) => handler(request, { transport }), { overrideGlobalObjects: false })
  return createServer({ requestTimeout: 0, maxHeaderSize: LONGEST_HEADERS }, listener)
}

function listening(server: Server, listen: (done: () => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(listenError(cause)))
    listen(resolve)
  })
}

function listenError(cause: NodeJS.ErrnoException): ListenError {
  const taken = cause.code === 'EADDRINUSE'
  return new ListenError({
    code: taken ? 'ADDRESS_IN_USE' : 'ADDRESS_UNUSABLE',
    what: '薪火没有启动：',
    why: taken ? '这个端口已被别的程序占用。' : `不能使用这个地址（${cause.code ?? cause.message}）。`,
    todo: '请换一个端口或地址再试。',
    cause,
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
