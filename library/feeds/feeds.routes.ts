import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { validate } from '../http/validate.ts'
import { localDate } from '../items/record-revision.ts'
import { IsoDate } from '../items/revision.schema.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { actingPerson, readOffice } from '../stories/process/story-office.ts'
import { findSummaries } from '../stories/summaries/list-stories.ts'
import { viewBalance } from './balance/view-balance.ts'
import { FeedDefinition } from './feed.schema.ts'
import {
  alreadyWithdrawn,
  definitionChanged,
  entryNotFound,
  FeedPrivateTextError,
  feedNotFound,
  storyNotFound,
} from './feed-errors.ts'
import { feedUri } from './feed-uri.ts'
import { findDiscardedFeed, findFeed, type KeptChoice, type KeptFeed, listFeeds } from './feeds.repository.ts'
import { findEntries } from './issues/entries.repository.ts'
import { stopsOfNote } from './issues/leaving-text.ts'
import { type IssueWrites, makeIssue } from './issues/make-issue.ts'
import { previewIssue } from './issues/preview-issue.ts'
import { standingEntries } from './issues/standing-entries.ts'
import type { Doing } from './keep-feeds.ts'
import { readyColumns } from './ready-columns.ts'
import { requireTargets } from './require-targets.ts'
import { summariseFeed, viewFeed } from './view-feed.ts'

const Reason = z.string().trim().min(1, '请写明理由').max(500)
const ChoiceBody = z.strictObject({ choice: z.enum(['pin', 'exclude']), reason: Reason })
const IssueBody = z.strictObject({ stories: z.array(z.string().min(1).max(80)).min(1).max(2000).optional() })
const WithdrawalBody = z.strictObject({ entryId: z.string().min(1).max(500), reason: Reason })
/** The `updatedAt` of the column as it was read; left out to let one's own count whatever was saved meanwhile. */
const DefinitionRead = z.object({ read: z.string().max(40).optional() })
const BalanceQuery = z.object({
  feed: z.string().max(100).optional(),
  from: IsoDate.optional(),
  until: IsoDate.optional(),
})

/** What columns write, done by the writer's thread. */
export interface FeedWrites extends IssueWrites {
  createFeed(feed: KeptFeed, doing: Doing): Promise<unknown>
  editFeed(id: string, definition: FeedDefinition, doing: Doing, read?: string): Promise<'saved' | 'gone' | 'changed'>
  discardFeed(id: string, discard: boolean, doing: Doing): Promise<unknown>
  chooseStory(choice: KeptChoice): Promise<unknown>
  removeChoice(feedId: string, storyId: string, doing: Doing): Promise<unknown>
  withdrawEntry(feedId: string, entryId: string, reason: string, doing: Doing): Promise<boolean>
}

/** `/api/feeds`: columns, what they are made of and what went out with them. */
export function feedRoutes(library: LibraryAccess, writes: FeedWrites) {
  const today = () => localDate(library.clock())
  const doing = async (c: Context): Promise<Doing> => {
    const person = await actingPerson(library.db, c.req.header('x-xinhuo-person'))
    return { by: person.name, at: library.clock().toISOString() }
  }
  const view = async (id: string) => viewFeed(library.db, await requireFeed(library, id), today())
  return new Hono()
    .get('/', validate('query', z.object({ state: z.enum(['discarded']).optional() })), async (c) => {
      const discarded = c.req.valid('query').state === 'discarded'
      const summaries = []
      for (const feed of await listFeeds(library.db, discarded))
        summaries.push(await summariseFeed(library.db, feed, today()))
      return c.json(summaries)
    })
    .post('/', validate('json', FeedDefinition), async (c) => {
      const definition = requireTargets(c.req.valid('json'))
      const who = await doing(c)
      const id = randomUUID()
      const uri = feedUri(id, today(), definition.site.address)
      await writes.createFeed({ id, uri, definition, issue: 0, createdAt: who.at, updatedAt: who.at }, who)
      return c.json(await view(id), 201)
    })
    .get('/ready', async (c) => {
      const { name: publisher } = await readOffice(library.db)
      return c.json(readyColumns().map((one) => ({ ...one, definition: { ...one.definition, publisher } })))
    })
    .get('/balance', validate('query', BalanceQuery), async (c) => {
      const { feed, ...period } = c.req.valid('query')
      const column = feed === undefined ? undefined : await requireFeed(library, feed)
      return c.json(await viewBalance(library, column, period))
    })
    .get('/:id', async (c) => c.json(await view(c.req.param('id'))))
    .put('/:id', validate('query', DefinitionRead), validate('json', FeedDefinition), async (c) => {
      const id = c.req.param('id')
      const definition = requireTargets(c.req.valid('json'))
      const outcome = await writes.editFeed(id, definition, await doing(c), c.req.valid('query').read)
      if (outcome === 'gone') throw feedNotFound()
      if (outcome === 'changed') throw definitionChanged()
      return c.json(await view(id))
    })
    .delete('/:id', async (c) => {
      const gone = await view(c.req.param('id'))
      await writes.discardFeed(gone.id, true, await doing(c))
      return c.json(gone)
    })
    .post('/:id/restore', async (c) => {
      const feed = await findDiscardedFeed(library.db, c.req.param('id'))
      if (feed) await writes.discardFeed(feed.id, false, await doing(c))
      return c.json(await view(c.req.param('id')))
    })
    .get('/:id/preview', async (c) =>
      c.json(await previewIssue(library, await requireFeed(library, c.req.param('id')))),
    )
    .put('/:id/choices/:storyId', validate('json', ChoiceBody), async (c) => {
      const { id } = await requireFeed(library, c.req.param('id'))
      const storyId = c.req.param('storyId')
      if (!(await findSummaries(library.db, [storyId])).has(storyId)) throw storyNotFound()
      await writes.chooseStory({ feedId: id, storyId, ...c.req.valid('json'), ...(await doing(c)) })
      return c.json(await view(id))
    })
    .delete('/:id/choices/:storyId', async (c) => {
      const { id } = await requireFeed(library, c.req.param('id'))
      await writes.removeChoice(id, c.req.param('storyId'), await doing(c))
      return c.json(await view(id))
    })
    .post('/:id/issues', validate('json', IssueBody), async (c) => {
      const id = c.req.param('id')
      await makeIssue(library, writes, id, await doing(c), c.req.valid('json').stories)
      return c.json(await view(id), 201)
    })
    .get('/:id/entries', async (c) => {
      const { id } = await requireFeed(library, c.req.param('id'))
      const entries = await findEntries(library.db, id)
      return c.json(entries.map(({ number: _, answers: __, ...entry }) => entry))
    })
    .post('/:id/withdrawals', validate('json', WithdrawalBody), async (c) => {
      const { id } = await requireFeed(library, c.req.param('id'))
      const { entryId, reason } = c.req.valid('json')
      const entries = await findEntries(library.db, id)
      const meant = entries.find((entry) => entry.id === entryId && entry.type === 'story')
      if (!meant) throw entryNotFound()
      const stops = stopsOfNote(reason)
      if (stops.length > 0) throw new FeedPrivateTextError(stops)
      const stands = standingEntries(entries).some((entry) => entry.id === entryId)
      if (!stands || !(await writes.withdrawEntry(id, entryId, reason, await doing(c)))) throw alreadyWithdrawn()
      return c.json(await view(id), 201)
    })
}

async function requireFeed({ db }: LibraryAccess, id: string): Promise<KeptFeed> {
  const feed = await findFeed(db, id)
  if (feed) return feed
  throw feedNotFound()
}
