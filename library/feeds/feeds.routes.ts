import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { validate } from '../http/validate.ts'
import { localDate } from '../items/record-revision.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { actingPerson } from '../stories/process/story-office.ts'
import { FeedDefinition } from './feed.schema.ts'
import { feedNotFound } from './feed-errors.ts'
import { feedUri } from './feed-uri.ts'
import { findDiscardedFeed, findFeed, type KeptChoice, type KeptFeed, listFeeds } from './feeds.repository.ts'
import type { Doing } from './keep-feeds.ts'
import { summariseFeed, viewFeed } from './view-feed.ts'

/** What columns write, done by the writer's thread. */
export interface FeedWrites {
  createFeed(feed: KeptFeed, doing: Doing): Promise<unknown>
  editFeed(id: string, definition: FeedDefinition, doing: Doing): Promise<boolean>
  discardFeed(id: string, discard: boolean, doing: Doing): Promise<unknown>
  chooseStory(choice: KeptChoice): Promise<unknown>
  removeChoice(feedId: string, storyId: string, doing: Doing): Promise<unknown>
}

/** `/api/feeds`: columns, what they are made of and what went out with them. */
export function feedRoutes(library: LibraryAccess, writes: FeedWrites) {
  const doing = async (c: Context): Promise<Doing> => {
    const person = await actingPerson(library.db, c.req.header('x-xinhuo-person'))
    return { by: person.name, at: library.clock().toISOString() }
  }
  const view = async (id: string) => viewFeed(library.db, await requireFeed(library, id))
  return new Hono()
    .get('/', async (c) => {
      const feeds = await listFeeds(library.db)
      return c.json(await Promise.all(feeds.map((feed) => summariseFeed(library.db, feed))))
    })
    .post('/', validate('json', FeedDefinition), async (c) => {
      const definition = c.req.valid('json')
      const who = await doing(c)
      const id = randomUUID()
      const uri = feedUri(id, localDate(library.clock()), definition.site.address)
      await writes.createFeed({ id, uri, definition, issue: 0, createdAt: who.at, updatedAt: who.at }, who)
      return c.json(await view(id), 201)
    })
    .get('/:id', async (c) => c.json(await view(c.req.param('id'))))
    .put('/:id', validate('json', FeedDefinition), async (c) => {
      const id = c.req.param('id')
      if (!(await writes.editFeed(id, c.req.valid('json'), await doing(c)))) throw feedNotFound()
      return c.json(await view(id))
    })
    .delete('/:id', async (c) => {
      const { id } = await requireFeed(library, c.req.param('id'))
      const gone = await view(id)
      await writes.discardFeed(id, true, await doing(c))
      return c.json(gone)
    })
    .post('/:id/restore', async (c) => {
      const feed = await findDiscardedFeed(library.db, c.req.param('id'))
      if (feed) await writes.discardFeed(feed.id, false, await doing(c))
      return c.json(await view(c.req.param('id')))
    })
}

async function requireFeed({ db }: LibraryAccess, id: string): Promise<KeptFeed> {
  const feed = await findFeed(db, id)
  if (feed) return feed
  throw feedNotFound()
}
