import { Worker } from 'node:worker_threads'
import { AppError } from '../../errors/app-error.ts'
import { asStorageError, StorageError, type StorageErrorCode } from '../../store/storage-error.ts'
import type { Writer } from './writer.ts'
import type { WriterCall, WriterFailure, WriterReply } from './writer-messages.ts'

export class WriterStoppedError extends AppError<'WRITER_STOPPED'> {}

/**
 * Starts the writer's thread and returns its methods, each a call across.
 * @throws {AppError} what hindered the opening of the library, e.g. {@link StorageError} or LIBRARY_TOO_NEW
 */
export async function startWriter(root: string): Promise<Writer> {
  const worker = new Worker(new URL('./writer-thread.ts', import.meta.url), {
    workerData: { root },
    // A small nursery is collected often: an import then stays under 300 MB where it would take 470 MB.
    resourceLimits: { maxYoungGenerationSizeMb: 12 },
  })
  // Awaited, never forced: a thread that is terminated inside a native add-on can take the process with it.
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let next = 0
  /** Set when the thread has ended: nobody would answer any more. */
  let ended: Error | undefined
  const stopped = () =>
    new WriterStoppedError({
      code: 'WRITER_STOPPED',
      what: '保存资料的部分意外停止了，这一步没有保存。',
      todo: '以前保存的资料都在。请关闭薪火后重新打开。',
    })

  await new Promise<void>((resolve, reject) => {
    worker.on('message', (message: WriterReply) => {
      switch (message.type) {
        case 'ready':
          return resolve()
        case 'failed':
          return reject(revive(message.failure))
        case 'result':
          waiting.get(message.id)?.resolve(message.value)
          return waiting.delete(message.id)
        case 'error':
          waiting.get(message.id)?.reject(revive(message.failure))
          return waiting.delete(message.id)
      }
    })
    const end = (error: Error) => {
      ended ??= error
      reject(error)
      for (const call of waiting.values()) call.reject(error)
      waiting.clear()
    }
    worker.on('error', end)
    worker.on('exit', () => end(stopped()))
  }).catch(async (error) => {
    await exited
    throw error
  })

  const call = async (method: keyof Writer, parameters: readonly unknown[]) => {
    if (ended) throw ended
    const answer = await new Promise<unknown>((resolve, reject) => {
      const id = next++
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, method, parameters } satisfies WriterCall)
    })
    if (method === 'close') await exited
    return answer
  }
  return new Proxy({} as Writer, {
    // A proxy that answered to `then` would look like a promise.
    get: (_target, method) =>
      method === 'then' ? undefined : (...parameters: unknown[]) => call(method as keyof Writer, parameters),
  })
}

function revive(failure: WriterFailure): Error {
  const facts = {
    code: failure.code,
    what: failure.what,
    ...(failure.why && { why: failure.why }),
    ...(failure.todo && { todo: failure.todo }),
  }
  if (failure.code === 'UNEXPECTED') return asStorageError(new Error(failure.what)) ?? new Error(failure.what)
  const storage: readonly string[] = [
    'DISK_FULL',
    'STORAGE_READ_ONLY',
    'STORAGE_GONE',
    'STORAGE_IO',
    'DATABASE_DAMAGED',
  ]
  return storage.includes(failure.code)
    ? new StorageError({ ...facts, code: failure.code as StorageErrorCode })
    : new AppError(facts)
}
