import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { METADATA, OBJECTS, TARGETS } from '../repository-format.ts'
import { publishingError } from './publishing-error.ts'

export interface RepositoryFile {
  /** Relative to the repository, with `/`. */
  readonly file: string
  readonly bytes: number
  /** Of the timestamp, as it was before the others were listed: a version published meanwhile is not half of it. */
  readonly content?: Buffer | undefined
}

/**
 * A repository's files in the order in which they are to be written elsewhere: what is spoken of before what speaks of
 * it, the timestamp last. What is half-written is left out.
 * @throws {PublishingError} REPOSITORY_NOT_FOUND
 */
export async function listRepositoryFiles(repository: string): Promise<RepositoryFile[]> {
  const content = await readFile(path.join(repository, METADATA, 'timestamp.json')).catch(() => undefined)
  const metadata = (await filesIn(repository, METADATA)).map((file) =>
    content && file.file.endsWith('/timestamp.json') ? { ...file, bytes: content.byteLength, content } : file,
  )
  const names = metadata.map(({ file }) => file)
  if (!names.includes(`${METADATA}/1.root.json`)) throw publishingError('REPOSITORY_NOT_FOUND', repository)
  const shelves = await readdir(path.join(repository, OBJECTS)).catch(() => [] as string[])
  const objects: RepositoryFile[] = []
  for (const shelf of shelves.sort()) objects.push(...(await filesIn(repository, `${OBJECTS}/${shelf}`)))
  return [
    ...objects,
    ...(await filesIn(repository, `${TARGETS}/bins`)),
    ...(await filesIn(repository, TARGETS)),
    ...metadata.sort((a, b) => rank(a.file) - rank(b.file)),
  ]
}

/** Later metadata speaks of earlier. Roots lead from one to the next. */
function rank(file: string): number {
  if (file.endsWith('timestamp.json')) return 3
  if (file.endsWith('.root.json')) return 2
  return file.endsWith('.snapshot.json') ? 1 : 0
}

async function filesIn(repository: string, folder: string): Promise<RepositoryFile[]> {
  const here = path.join(repository, ...folder.split('/'))
  const names = await readdir(here, { withFileTypes: true }).catch(() => [])
  const files: RepositoryFile[] = []
  for (const entry of names.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue
    files.push({ file: `${folder}/${entry.name}`, bytes: (await stat(path.join(here, entry.name))).size })
  }
  return files
}
