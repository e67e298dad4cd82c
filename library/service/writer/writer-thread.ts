import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../../errors/app-error.ts'
import { openEncoder } from '../../search/search-knowledge.ts'
import { requireInPlace } from '../../store/library-in-place.ts'
import { libraryPaths } from '../../store/library-paths.ts'
import { asStorageError } from '../../store/storage-error.ts'
import { openWriter, type Writer } from './writer.ts'
import type { WriterCall, WriterFailure, WriterReply } from './writer-messages.ts'

const port = parentPort
if (!port) throw new Error('the writer runs as a worker thread')

const reply = (message: WriterReply) => port.postMessage(message)

function failure(error: unknown): WriterFailure {
  const known = error instanceof AppError ? error : asStorageError(error)
  if (known) return { code: known.code, what: known.what, why: known.why, todo: known.todo }
  return { code: 'UNEXPECTED', what: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

const paths = libraryPaths((workerData as { root: string }).root)
let writer: Writer | undefined
try {
  writer = await openWriter(paths, openEncoder)
  reply({ type: 'ready' })
} catch (error) {
  reply({ type: 'failed', failure: failure(error) })
  // Ends by itself: a thread that is terminated inside a native add-on can take the process with it.
  port.close()
}

// One call after another: calls are short, and each then has the connection for itself.
let last: Promise<void> = Promise.resolve()
port.on('message', (call: WriterCall) => {
  last = last.then(() => answer(call))
})

async function answer({ id, method, parameters }: WriterCall): Promise<void> {
  try {
    if (!writer) throw new Error('the writer is not open')
    // The caller is our own client, typed against Writer; the names and parameters fit by construction.
    const run = writer[method] as (...values: unknown[]) => Promise<unknown>
    if (method !== 'close') requireInPlace(paths.database)
    const value = await run(...parameters)
    // Nothing is acknowledged that went to a file which has lost its name meanwhile.
    if (method !== 'close') requireInPlace(paths.database)
    reply({ type: 'result', id, value })
    if (method === 'close') port?.close()
  } catch (error) {
    reply({ type: 'error', id, failure: failure(error) })
  }
}
