import { beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '../../library/stories/process/event-chain.ts'
import { allStories, findStory } from '../../library/stories/stories.repository.ts'
import { listStories } from '../../library/stories/summaries/list-stories.ts'
import { childBundle } from '../service/child-bundle.ts'
import { spread } from '../service/killed-process.ts'
import { closeOnce, startService } from '../service/running-service.ts'
import { countWriterCalls, runAcknowledging } from './run-acknowledging.ts'

const child = childBundle(new URL('./stories-child.ts', import.meta.url))

interface Said {
  readonly told?: string
  readonly changed?: string
  readonly sha256?: string
  readonly deleted?: string
  readonly done?: boolean
}

const run = (environment: Readonly<Record<string, string>>) => runAcknowledging<Said>(child, environment)

describe('telling stories, killed before a call of the writer to the disk', () => {
  let calls: { readonly begun: number; readonly calls: number }
  beforeAll(async () => {
    const counted = await countWriterCalls<Said>(child)
    expect(counted.said.at(-1)).toEqual({ done: true })
    calls = counted.calls
  }, 60_000)

  it('loses nothing acknowledged, and lists exactly what there is', async () => {
    let killed = 0
    for (const call of spread(calls.begun, calls.calls, 6)) {
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
