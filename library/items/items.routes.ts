import { Hono } from 'hono'
import { z } from 'zod'
import { commaList } from '../http/comma-list.ts'
import { validate } from '../http/validate.ts'
import { foldText } from '../search/han-text.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { compareItem } from './compare-item.ts'
import { identityTitle } from './item-identity.ts'
import { ItemKind } from './item-kind.ts'
import { findHistory, findItemContent, refuseWithdrawn, requireItem, viewItem } from './item-queries.ts'
import { listItems } from './items.repository.ts'
import { Validity } from './validity.ts'

const ItemsQuery = z.object({
  kind: commaList(ItemKind),
  validity: commaList(Validity),
  topic: z.string().optional(),
  q: z.string().max(200).optional(),
  sort: z.enum(['recorded', 'issued', 'title']).default('recorded'),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  offset: z.coerce.number().int().min(0).default(0),
})
const RevisionQuery = z.object({ revision: z.string().optional() })
const DiffQuery = z.object({ from: z.string().optional(), to: z.string().optional() })

/** Writing that items need, done by the writer's thread. */
export interface ItemWrites {
  putAway(itemId: string): Promise<unknown>
  bringBack(itemId: string): Promise<unknown>
  catchUpIndex(limit: number): Promise<unknown>
}

/** `/api/items` as far as it only reads: browsing, reading, histories, comparisons. */
export function itemReadingRoutes(library: LibraryAccess) {
  return new Hono()
    .get('/', validate('query', ItemsQuery), async (c) => {
      const query = c.req.valid('query')
      return c.json(
        await listItems(library.db, {
          kinds: query.kind,
          validities: query.validity,
          topic: query.topic,
          title: query.q === undefined ? undefined : identityTitle(foldText(query.q)),
          sort: query.sort,
          limit: query.limit,
          offset: query.offset,
        }),
      )
    })
    .get('/:id', validate('query', RevisionQuery), async (c) =>
      c.json(await viewItem(library.db, c.req.param('id'), c.req.valid('query').revision, library.clock())),
    )
    .get('/:id/content', validate('query', RevisionQuery), async (c) => {
      const { revision } = c.req.valid('query')
      const { entry, content } = await findItemContent(library.db, c.req.param('id'), revision, library.clock())
      return c.json({ revision: entry.revision, validity: entry.validity, current: entry.current, content })
    })
    .get('/:id/history', async (c) => c.json(await findHistory(library.db, c.req.param('id'), library.clock())))
    .get('/:id/diff', validate('query', DiffQuery), async (c) =>
      c.json(await compareItem(library.db, c.req.param('id'), c.req.valid('query'), library.clock())),
    )
}

/** `/api/items` whole: also putting away and bringing back. */
export function itemRoutes(library: LibraryAccess, writes: ItemWrites) {
  return new Hono()
    .route('/', itemReadingRoutes(library))
    .delete('/:id', async (c) => {
      await requireItem(library.db, c.req.param('id'))
      await writes.putAway(c.req.param('id'))
      await writes.catchUpIndex(100)
      return c.json({ putAway: c.req.param('id') })
    })
    .post('/:id/restore', async (c) => {
      await refuseWithdrawn(library.db, c.req.param('id'))
      await writes.bringBack(c.req.param('id'))
      await writes.catchUpIndex(100)
      await requireItem(library.db, c.req.param('id'))
      return c.json({ restored: c.req.param('id') })
    })
}
