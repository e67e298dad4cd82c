import { cpSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Metadata, MetadataKind, type Snapshot } from '@tufjs/models'
import { type Fetcher, Updater } from 'tuf-js'
import { DownloadHTTPError } from 'tuf-js/dist/error.js'
import { temporaryFolder } from '../../store/temporary-library.ts'

/** A reader as the specification has it, who trusts nothing but a repository's first root. */
export interface OldReader {
  /** Brings its trusted metadata up to a repository; throws where the specification refuses. */
  refresh(repository: string): Promise<Snapshot>
}

export async function oldReader(trusted: string): Promise<OldReader> {
  const metadataDir = temporaryFolder()
  cpSync(path.join(trusted, 'metadata', '1.root.json'), path.join(metadataDir, 'root.json'))
  return {
    async refresh(repository) {
      const updater = new Updater({
        metadataDir,
        metadataBaseUrl: 'http://repository.invalid/metadata',
        fetcher: folderFetcher(repository),
      })
      await updater.refresh()
      const json = readFileSync(path.join(metadataDir, 'snapshot.json'), 'utf8')
      return Metadata.fromJSON(MetadataKind.Snapshot, JSON.parse(json)).signed
    },
  }
}

function folderFetcher(repository: string): Fetcher {
  return {
    downloadBytes: async (url) => {
      const file = path.join(repository, new URL(url).pathname)
      try {
        return readFileSync(file)
      } catch {
        throw new DownloadHTTPError(`no ${file}`, 404)
      }
    },
    downloadFile: () => Promise.reject(new Error('only metadata is read')),
  }
}
