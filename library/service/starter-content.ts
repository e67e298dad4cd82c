import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { findSetting } from '../settings/settings.repository.ts'
import type { LibrarySession } from './library-session.ts'

/** The starter channel: what we wrote ourselves, one folder per kind. */
const CONTENT = new URL('../../content/', import.meta.url)
const FOLDERS = ['policies', 'templates', 'stories', 'guides', 'drills', 'meetings', 'learning']
const SETTING = 'starter-content'

/** Installs the starter content at the first start, and again when a newer version of the app brings another. */
export async function installStarterContent(session: LibrarySession): Promise<void> {
  const folders = FOLDERS.map((folder) => path.join(fileURLToPath(CONTENT), folder))
  const version = await digestOf(folders)
  if ((await findSetting(session.access.db, SETTING)) === version) return
  const job = await session.jobs.start('import', { paths: folders, activity: 'install' })
  for await (const state of session.jobs.follow(job.id)) {
    if (state.state === 'done') await session.writer.saveSetting(SETTING, version)
  }
}

/** Names and bytes of all files, so that the smallest correction is noticed. */
async function digestOf(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => [] as string[])
    for (const name of names.sort()) hash.update(name).update(await readFile(path.join(folder, name)))
  }
  return hash.digest('hex')
}
