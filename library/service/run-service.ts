import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { type Logger, pino } from 'pino'
import packageJson from '../../package.json' with { type: 'json' }
import type { SpawnReader } from '../importing/readers/spawn-reader.ts'
import { browserOfThisMachine, officeOfThisMachine, openPrinter, shellOfThisWindow } from '../printing/open-printer.ts'
import type { PrintPageFile } from '../printing/shell-printer.ts'
import { libraryPaths, pipePath } from '../store/library-paths.ts'
import { asStorageError, storageReadOnly } from '../store/storage-error.ts'
import { createAccessKeys } from './access-guard.ts'
import { createApp, type Shell } from './app.ts'
import { type LibrarySession, openLibrarySession } from './library-session.ts'
import { acceptedHosts, type Handler, type Listener, listenOnAddress, listenOnPipe } from './listen.ts'
import { startMaintenance } from './maintenance.ts'
import { openReadOnlySession } from './read-only-session.ts'
import { SMALL_NURSERY } from './service-memory.ts'
import { installStarterContent } from './starter-content.ts'

export interface ServiceOptions {
  readonly root: string
  readonly shell: Shell
  readonly spawnReader: SpawnReader
  /** TCP, besides the pipe; absent for Electron, which needs the pipe alone. */
  readonly listen?: { readonly host: string; readonly port: number } | undefined
  /** Has the starter content in place before anything is answered; a command does without it otherwise. */
  readonly withStarterContent?: boolean | undefined
  /** Has Electron's window print a page; absent where there is none. */
  readonly printInShell?: PrintPageFile | undefined
  /** Brings the window of this run to the front. */
  readonly onShow?: ((ticketUrl: string | undefined) => void) | undefined
}

/** A running service. */
export interface RunningService {
  readonly pipe: string
  /** `http://127.0.0.1:PORT/`, when it listens on TCP. */
  readonly address: string | undefined
  /** The address with a ticket for the first visit. */
  ticketUrl(): string | undefined
  readonly session: LibrarySession
  /** Answers a request in this process, as if it came over the pipe. */
  readonly handle: (request: Request) => Promise<Response>
  close(): Promise<void>
}

setFlagsFromString(SMALL_NURSERY)

/**
 * Opens the library and serves it.
 * @throws {LibraryBusyError} when another process serves it already
 */
export async function runService(options: ServiceOptions): Promise<RunningService> {
  const session = await openSession(options)
  const { log, close: closeLog } = openLog(session.paths.logs)
  if (session.readOnly) log.warn({ err: session.readOnly }, 'the library can only be read')
  if (session.recovery) log.error({ recovery: session.recovery }, 'library.db was damaged and has been kept aside')
  const keys = createAccessKeys()
  const lasting = options.shell === 'serve'
  let address: string | undefined
  let hosts: readonly string[] = []
  const ticketUrl = () => address && `${address}#ticket=${keys.issueTicket(lasting)}`
  const app = createApp({
    session,
    keys,
    hosts: () => hosts,
    shell: options.shell,
    version: packageJson.version,
    log,
    printer: openPrinter([
      officeOfThisMachine,
      options.printInShell ? shellOfThisWindow(options.printInShell) : browserOfThisMachine,
    ]),
    show: {
      address: () => address,
      showWindow(url) {
        options.onShow?.(url)
        return options.onShow !== undefined
      },
    },
  })
  const handler: Handler = (request, bindings) => app.fetch(request, bindings)
  const listeners: Listener[] = []
  try {
    const pipe = pipePath(session.paths.root)
    listeners.push(await listenOnPipe(handler, pipe))
    if (options.listen) {
      const { host, port } = options.listen
      const listener = await listenOnAddress(handler, host, port)
      listeners.push(listener)
      hosts = acceptedHosts(host, listener.port)
      address = `http://${hosts[host === '0.0.0.0' ? 2 : 0]}/`
    }
    if (options.withStarterContent && !session.readOnly) await installStarterContent(session)
    const maintenance = options.shell === 'command' || session.readOnly ? undefined : startMaintenance(session, log)
    return {
      pipe,
      address,
      ticketUrl,
      session,
      handle: async (request) => app.fetch(request, { transport: 'pipe' }),
      async close() {
        maintenance?.stop()
        await Promise.all(listeners.map((listener) => listener.close()))
        await session.close()
        await closeLog()
      },
    }
  } catch (error) {
    await Promise.all(listeners.map((listener) => listener.close()))
    await session.close()
    await closeLog()
    throw error
  }
}

/** The library for writing, or where that cannot be, for reading. */
async function openSession({ root, spawnReader }: ServiceOptions): Promise<LibrarySession> {
  try {
    return await openLibrarySession({ root, spawnReader })
  } catch (error) {
    const reason = asStorageError(error)
    const { database, root: folder } = libraryPaths(root)
    if (!reason || reason.code === 'DATABASE_DAMAGED' || !existsSync(database)) throw error
    return openReadOnlySession(root, isWritable(folder) ? reason : storageReadOnly(reason))
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** The pipe of the process that serves this library, for a second start or a command. */
export const pipeOf = (root: string): string => pipePath(libraryPaths(root).root)

/** Warnings and errors of this machine, one file a month; no names, no searches, no counts. */
function openLog(directory: string): { log: Logger; close(): Promise<void> } {
  if (!isWritable(path.dirname(directory))) return { log: pino({ level: 'silent' }), close: async () => {} }
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const file = path.join(directory, `xinhuo-${new Date().toISOString().slice(0, 7)}.log`)
  const destination = pino.destination({ dest: file, sync: true, mkdir: false, mode: 0o600 })
  // A full disk or a stick pulled out must not end the service by way of its log.
  destination.on('error', () => {})
  const close = () =>
    new Promise<void>((resolve) => {
      destination.once('close', resolve).once('error', () => resolve())
      destination.end()
    })
  return { log: pino({ level: 'warn', base: null }, destination), close }
}
