import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FeedEntry } from '../../../library/feeds/feed-view.ts'
import { standingEntries } from '../../../library/feeds/issues/standing-entries.ts'
import { openFeedEdition } from '../../../library/feeds/open-edition.ts'
import { verifyChain } from '../../../library/stories/process/event-chain.ts'
import { type FeedDesk, openFeedDesk } from '../feed-desk.ts'

let desk: FeedDesk
beforeAll(async () => {
  desk = await openFeedDesk()
})
afterAll(() => desk.close())

const STORIES = ['a', 'b', 'c', 'd']
const step = fc.oneof(
  fc.record({ do: fc.constant('tell' as const), story: fc.constantFrom(...STORIES) }),
  fc.record({ do: fc.constant('putAway' as const), story: fc.constantFrom(...STORIES) }),
  fc.record({ do: fc.constant('bringBack' as const), story: fc.constantFrom(...STORIES) }),
  fc.record({ do: fc.constant('pin' as const), story: fc.constantFrom(...STORIES) }),
  fc.record({ do: fc.constant('exclude' as const), story: fc.constantFrom(...STORIES) }),
  fc.record({ do: fc.constant('withdraw' as const), story: fc.constantFrom(...STORIES) }),
  fc.record({ do: fc.constant('issue' as const), story: fc.constant('') }),
)

it('keeps every entry for ever under its own id, and shows only what readers may have, whatever happens', async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      run += 1
      const nameOf = (story: string) => `any-${run}-${story}`
      const topic = `题${run}`
      const tell = (story: string, text: string) =>
        desk.tell({ id: nameOf(story), topics: [topic], body: `## 做了什么\n\n${text}` })
      for (const story of STORIES) await tell(story, '第一稿')
      const feed = await desk.column({ title: topic })
      await desk.ask('PUT', `/${feed.id}`, {
        ...feed.definition,
        criteria: { ...feed.definition.criteria, topics: [topic] },
      })
      const gone = new Set<string>()
      let before: FeedEntry[] = []
      let draft = 0
      for (const { do: action, story } of steps) {
        const id = nameOf(story)
        const choices = `/${feed.id}/choices/${id}`
        draft += 1
        if (action === 'tell') await tell(story, `第${draft}稿`)
        if (action === 'putAway') await desk.writer.putAway(id)
        if (action === 'bringBack') await desk.writer.bringBack(id)
        if (action === 'putAway') gone.add(id)
        if (action === 'bringBack' || action === 'tell') gone.delete(id)
        await desk.catchUp()
        if (action === 'pin' || action === 'exclude') {
          await desk.ask('PUT', choices, { choice: action, reason: '试' })
        }
        if (action === 'withdraw') {
          const entry = standingEntries(before).find(({ storyId }) => storyId === id)
          if (entry) await desk.ask('POST', `/${feed.id}/withdrawals`, { entryId: entry.id, reason: '试' })
        }
        if (action === 'issue') await desk.ask('POST', `/${feed.id}/issues`, {})

        const { body: entries } = await desk.ask<FeedEntry[]>('GET', `/${feed.id}/entries`)
        expect(new Set(entries.map((one) => one.id)).size).toBe(entries.length)
        const kept = entries.slice(entries.length - before.length)
        expect(kept.map((one) => [one.id, one.publishedAt, one.issue])).toEqual(
          before.map((one) => [one.id, one.publishedAt, one.issue]),
        )
        const standing = standingEntries(entries).map(({ storyId }) => storyId)
        expect(new Set(standing).size).toBe(standing.length)
        const edition = await openFeedEdition(desk.access, feed.id)
        const shown = [...edition.stories.keys()]
        expect(shown.toSorted()).toEqual(standing.filter((one) => !gone.has(one)).toSorted())
        before = entries
      }
      expect((await verifyChain(desk.access.db)).broken).toBeUndefined()
    }),
    { numRuns: 12 },
  )
}, 120_000)
