import { open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { ZipFile } from 'yazl'
import type { JobContext } from '../../jobs/job-runner.ts'
import { syncDirectory } from '../../store/blob-store.ts'
import { listRepositoryFiles } from './list-repository-files.ts'
import { tellingStorage } from './publishing-error.ts'

/** Writes a repository as one .zip file, whole or not at all. What is in it is packed already and stored as it is. */
export async function archiveRepository(
  repository: string,
  file: string,
  { signal, report }: Pick<JobContext, 'signal' | 'report'>,
): Promise<void> {
  const files = await listRepositoryFiles(repository)
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`)
  await tellingStorage(async () => {
    try {
      const zip = new ZipFile()
      const broken = new Promise<never>((_, reject) => void zip.once('error', reject))
      for (const { file: name, content } of files) {
        const place = path.join(repository, ...name.split('/'))
        const facts = { compress: false, mode: 0o100644, mtime: (await stat(place)).mtime }
        if (content) zip.addBuffer(content, name, facts)
        else zip.addFile(place, name, facts)
      }
      zip.end()
      const handle = await open(temporary, 'w', 0o644)
      try {
        await Promise.race([write(), broken])
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(temporary, file)
      await syncDirectory(path.dirname(file))

      async function write() {
        let done = 0
        for await (const piece of zip.outputStream as AsyncIterable<Buffer>) {
          signal.throwIfAborted()
          await handle.writeFile(piece)
          done += piece.byteLength
          report({ label: `写入 ${path.basename(file)}`, done: Math.min(done, total), total })
        }
      }
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined)
      throw error
    }
  }, file)
}
