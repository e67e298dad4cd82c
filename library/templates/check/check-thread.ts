import { parentPort, workerData } from 'node:worker_threads'
import { openLibraryForReading } from '../../store/open-library-database.ts'
import { checkDocument } from './check-document.ts'
import { openCheckSurroundings } from './check-surroundings.ts'
import type { CheckAnswer, CheckQuestion, CheckThreadData } from './check-threads.ts'

/** Checks documents one after another against the library as it was when the thread began. */
const { database, now } = workerData as CheckThreadData
const { db } = openLibraryForReading(database)
const surroundings = openCheckSurroundings({ db, clock: () => new Date(now) })

parentPort?.on('message', ({ id, docx, options }: CheckQuestion) => {
  surroundings
    .then((opened) => checkDocument(docx, opened, options))
    .then(
      ({ findings }): CheckAnswer => ({ id, findings }),
      (): CheckAnswer => ({ id, findings: undefined }),
    )
    .then((answer) => parentPort?.postMessage(answer))
})
