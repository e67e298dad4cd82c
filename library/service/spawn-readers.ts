import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { forkReader } from '../importing/readers/fork-reader.ts'
import type { SpawnReader } from '../importing/readers/spawn-reader.ts'
import type { ParentChannel, ParentPort } from './parent-channel.ts'

/** Where the program of a reader process lies. */
export const readerEntry = () => fileURLToPath(new URL('../importing/readers/reader-process.ts', import.meta.url))

/** Readers as children of this process. */
export const spawnReadersHere = (): SpawnReader => forkReader(readerEntry())

const FromShell = z.discriminatedUnion('type', [
  z.object({ type: z.literal('reader'), id: z.int() }),
  z.object({ type: z.literal('reader-exit'), id: z.int(), code: z.int().nullable() }),
])

interface HostedReader {
  port: ParentPort | undefined
  readonly unsent: unknown[]
  message: (message: unknown) => void
  exit: (code: number | null) => void
}

/**
 * Readers as Electron's utility processes: Electron's binary does not run as Node (its fuse is off),
 * so the shell starts them and hands over a port to each.
 */
export function spawnReadersInShell(channel: ParentChannel): SpawnReader {
  const readers = new Map<number, HostedReader>()
  let next = 0
  channel.onMessage(({ data, ports }) => {
    const message = FromShell.safeParse(data)
    const reader = message.success ? readers.get(message.data.id) : undefined
    if (!message.success || !reader) return
    if (message.data.type === 'reader-exit') {
      readers.delete(message.data.id)
      reader.exit(message.data.code)
      return
    }
    const [port] = ports
    if (!port) return
    reader.port = port
    port.on('message', (event) => reader.message(event.data))
    port.start()
    for (const waiting of reader.unsent.splice(0)) port.postMessage(waiting)
  })
  return ({ heapMegabytes }) => {
    const id = next++
    const reader: HostedReader = { port: undefined, unsent: [], message: () => {}, exit: () => {} }
    readers.set(id, reader)
    channel.report({ type: 'spawn-reader', id, entry: readerEntry(), heapMegabytes })
    return {
      send: (message) => {
        if (reader.port) reader.port.postMessage(message)
        else reader.unsent.push(message)
      },
      onMessage: (listener) => {
        reader.message = listener
      },
      onExit: (listener) => {
        reader.exit = (code) => listener({ code, signal: null })
      },
      kill: () => channel.report({ type: 'kill-reader', id }),
    }
  }
}
