import path from 'node:path'
import type { MessageChannelMain, MessagePortMain, UtilityProcess } from 'electron'
import type { PostToService } from './service-host.ts'
import type { ReaderId } from './service-reports.ts'

/** What the host uses of a reader's process. */
export type ReaderProcess = Pick<UtilityProcess, 'kill' | 'postMessage'> & {
  on(event: 'message', listener: (message: unknown) => void): unknown
  once(event: 'exit', listener: (code: number) => void): unknown
}

export interface ReaderHostOptions {
  readonly forkReader: (entry: string, execArgv: readonly string[]) => ReaderProcess
  readonly createChannel: () => Pick<MessageChannelMain, 'port1' | 'port2'>
  /** Only programs under this folder are started as readers. */
  readonly programs: string
  readonly heapMegabytes: number
}

export interface ReaderHost {
  spawn(request: { readonly id: ReaderId; readonly entry: string; readonly heapMegabytes?: number | undefined }): void
  kill(id: ReaderId): void
  killAll(): void
}

/**
 * Starts the processes that read documents, each with a limit on its memory, and ties each to the
 * service by a port: what the service sends on the port reaches the reader, and its replies come back.
 */
export function createReaderHost(options: ReaderHostOptions, postToService: PostToService): ReaderHost {
  const running = new Map<ReaderId, { process: ReaderProcess; port: MessagePortMain }>()
  return {
    spawn: ({ id, entry, heapMegabytes = options.heapMegabytes }) => {
      if (!isInside(options.programs, entry)) return postToService({ type: 'reader-exit', id, code: 1 })
      const process = options.forkReader(entry, [`--max-old-space-size=${heapMegabytes}`])
      const { port1: port, port2: ofTheService } = options.createChannel()
      running.set(id, { process, port })
      port.on('message', (event) => process.postMessage(event.data))
      process.on('message', (message) => port.postMessage(message))
      process.once('exit', (code) => {
        running.delete(id)
        port.close()
        postToService({ type: 'reader-exit', id, code })
      })
      port.start()
      postToService({ type: 'reader', id }, [ofTheService])
    },
    kill: (id) => {
      running.get(id)?.process.kill()
    },
    killAll: () => {
      for (const { process } of running.values()) process.kill()
    },
  }
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file)
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative)
}
