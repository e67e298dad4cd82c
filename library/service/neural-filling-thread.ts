import { parentPort, workerData } from 'node:worker_threads'
import { openNeuralEncoder } from '../search/meaning/neural-encoder.ts'
import { fillNeuralVectors } from '../search/meaning/neural-filling.ts'
import { openNeuralVectors } from '../search/meaning/neural-vectors.ts'
import type { PassageInContext } from '../search/meaning/sentence-encoder.ts'
import { openSearchForReading } from '../search/open-search-database.ts'
import { openPassageSearch } from '../search/passage-search.ts'
import { libraryPaths } from '../store/library-paths.ts'

/** Reads every passage with an office's own model, in a thread of its own, since inference holds the one it is in. */
const { root, folder } = workerData as { readonly root: string; readonly folder: string }
const stopping = new AbortController()
parentPort?.once('message', () => stopping.abort())

const paths = libraryPaths(root)
const encoder = await openNeuralEncoder(folder)
const vectors = openNeuralVectors(paths.neuralDatabase, encoder.id, encoder.dimensions)
try {
  vectors.forgetOtherModels()
  await fillNeuralVectors(readPassages(), encoder, vectors, { signal: stopping.signal })
} finally {
  vectors.close()
  await encoder.close()
  // An open port would keep the thread alive.
  parentPort?.close()
}

/** All at once, so that the index is not held open while the model works: Windows replaces no file that is open. */
function readPassages(): PassageInContext[] {
  const connection = openSearchForReading(paths.searchDatabase)
  try {
    return [...openPassageSearch(connection).currentPassages()]
  } finally {
    connection.close()
  }
}
