import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { Finding } from '../finding.ts'
import { type CheckOptions, checkDocument } from './check-document.ts'
import { openCheckSurroundings } from './check-surroundings.ts'

/** Checks the documents of a batch beside the thread that makes them. */
export interface CheckThreads {
  /** @throws {TemplateDocumentError} as {@link checkDocument} */
  findingsIn(docx: Uint8Array, options: CheckOptions): Promise<readonly Finding[]>
  close(): Promise<void>
}

export interface CheckThreadData {
  readonly database: string
  /** ISO 8601: whatever day it is for the library, it is for all its threads. */
  readonly now: string
}
export interface CheckQuestion {
  readonly id: number
  readonly docx: Uint8Array
  readonly options: CheckOptions
}
/** Without findings where the document could not be checked there. */
export interface CheckAnswer {
  readonly id: number
  readonly findings: readonly Finding[] | undefined
}

const MOST_THREADS = 2
/** What a check makes lives as long as the check: a nursery that holds a few keeps it out of the old space. MB. */
const LIMITS = { maxYoungGenerationSizeMb: 96, maxOldGenerationSizeMb: 256 }

/**
 * Opens the threads. What one of them cannot do, or left when it died, is done here.
 * @param database the library's, which the threads open for themselves
 */
export async function openCheckThreads(
  library: Pick<LibraryAccess, 'db' | 'clock'>,
  database: string,
): Promise<CheckThreads> {
  const here = await openCheckSurroundings(library)
  const data: CheckThreadData = { database, now: library.clock().toISOString() }
  const threads = Array.from({ length: Math.min(MOST_THREADS, availableParallelism()) }, () => startThread(data))
  return {
    async findingsIn(docx, options) {
      const [freest] = threads.filter((thread) => thread.isAlive()).sort((a, b) => a.waiting() - b.waiting())
      return (await freest?.ask(docx, options)) ?? (await checkDocument(docx, here, options)).findings
    },
    close: async () => void (await Promise.all(threads.map((thread) => thread.close()))),
  }
}

function startThread(data: CheckThreadData) {
  const worker = new Worker(new URL('./check-thread.ts', import.meta.url), {
    workerData: data,
    resourceLimits: LIMITS,
  })
  const answers = new Map<number, (findings: CheckAnswer['findings']) => void>()
  let asked = 0
  let alive = true
  worker.on('message', ({ id, findings }: CheckAnswer) => {
    answers.get(id)?.(findings)
    answers.delete(id)
  })
  worker.on('error', () => {
    alive = false
  })
  worker.once('exit', () => {
    alive = false
    for (const answer of answers.values()) answer(undefined)
    answers.clear()
  })
  return {
    isAlive: () => alive,
    waiting: () => answers.size,
    ask: (docx: Uint8Array, options: CheckOptions) =>
      new Promise<CheckAnswer['findings']>((resolve) => {
        asked += 1
        answers.set(asked, resolve)
        worker.postMessage({ id: asked, docx, options } satisfies CheckQuestion)
      }),
    close: () => worker.terminate(),
  }
}
