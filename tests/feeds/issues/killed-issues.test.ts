import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { FeedEntry, FeedView } from '../../../library/feeds/feed-view.ts'
import { eventsOf, verifyChain } from '../../../library/stories/process/event-chain.ts'
import { childBundle } from '../../service/child-bundle.ts'
import { spread } from '../../service/killed-process.ts'
import { ask, closeOnce, startService } from '../../service/running-service.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'

const child = childBundle(new URL('./issues-child.ts', import.meta.url))
const preload = childBundle(new URL('../../service/die-at-call.ts', import.meta.url))

/** The calls in which the issues and the withdrawal are made, and a few before. */
const LAST = 40

interface Said {
  readonly id?: string
  readonly did?: string
  readonly done?: boolean
}

/** Runs the child over an empty library, and says what it had acknowledged when it ended. */
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

describe('a column that is issued, killed before a call of the writer to the disk', () => {
  let calls: { readonly calls: number }
  beforeAll(async () => {
    const folder = temporaryFolder(afterAll)
    const { said } = await run({ COUNT_TO: folder }, afterAll)
    expect(said.at(-1)).toEqual({ done: true })
    calls = JSON.parse(readFileSync(path.join(folder, 'writer'), 'utf8')) as typeof calls
  }, 90_000)

  it('has made each issue wholly or not at all, with its record, and goes on from there', async () => {
    const seen = new Set<string>()
    // Opening, the stories and the column come first; two issues and a withdrawal are the last few calls.
    for (const call of spread(calls.calls - LAST, calls.calls, 6)) {
      const { root, said } = await run({ DIE_AT: `writer:${call}` })
      const id = said.find((one) => one.id !== undefined)?.id
      if (id === undefined) continue
      const service = await startService(root)
      const { db } = service.session.access
      const feed = await ask<FeedView>(service, 'GET', `/api/feeds/${id}`)
      const entries = await ask<FeedEntry[]>(service, 'GET', `/api/feeds/${id}/entries`)
      const recorded = (await eventsOf(db, 'feed', id)).map(({ type }) => type).slice(1)
      const done = said.flatMap(({ did }) => did ?? [])
      expect((await verifyChain(db)).broken).toBeUndefined()
      // At most one more than was acknowledged: the one under way.
      expect(recorded).toEqual(['issue', 'exclude', 'issue'].slice(0, recorded.length))
      expect(recorded.length - done.length).toBeGreaterThanOrEqual(0)
      expect(recorded.length - done.length).toBeLessThanOrEqual(1)
      expect(feed.issue).toBe(recorded.filter((type) => type === 'issue').length)
      expect(entries.filter(({ type }) => type === 'story')).toHaveLength(4 * feed.issue)
      expect(entries.filter(({ type }) => type === 'withdrawal')).toHaveLength(recorded.includes('exclude') ? 1 : 0)
      seen.add(recorded.join(' '))
      const next = await ask<FeedView>(service, 'POST', `/api/feeds/${id}/issues`, {})
      expect(next.issue).toBe(feed.issue + 1)
      await closeOnce(service)
    }
    expect(seen.size).toBeGreaterThan(1)
  }, 180_000)
})
