import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { validate } from '../http/validate.ts'
import { localDate } from '../items/record-revision.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { beginStory } from './begin-story.ts'
import { changeStory } from './change-story.ts'
import type { KeptStory } from './kept-story.ts'
import type { PictureCopyWrites } from './media/picture-copy.ts'
import { previewStory } from './preview-story.ts'
import { eventsOf } from './process/event-chain.ts'
import { actingPerson, readingPerson } from './process/story-office.ts'
import { storyProvenance } from './provenance.ts'
import { readPublicStory } from './read-public-story.ts'
import { readStory } from './read-story.ts'
import { retellStory } from './retell-story.ts'
import { shownStory } from './shown-story.ts'
import { storiesOfClause } from './stories-of-clause.ts'
import { StoryRecord } from './story.schema.ts'
import { publishedNotDeleted, StoryNotFoundError, storyChanged, storyTooLarge } from './story-errors.ts'
import { storyOfToday } from './story-of-today.ts'
import { StoryQuery } from './story-query.schema.ts'
import { listStories } from './summaries/list-stories.ts'
import { viewStory } from './view-story.ts'
import { storyVocabulary } from './vocabulary/story-vocabulary.ts'

/** Bytes of a story's JSON; pictures and films are sent apart. */
const LARGEST_RECORD = 4 * 1024 * 1024

/** What stories write, done by the writer's thread. */
export interface StoryWrites extends PictureCopyWrites {
  insertStories(stories: readonly KeptStory[]): Promise<unknown>
  replaceStory(story: KeptStory, readAt: string, by: string): Promise<boolean>
  markStoryShown(storyId: string, on: string): Promise<unknown>
  discardStory(id: string, discardedAt: string | undefined, by: string, at: string): Promise<boolean>
}

const NewStory = z.object({ record: StoryRecord.partial().optional(), from: z.string().max(80).optional() })
const ChangedStory = z.object({ record: StoryRecord, read: z.string().max(64) })

/** `/api/stories`: telling, finding and reading stories. */
export function storyRoutes(library: LibraryAccess, writes: StoryWrites) {
  const personOf = (c: Context) => actingPerson(library.db, c.req.header('x-xinhuo-person'))
  const limited = bodyLimit({
    maxSize: LARGEST_RECORD,
    onError: () => {
      throw storyTooLarge()
    },
  })

  return new Hono()
    .get('/', validate('query', StoryQuery), async (c) => c.json(await listStories(library.db, c.req.valid('query'))))
    .get('/today', async (c) => c.json(await storyOfToday(library.db, library.clock())))
    .post('/today/shown', validate('json', z.object({ storyId: z.string().min(1).max(80) })), async (c) => {
      const { storyId } = c.req.valid('json')
      await writes.markStoryShown(storyId, localDate(library.clock()))
      return c.json({ shown: storyId })
    })
    .get('/of/:itemId', validate('query', z.object({ anchor: z.string().max(200).optional() })), async (c) =>
      c.json(await storiesOfClause(library.db, c.req.param('itemId'), c.req.valid('query').anchor)),
    )
    .get('/shown/:id', validate('query', z.object({ revision: z.string().max(64).optional() })), async (c) =>
      c.json(await shownStory(library, c.req.param('id'), c.req.valid('query').revision)),
    )
    .get('/vocabulary', async (c) => c.json(await storyVocabulary(library.db)))
    .post('/', limited, validate('json', NewStory), async (c) => {
      const { record = {}, from } = c.req.valid('json')
      const person = await personOf(c)
      const told = from === undefined ? { title: '' } : await retold(library, from)
      const story = beginStory(StoryRecord.parse({ ...told, ...record, format: 1 }), person.name, library.clock())
      await writes.insertStories([story])
      return c.json(await viewStory(library.db, story, person), 201)
    })
    .get('/:id', async (c) => {
      const story = await readStory(library.db, c.req.param('id'))
      return c.json(
        await viewStory(library.db, story, await readingPerson(library.db, c.req.header('x-xinhuo-person'))),
      )
    })
    .get('/:id/provenance', async (c) => {
      const story = await readStory(library.db, c.req.param('id'))
      return c.json(storyProvenance(story, await eventsOf(library.db, 'story', story.id)))
    })
    .get('/:id/preview', async (c) =>
      c.json(await previewStory(library, await readStory(library.db, c.req.param('id')), writes)),
    )
    .put('/:id', limited, validate('json', ChangedStory), async (c) => {
      const { record, read } = c.req.valid('json')
      const person = await personOf(c)
      const story = await readStory(library.db, c.req.param('id'))
      const changed = changeStory(story, record, read, person, library.clock())
      if (changed !== story && !(await writes.replaceStory(changed, story.updatedAt, person.name))) throw storyChanged()
      return c.json(await viewStory(library.db, changed, person))
    })
    .delete('/:id', async (c) => {
      const person = await personOf(c)
      const story = await readStory(library.db, c.req.param('id'))
      if (story.revision !== undefined) throw publishedNotDeleted()
      const at = library.clock().toISOString()
      await writes.discardStory(story.id, at, person.name, at)
      return c.json({ discarded: story.id, title: story.record.title })
    })
    .post('/:id/restore', async (c) => {
      const person = await personOf(c)
      const id = c.req.param('id')
      const found = await writes.discardStory(id, undefined, person.name, library.clock().toISOString())
      if (!found) throw new StoryNotFoundError()
      return c.json(await viewStory(library.db, await readStory(library.db, id), person))
    })
}

async function retold(library: LibraryAccess, itemId: string): Promise<StoryRecord> {
  const { content, story } = await readPublicStory(library, itemId)
  return retellStory(content, story)
}
