import { mkdir, open, readFile, rename, rm, rmdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { Sha256 } from '../../items/revision.schema.ts'
import { syncDirectory } from '../../store/blob-store.ts'
import { hashOfFile, STAGING } from './site-listing.ts'

const COMMIT = 'commit.json'

/** What is to be put in place, in this order; written down before the first file moves. */
const Placing = z.strictObject({
  format: z.literal(1),
  /** The number of the file in the staging folder, and its name in the site. */
  moves: z.array(z.tuple([z.int(), z.string()])),
  /** Files of the issue before that are no more; left where somebody changed them. */
  removals: z.array(z.tuple([z.string(), Sha256])),
})
export type Placing = z.infer<typeof Placing>

/** A file in the staging folder. */
export const stagedFile = (directory: string, number: number): string =>
  path.join(directory, STAGING, String(number).padStart(6, '0'))

/**
 * Puts what was gathered in place. From the moment it is written down it counts: a build that is killed between is
 * finished by the next. What is new comes before what is replaced and leads to it, the manifest comes last, and what is
 * no more goes after that: whoever reads meanwhile finds every page whole and no link dead.
 */
export async function placeFiles(directory: string, placing: Placing): Promise<void> {
  // Folders first: a disk that is full says so while nothing has moved.
  for (const folder of new Set(placing.moves.map(([, file]) => path.dirname(file)))) {
    await mkdir(path.join(directory, folder), { recursive: true })
  }
  const staging = path.join(directory, STAGING)
  const temporary = path.join(staging, `${COMMIT}.tmp`)
  await writeSynced(temporary, JSON.stringify(placing))
  await syncDirectory(staging)
  await rename(temporary, path.join(staging, COMMIT))
  await syncDirectory(staging)
  await finishPlacing(directory)
}

/** Finishes what was decided; does nothing where nothing was. */
export async function finishPlacing(directory: string): Promise<void> {
  const commit = path.join(directory, STAGING, COMMIT)
  const placing = await readPlacing(directory)
  if (!placing) return
  const touched = new Set<string>()
  for (const [number, file] of placing.moves) {
    const place = path.join(directory, ...file.split('/'))
    await mkdir(path.dirname(place), { recursive: true })
    await moveInto(stagedFile(directory, number), place).catch((error: NodeJS.ErrnoException) => {
      // Moved before the build was killed.
      if (error.code !== 'ENOENT') throw error
    })
    touched.add(path.dirname(place))
  }
  for (const folder of touched) await syncDirectory(folder)
  for (const [file, sha256] of placing.removals) await removeOwn(directory, file, sha256)
  await rm(commit)
  await syncDirectory(path.dirname(commit))
}

/** What was decided and is not in place yet; undefined where nothing was. */
export async function readPlacing(directory: string): Promise<Placing | undefined> {
  const text = await readFile(path.join(directory, STAGING, COMMIT), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return text === undefined ? undefined : Placing.parse(JSON.parse(text))
}

/** Tries while somebody's browser or virus scanner holds the file for a moment, as Windows lets them. */
async function moveInto(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(from, to)
    } catch (error) {
      const isHeld = /^(?:EPERM|EACCES|EBUSY)$/.test((error as NodeJS.ErrnoException).code ?? '')
      if (process.platform !== 'win32' || !isHeld || attempt === 20) throw error
      await wait(50)
    }
  }
}

/** Removes a file that is as it was published, and folders that are empty then. */
async function removeOwn(directory: string, file: string, sha256: string): Promise<void> {
  const place = path.join(directory, ...file.split('/'))
  const found = await stat(place).catch(() => undefined)
  if (!found?.isFile() || (await hashOfFile(place)) !== sha256) return
  await rm(place)
  for (let folder = path.dirname(file); folder !== '.'; folder = path.dirname(folder)) {
    const isEmptied = await rmdir(path.join(directory, folder)).then(
      () => true,
      () => false,
    )
    if (!isEmptied) return
  }
}

/** Written for everybody to read: web servers run as somebody else. */
export async function writeSynced(file: string, bytes: string | Uint8Array): Promise<void> {
  const handle = await open(file, 'w', 0o644)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
