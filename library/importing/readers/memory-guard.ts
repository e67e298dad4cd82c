import { Worker } from 'node:worker_threads'

/** Ends the process when its resident memory grows past a limit, even while a parser holds the main thread. */
export interface MemoryGuard {
  /** @param bytes how much the process may gain over what it holds now */
  allow(bytes: number): void
}

// A worker has no `process.send`, so it ends the process in a way the pool reads as FILE_MEMORY.
// A busy process does not hear that its parent is gone; the worker sees that it has another one.
const watch = `
const { workerData } = require('node:worker_threads')
const limit = new Float64Array(workerData)
const parent = process.ppid
setInterval(() => {
  const tooMuch = limit[0] > 0 && process.memoryUsage.rss() > limit[0]
  if (tooMuch || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
}, 25)
`

/** Starts the guard; it costs a thread of about 10 MB, counted before the first limit is set. */
export function startMemoryGuard(): MemoryGuard {
  const shared = new SharedArrayBuffer(8)
  const limit = new Float64Array(shared)
  const worker = new Worker(watch, {
    eval: true,
    workerData: shared,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 },
  })
  worker.unref()
  return {
    allow(bytes) {
      limit[0] = process.memoryUsage.rss() + bytes
    },
  }
}
