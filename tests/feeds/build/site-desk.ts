import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll } from 'vitest'
import type { SenderIdentity } from '../../../library/feedback/sender-identity.ts'
import { buildFeed } from '../../../library/feeds/build/build-feed.ts'
import type { FeedEdition } from '../../../library/feeds/feed-edition.ts'
import type { FeedBuild } from '../../../library/feeds/feed-view.ts'
import { buildSiteClient } from '../../../scripts/build/build-site-client.ts'
import { openTestSession, type TestSession } from '../../importing/test-session.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'

/** A real library with its key, and the styles and script of a site, for one file of tests. */
export interface SiteDesk {
  readonly session: TestSession
  readonly identity: SenderIdentity
  readonly assets: URL
  build(edition: FeedEdition, out: string, signal?: AbortSignal): Promise<FeedBuild>
}

export function openSiteDesk(): SiteDesk {
  const desk: { -readonly [Key in keyof SiteDesk]?: SiteDesk[Key] } = {}
  beforeAll(async () => {
    const folder = path.join(temporaryFolder(afterAll), 'site')
    await buildSiteClient(path.resolve(import.meta.dirname, '../../..'), folder)
    desk.assets = pathToFileURL(`${folder}/`)
    const session = await openTestSession()
    desk.session = session
    desk.identity = await session.writer.ensureSenderIdentity()
    const writes = {
      saveMediaCopy: (copy: Parameters<typeof session.writer.saveMediaCopy>[0]) => session.writer.saveMediaCopy(copy),
    }
    desk.build = (edition, out, signal = new AbortController().signal) =>
      buildFeed(
        session.access,
        edition,
        out,
        { signal, report: () => {}, writes, assets: desk.assets },
        desk.identity as SenderIdentity,
      )
  }, 60_000)
  afterAll(() => desk.session?.close())
  // Filled before the first test.
  return desk as SiteDesk
}

/** Every file below a folder with its bytes, in the order of their names. */
export function snapshot(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const names = files.map((entry) =>
    path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
  )
  return new Map(names.sort().map((name) => [name, readFileSync(path.join(folder, name)).toString('base64')]))
}

export function newFolder(name = '专栏'): string {
  const folder = path.join(temporaryFolder(), name)
  mkdirSync(folder)
  return folder
}
