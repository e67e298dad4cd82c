import { constants, createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { refuseUpdate } from '../update-refused-error.ts'
import { collect, limited } from './limited.ts'
import type { RepositorySource } from './repository-source.ts'

/** A repository in a folder: a stick, a shared drive, a disk. */
export function folderSource(root: string): RepositorySource {
  const stream = async (file: string, most: number) => {
    const full = path.join(root, ...file.split('/'))
    try {
      // A pipe or device under a file's name would be waited for without end.
      const handle = await open(full, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
      const status = await handle.stat()
      if (!status.isFile() || status.size > most) {
        await handle.close()
        throw refuseUpdate(status.isFile() ? 'PACK_TOO_LARGE' : 'PACK_DAMAGED', file)
      }
      return limited(told(createReadStream(full, { fd: handle, autoClose: true }), file), most, file)
    } catch (error) {
      if (isMissing(error)) {
        await requireRoot(root)
        return undefined
      }
      throw gone(error, file)
    }
  }
  return {
    place: root,
    parallel: 4,
    stream,
    async read(file, most) {
      const pieces = await stream(file, most)
      return pieces && collect(pieces)
    },
    async close() {},
  }
}

/** A missing file is one thing, a stick that was pulled out another. */
async function requireRoot(root: string): Promise<void> {
  const handle = await open(root, 'r').catch((error: unknown) => {
    throw refuseUpdate('SOURCE_GONE', root, error)
  })
  await handle.close()
}

async function* told(pieces: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces
  } catch (error) {
    throw gone(error, file)
  }
}

const isMissing = (error: unknown) => /^(ENOENT|ENOTDIR)$/.test(String((error as NodeJS.ErrnoException).code))

function gone(error: unknown, file: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  return code !== undefined && /^E[A-Z]+$/.test(code) ? refuseUpdate('SOURCE_GONE', `${file}：${code}`, error) : error
}
