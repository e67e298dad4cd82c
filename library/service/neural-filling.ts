import { Worker } from 'node:worker_threads'

/** Keeps an office's own model in step with the passages, in the background. */
export interface NeuralFiller {
  /** Has what is new read; while that is going on, once more afterwards. */
  fill(): void
  /** Ends after the batch under way; what was read stays. */
  close(): Promise<void>
}

/** @param folder of the model */
export function createNeuralFiller(root: string, folder: string): NeuralFiller {
  let running: { readonly worker: Worker; readonly ended: Promise<void> } | undefined
  let again = false
  let closed = false
  const start = () => {
    const worker = new Worker(new URL('./neural-filling-thread.ts', import.meta.url), { workerData: { root, folder } })
    // A model that cannot be used, or an index being renewed: search goes on with what there is.
    worker.on('error', () => {})
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve())).then(() => {
      running = undefined
      if (again && !closed) start()
    })
    running = { worker, ended }
    again = false
  }
  return {
    fill() {
      if (closed) return
      if (running) again = true
      else start()
    },
    async close() {
      closed = true
      // Awaited, never forced: a thread that is terminated inside a native add-on can take the process with it.
      running?.worker.postMessage('stop')
      await running?.ended
    },
  }
}
