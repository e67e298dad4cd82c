import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { METADATA } from '../repository-format.ts'
import { refuseUpdate } from '../update-refused-error.ts'
import { folderSource } from './folder-source.ts'
import { httpSource } from './http-source.ts'
import type { RepositorySource } from './repository-source.ts'
import { zipSource } from './zip-source.ts'

/** Folders looked into on a stick or share; more is not a stick with a channel on it. */
const MOST_FOLDERS = 200

/**
 * Opens a repository: a folder (itself, or the first one below it), a .zip, or an http(s) address.
 * @param signal ends what is asked over a network at once; what a disk reads is over in a moment anyway
 * @throws {UpdateRefusedError} SOURCE_NOT_FOUND when there is none, SOURCE_DAMAGED for a broken archive
 */
export async function openSource(from: string, signal?: AbortSignal): Promise<RepositorySource> {
  if (/^https?:\/\//i.test(from)) return httpSource(requireUrl(from), { signal })
  const place = path.resolve(from)
  const status = await stat(place).catch((error: unknown) => {
    throw missingPlace(place, error)
  })
  if (!status.isDirectory()) {
    const archive = await zipSource(place)
    if (archive) return archive
    throw refuseUpdate('SOURCE_NOT_FOUND', `${place} 里没有内容频道。`)
  }
  const [found] = await findRepositories(place)
  if (found !== undefined) return folderSource(found)
  // Where a stick was, its folder often stays behind.
  const left = await readdir(place).catch((error: unknown) => {
    throw missingPlace(place, error)
  })
  throw refuseUpdate('SOURCE_NOT_FOUND', `${place} ${left.length === 0 ? `是空的；${PLUG_IN}` : '里没有内容频道。'}`)
}

const PLUG_IN = '如果它在U盘或共享文件夹上，请先插好U盘、连上网络。'

/** What cannot be found is most often a stick that is not in; what may not be read is there. */
function missingPlace(place: string, error: unknown) {
  const { code } = error as NodeJS.ErrnoException
  const why = code === 'EACCES' || code === 'EPERM' ? `没有权限读取 ${place}。` : `找不到 ${place}；${PLUG_IN}`
  return refuseUpdate('SOURCE_NOT_FOUND', why, error)
}

/** The folders below `place`, at most two deep, that hold a repository; the nearest first. */
export async function findRepositories(place: string): Promise<string[]> {
  if (await isRepository(place)) return [place]
  const near = await folders(place)
  const found: string[] = []
  for (const folder of near) {
    if (await isRepository(folder)) found.push(folder)
    else if (await isRepository(path.join(folder, 'repository'))) found.push(path.join(folder, 'repository'))
  }
  return found
}

async function isRepository(folder: string): Promise<boolean> {
  const status = await stat(path.join(folder, METADATA, 'timestamp.json')).catch(() => undefined)
  return status?.isFile() ?? false
}

/** `repository` before others, `draft` last: what is meant for everybody comes first. */
async function folders(place: string): Promise<string[]> {
  const entries = await readdir(place, { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name)
  const rank = (name: string) => (name === 'repository' ? 0 : name === 'draft' ? 2 : 1)
  return names
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
    .slice(0, MOST_FOLDERS)
    .map((name) => path.join(place, name))
}

function requireUrl(address: string): string {
  if (URL.canParse(address)) return address
  throw refuseUpdate('SOURCE_NOT_FOUND', `${address} 不是完整的网址。`)
}
