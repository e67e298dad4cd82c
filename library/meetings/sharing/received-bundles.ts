import { randomUUID } from 'node:crypto'
import { rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { makeBelow } from '../../store/blob-store.ts'
import { clearOldUploads } from '../../store/clear-old-uploads.ts'
import { bundleError } from './bundle-error.ts'

/** Files that were opened and not yet taken in or dropped, below the library's folder for uploads. */
export interface ReceivedBundles {
  /** Takes over a file that was uploaded. @returns its name, and where it lies now */
  keep(uploaded: string): Promise<{ upload: string; file: string }>
  /** @throws {BundleError} BUNDLE_NOT_FOUND */
  find(upload: string): Promise<string>
  drop(upload: string): Promise<void>
}

/** @param incoming the library's folder for uploads */
export function receivedBundles(incoming: string): ReceivedBundles {
  const root = path.join(incoming, 'material-bundles')
  const fileOf = (upload: string) => path.join(root, upload)
  return {
    async keep(uploaded) {
      await makeBelow(incoming)
      await makeBelow(root)
      await clearOldUploads(root)
      const upload = randomUUID()
      await rename(uploaded, fileOf(upload))
      return { upload, file: fileOf(upload) }
    },
    async find(upload) {
      if (!z.uuid().safeParse(upload).success) throw bundleError('BUNDLE_NOT_FOUND')
      const facts = await stat(fileOf(upload)).catch(() => undefined)
      if (!facts?.isFile()) throw bundleError('BUNDLE_NOT_FOUND')
      return fileOf(upload)
    },
    async drop(upload) {
      if (z.uuid().safeParse(upload).success) await rm(fileOf(upload), { force: true })
    },
  }
}
