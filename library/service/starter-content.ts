import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import packageJson from '../../package.json' with { type: 'json' }
import { findSetting } from '../settings/settings.repository.ts'
import type { LibrarySession } from './library-session.ts'

/** The starter channel: what we wrote ourselves, one folder per kind. */
const CONTENT = new URL('../../content/', import.meta.url)
const FOLDERS = ['policies', 'templates', 'stories', 'guides', 'drills', 'meetings', 'learning']
const SETTING = 'starter-content'

/**
 * Installs the starter content at the first start, and again when a newer version of the app brings another. What is
 * remembered is the digest of the files installed and how they looked: commands ask each time, and need not read
 * hundreds of files to learn that nothing is new.
 * @param content another folder than the app's own
 */
export async function installStarterContent(session: LibrarySession, content = fileURLToPath(CONTENT)): Promise<void> {
  const folders = FOLDERS.map((folder) => path.join(content, folder))
  const files = filesOf(folders)
  const look = lookOf(files)
  const [knownDigest, knownLook] = (await findSetting(session.access.db, SETTING))?.split(' ') ?? []
  if (knownLook === look) return
  const digest = await digestOf(files)
  const remember = () => session.writer.saveSetting(SETTING, `${digest} ${look}`)
  if (knownDigest === digest) return remember()
  const job = await session.jobs.start('import', { paths: folders, activity: 'install' })
  for await (const state of session.jobs.follow(job.id)) {
    if (state.state === 'done') await remember()
  }
}

function filesOf(folders: readonly string[]): string[] {
  return folders.flatMap((folder) => {
    try {
      return readdirSync(folder)
        .sort()
        .map((name) => path.join(folder, name))
    } catch {
      return []
    }
  })
}

/** Names, sizes and times; the app's version too, as installers may give all files the same time. */
function lookOf(files: readonly string[]): string {
  const hash = createHash('sha256').update(packageJson.version)
  for (const file of files) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file}\0${size}\0${mtimeMs}\0`)
  }
  return hash.digest('hex')
}

/** Names and bytes, so that the smallest correction is noticed. */
async function digestOf(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const file of files) hash.update(path.basename(file)).update(await readFile(file))
  return hash.digest('hex')
}
