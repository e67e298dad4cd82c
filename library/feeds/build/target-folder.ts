import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { type LibraryLock, takeLibraryLock } from '../../store/library-lock.ts'
import type { FeedEdition } from '../feed-edition.ts'
import { feedBuildError } from './feed-build-error.ts'
import { finishPlacing } from './place-files.ts'
import { isNobodys, STAGING } from './site-listing.ts'
import { MANIFEST, parseManifest, type SiteManifest } from './site-manifest.ts'

/** A folder that a column is written into. */
export interface TargetFolder {
  readonly directory: string
  /** What was published there before, as its manifest says. */
  readonly former: SiteManifest | undefined
}

/**
 * Has a folder for oneself while a column is written into it: finishes what a build that was killed had begun to put in
 * place, and clears away what one had only gathered.
 * @throws {FeedBuildError} for a folder that holds something else, or a newer issue, or is being written
 */
export async function withTarget<T>(
  directory: string,
  edition: Pick<FeedEdition, 'uri' | 'issue' | 'issuedAt'>,
  work: (target: TargetFolder) => Promise<T>,
): Promise<T> {
  if (!path.isAbsolute(directory)) throw feedBuildError('FEED_FOLDER_NOT_ALLOWED', '要写完整的路径。')
  await makeFolder(directory)
  await requireOurs(directory, edition)
  const staging = path.join(directory, STAGING)
  await mkdir(staging, { recursive: true })
  const lock = takeLock(path.join(staging, 'lock'))
  try {
    await finishPlacing(directory)
    const former = await requireOurs(directory, edition)
    return await work({ directory, former })
  } finally {
    lock.release()
    // Whatever is left there was only gathered; what was decided is in place, or is finished by the next.
    if (!(await isDecided(staging))) await rm(staging, { recursive: true, force: true }).catch(() => undefined)
  }
}

function takeLock(file: string): LibraryLock {
  const lock = takeLibraryLock(file)
  if (!lock) throw feedBuildError('FEED_FOLDER_BUSY')
  return lock
}

const isDecided = (staging: string) =>
  stat(path.join(staging, 'commit.json')).then(
    () => true,
    () => false,
  )

/** Makes the folder, but never the one it lies in: a stick that was pulled out is not replaced by a folder of its name. */
async function makeFolder(directory: string): Promise<void> {
  try {
    await mkdir(directory)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw feedBuildError('FEED_STORAGE_GONE', `${path.dirname(directory)} 不存在。`, error)
    // The root of a stick cannot be made, and is there.
    const found = await stat(directory).catch(() => undefined)
    if (!found) throw error
    if (!found.isDirectory()) throw feedBuildError('FEED_FOLDER_TAKEN', `${directory} 是一个文件。`)
  }
}

/** @returns the manifest of what this column published there before */
async function requireOurs(
  directory: string,
  edition: Pick<FeedEdition, 'uri' | 'issue' | 'issuedAt'>,
): Promise<SiteManifest | undefined> {
  const text = await readFile(path.join(directory, MANIFEST), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) {
    const others = (await readdir(directory)).filter((name) => !isNobodys(name))
    // Names in the way of a build that had begun to put things in place are its own.
    if (others.length > 0 && !(await isDecided(path.join(directory, STAGING)))) {
      throw feedBuildError(
        'FEED_FOLDER_TAKEN',
        `${directory} 里有“${others[0]}”${others.length > 1 ? `等 ${others.length} 项` : ''}。`,
      )
    }
    return undefined
  }
  const former = parseManifest(text)?.signed
  if (!former) throw feedBuildError('FEED_FOLDER_TAKEN', `${directory} 里的清单 ${MANIFEST} 读不懂。`)
  if (former.feed !== edition.uri)
    throw feedBuildError('FEED_FOLDER_TAKEN', `${directory} 里是另一个专栏《${former.title}》。`)
  if (former.issue > edition.issue || (former.issue === edition.issue && former.issuedAt > edition.issuedAt)) {
    throw feedBuildError('FEED_FOLDER_NEWER', `那里是第${former.issue}期，这里是第${edition.issue}期。`)
  }
  return former
}
