import type { Fetcher } from 'tuf-js'
import { DownloadHTTPError, DownloadLengthMismatchError } from 'tuf-js/dist/error.js'
import { METADATA } from '../repository-format.ts'
import type { RepositorySource } from '../sources/repository-source.ts'
import { UpdateRefusedError } from '../update-refused-error.ts'

/** Never contacted: tuf-js wants addresses, and {@link tufFetcher} reads what follows from the source. */
const NOWHERE = 'http://repository.invalid/'
export const metadataBaseUrl = `${NOWHERE}${METADATA}`

/** Lets tuf-js read a repository wherever it lies, and keeps the reason when that failed, which tuf-js wraps away. */
export interface TufFetcher extends Fetcher {
  failure(): UpdateRefusedError | undefined
}

export function tufFetcher(source: RepositorySource): TufFetcher {
  let failure: UpdateRefusedError | undefined
  const downloadBytes = async (url: string, most: number): Promise<Buffer> => {
    const file = decodeURIComponent(url.slice(NOWHERE.length))
    try {
      const bytes = await source.read(file, most)
      if (bytes) return Buffer.from(bytes)
    } catch (error) {
      if (!(error instanceof UpdateRefusedError)) throw error
      failure = error
      if (error.code === 'PACK_TOO_LARGE') throw new DownloadLengthMismatchError('Max length reached')
      throw error
    }
    throw new DownloadHTTPError(`no ${file}`, 404)
  }
  return {
    downloadBytes,
    downloadFile: () => Promise.reject(new Error('targets are read from the source itself')),
    failure: () => failure,
  }
}
