import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { verifyChain } from '../../library/stories/process/event-chain.ts'
import { allStories, findStory } from '../../library/stories/stories.repository.ts'
import { listStories } from '../../library/stories/summaries/list-stories.ts'
import { spread } from '../service/killed-process.ts'
import { closeOnce, startService } from '../service/running-service.ts'
import { temporaryFolder } from '../store/temporary-library.ts'

const child = fileURLToPath(new URL('./stories-child.ts', import.meta.url))
const preload = fileURLToPath(new URL('../service/die-at-call.ts', import.meta.url))

interface Said {
  readonly told?: string
  readonly changed?: string
  readonly sha256?: string
  readonly deleted?: string
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

describe('telling stories, killed before a call of the writer to the disk', () => {
  let calls: { readonly begun: number; readonly calls: number }
  beforeAll(async () => {
    const folder = temporaryFolder(afterAll)
    const { said } = await run({ COUNT_TO: folder }, afterAll)
    expect(said.at(-1)).toEqual({ done: true })
    calls = JSON.parse(readFileSync(path.join(folder, 'writer'), 'utf8')) as typeof calls
  }, 60_000)

  it('loses nothing acknowledged, and lists exactly what there is', async () => {
    let killed = 0
    for (const call of spread(calls.begun, calls.calls, 8)) {
      const { root, said } = await run({ DIE_AT: `writer:${call}` })
      if (!said.some(({ done }) => done)) killed += 1
      const service = await startService(root)
      const { db } = service.session.access
      for (const { told, changed, sha256, deleted } of said) {
        const story = await findStory(db, told ?? changed ?? deleted ?? '')
        if (told ?? changed ?? deleted) expect(story).toBeDefined()
        if (changed) expect(story?.recordSha256).toBe(sha256)
        if (deleted) expect(story?.discardedAt).toBeDefined()
      }
      const kept = new Map<string, { themes: string; policies: number }>()
      for await (const { id, record } of allStories(db)) {
        kept.set(id, { themes: record.themes.join(), policies: record.policies.length })
      }
      const { stories } = await listStories(db, { limit: 50, offset: 0 })
      const links = await db.selectFrom('story_policy').select('story_id').execute()
      const listed = stories.map(({ id, themes }) => {
        const policies = links.filter(({ story_id }) => story_id === id).length
        return [id, { themes: themes.join(), policies }] as const
      })
      expect(new Map(listed)).toEqual(kept)
      expect((await verifyChain(db)).broken).toBeUndefined()
      await closeOnce(service)
    }
    expect(killed).toBeGreaterThan(0)
  }, 180_000)
})
