import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { findStory } from '../../../library/stories/stories.repository.ts'
import { childBundle } from '../../service/child-bundle.ts'
import { spread } from '../../service/killed-process.ts'
import { closeOnce, startService } from '../../service/running-service.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { fetchBytes } from './giving-media.ts'

const child = childBundle(new URL('./media-child.ts', import.meta.url))
const preload = childBundle(new URL('../../service/die-at-call.ts', import.meta.url))

interface Said {
  readonly id?: string
  readonly sha256?: string
  readonly done?: boolean
}

async function run(environment: Readonly<Record<string, string>>, atEnd = onTestFinished) {
  const root = path.join(temporaryFolder(atEnd), '资料库')
  const acknowledged = path.join(temporaryFolder(atEnd), 'acknowledged')
  const running = spawn(process.execPath, ['--import', preload, child, root, acknowledged], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
  })
  await once(running, 'close')
  const lines = existsSync(acknowledged) ? readFileSync(acknowledged, 'utf8').split('\n').filter(Boolean) : []
  return { root, said: lines.map((line) => JSON.parse(line) as Said) }
}

describe('adding pictures and a film, killed before a call to the disk', () => {
  const calls: Record<string, { begun: number; calls: number }> = {}
  beforeAll(async () => {
    const folder = temporaryFolder(afterAll)
    const { said } = await run({ COUNT_TO: folder }, afterAll)
    expect(said.at(-1)).toEqual({ done: true })
    for (const thread of ['main', 'writer']) {
      calls[thread] = JSON.parse(readFileSync(path.join(folder, thread), 'utf8')) as { begun: number; calls: number }
    }
  }, 60_000)

  it.each(['main', 'writer'])(
    'in the %s thread loses nothing acknowledged and keeps no half of a file',
    async (thread) => {
      const { begun = 0, calls: last = 0 } = calls[thread] ?? {}
      let killed = 0
      for (const call of spread(begun + 1, last, 3)) {
        const { root, said } = await run({ DIE_AT: `${thread}:${call}` })
        if (!said.some(({ done }) => done)) killed += 1
        const service = await startService(root)
        const { db, blobs } = service.session.access
        const id = said.find((one) => one.id)?.id
        const story = id === undefined ? undefined : await findStory(db, id)
        const kept = new Set(story?.record.media.map(({ sha256 }) => sha256))
        for (const { sha256 } of said) if (sha256) expect(kept).toContain(sha256)
        // Whatever has a name is whole, and whatever the story names is there.
        for (const name of readdirSync(service.session.paths.objects, { recursive: true, encoding: 'utf8' })) {
          const sha256 = path.basename(name)
          if (!/^[0-9a-f]{64}$/.test(sha256)) continue
          const bytes = readFileSync(blobs.pathOf(sha256))
          expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
        }
        for (const { id: media, mediaType, sha256 } of story?.record.media ?? []) {
          expect(await blobs.has(sha256)).toBe(true)
          if (!mediaType.startsWith('image/')) continue
          const copy = await fetchBytes(service, `/api/stories/${id}/media/${media}/copy?width=320`)
          expect(copy.status).toBe(200)
        }
        await closeOnce(service)
      }
      expect(killed).toBeGreaterThan(0)
    },
    180_000,
  )
})
